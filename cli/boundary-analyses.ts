import { placesOf } from './boundary-inputs';
import { accountFor, BoundarySource, readBoundary } from '../src/boundary/boundary-source';
import { derive } from '../src/boundary/derivation';
import type { PlacedTemplates } from '../src/boundary/placed-templates';
import { analyse } from '../src/core/boundary/analyse';
import type { BoundaryAnalysis } from '../src/core/boundary/analysis';
import type { KnowledgeTables } from '../src/core/boundary/rules/rule';

/** Which boundaries accounts have, as a report is told. */
export interface AnalysedBoundaries {
  /** `<account/region>=<file>`, or `<file>` for all other accounts. */
  readonly template?: readonly string[];
  /** Accounts whose programs are meant to take on bootstrap roles. */
  readonly deploysWithBootstrapRoles?: readonly string[];
}

/** In place of a file: the bootstrap that would be derived. */
const DERIVED = 'derived';

/** One analysis for every account whose boundaries are known; none where no template is given. */
export function boundaryAnalyses(
  assembly: string,
  { template: given = [], deploysWithBootstrapRoles: deploying = [] }: AnalysedBoundaries,
  tables: KnowledgeTables,
): BoundaryAnalysis[] {
  const files = new Map(given.map(placeAndFile));
  if (files.size === 0) return [];
  return placesOf([assembly]).flatMap((placed) => {
    const file = files.get(placed.place) ?? files.get(undefined);
    if (file === undefined) return [];
    const facts = { deploysWithBootstrapRoles: deploying.includes(placed.account) };
    const account = accountFor(sourceOf(file, placed, facts), placed, facts);
    return { ...analyse({ templates: placed.templates, account }, tables), place: placed.place };
  });
}

function placeAndFile(text: string): [place: string | undefined, file: string] {
  const [, place, file] = /^(\d{12}\/[\w-]+)=(.*)$/.exec(text) ?? [];
  return [place, file ?? text];
}

function sourceOf(
  file: string,
  placed: PlacedTemplates,
  facts: { readonly deploysWithBootstrapRoles: boolean },
): BoundarySource {
  return file === DERIVED ? { template: derive(placed, facts).bootstrap.template } : readBoundary({ template: file });
}
