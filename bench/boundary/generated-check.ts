import { generatedTemplates } from './generated-template';
import { accountFor } from '../../src/boundary/boundary-source';
import { derive } from '../../src/boundary/derivation';
import { placedTemplates } from '../../src/boundary/placed-templates';
import { boundaryTables } from '../../src/boundary/tables';
import { analyse } from '../../src/core/boundary/analyse';

/** How many resources there are, at the ends of what is measured. */
export const FEW = 100;
export const MANY = 10_000;

/** A check of so many resources against the boundary that is derived from few of them. */
export function generatedCheck(resources: number): () => unknown {
  const few = placedTemplates(generatedTemplates(FEW))[0];
  const { bootstrap } = derive(few, { roleNamePrefixes: ['bench-'] });
  const account = accountFor({ template: bootstrap.template }, few);
  const { templates } = placedTemplates(generatedTemplates(resources))[0];
  return () => analyse({ templates, account }, boundaryTables());
}
