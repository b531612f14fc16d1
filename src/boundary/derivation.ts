import { accountFor } from './boundary-source';
import { highsSolver } from './cover-solver';
import { ownNamePrefixes } from './own-name-prefixes';
import type { PlacedTemplates } from './placed-templates';
import { boundaryTables, tablesWith } from './tables';
import { BoundaryContent } from '../bootstrap/boundary-content';
import { PermissionsBoundaryBootstrap } from '../bootstrap/permissions-boundary-bootstrap';
import { ruleSubject } from '../core/boundary/analyse';
import type { BoundaryFigures } from '../core/boundary/analysis';
import { fold } from '../core/boundary/fold/fold';

/** What a bootstrap is told that templates don't tell. */
export interface DerivationOptions {
  readonly qualifier?: string;
  /** How names begin that stacks may give to roles, users and policies; as those in the templates do when missing. */
  readonly roleNamePrefixes?: string[];
  readonly trustedRoles?: string[];
  readonly deploysWithBootstrapRoles?: boolean;
  readonly typeActions?: { [type: string]: string[] };
}

/** A bootstrap that is made for the templates of one account, and the figures of its boundaries. */
export interface Derivation {
  readonly place: string;
  readonly bootstrap: PermissionsBoundaryBootstrap;
  readonly boundaries: readonly DerivedBoundary[];
}

export interface DerivedBoundary extends BoundaryFigures {
  /** The policy document, with the values of the account. */
  readonly document: unknown;
  /** Patterns for all needed actions on all resources: how short they are, and how short they can be at least. */
  readonly fold: { readonly characters: number; readonly lowerBound: number; readonly isLossless: boolean };
  /** Statements that allow something on named resources only. */
  readonly scopedStatements: number;
}

const NAME = 'derived';

/** @throws ConfigurationError with everything that a boundary can't be made of, or that doesn't fit into one */
export function derive(placed: PlacedTemplates, options: DerivationOptions): Derivation {
  const { typeActions, ...props } = options;
  const content = BoundaryContent._ofDeployed(placed.templates, { typeActions });
  const roleNamePrefixes = props.roleNamePrefixes ?? ownNamePrefixes(placed.templates);
  const named = { variant: NAME, boundaryContent: content, ...props, roleNamePrefixes };
  const bootstrap = new PermissionsBoundaryBootstrap(named);
  const tables = tablesWith(typeActions);
  const account = accountFor({ template: bootstrap.template }, placed, options);
  const { figures: boundaries } = ruleSubject({ templates: placed.templates, account }, tables);
  const documents = {
    execution: account.executionRole.boundary?.document,
    workload: account.workloadBoundary?.document,
  };
  return {
    place: placed.place,
    bootstrap,
    boundaries: boundaries.map((figures) => ({
      ...figures,
      document: documents[figures.boundary],
      fold: foldFigures(content._derived![figures.boundary]),
      scopedStatements: scopedStatements(documents[figures.boundary]),
    })),
  };
}

function foldFigures(actions: readonly string[]): DerivedBoundary['fold'] {
  const { actions: table } = boundaryTables();
  const folded = fold({ actions, table, solver: highsSolver });
  // Without a budget everything fits.
  if (!folded.ok) throw new Error('the actions could not be folded');
  const { characters, lowerBound, isLossless } = folded.value;
  return { characters, lowerBound, isLossless };
}

interface WrittenStatement {
  readonly Effect: string;
  readonly Resource?: unknown;
}

function scopedStatements(document: unknown): number {
  const { Statement: statements } = document as { readonly Statement: readonly WrittenStatement[] };
  return statements.filter(({ Effect, Resource: resource }) => Effect === 'Allow' && resource !== '*').length;
}
