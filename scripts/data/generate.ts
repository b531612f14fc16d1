import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { actionFile } from './action-file';
import { MANAGED_POLICY_NOTE, managedPolicyFile } from './managed-policy-file';
import { SOURCE_PACKAGES } from './packages';
import { REVIEWS } from './reviewed';
import { SUPPLEMENT } from './supplement';
import { typeFile } from './type-file';
import { linesOf } from './write-lines';
import { readActionTable } from '../../src/core/iam/read-action-table';
import { licenseNotices } from '../license-notices';

/** Writes data/: what the boundary compiler knows of actions, resource types and policies of AWS. */
export const DATA_FOLDER = join(resolve(__dirname, '..', '..'), 'data');

/** The files as texts, by their names. */
export function dataFiles(): Readonly<Record<string, string>> {
  const actions = actionFile();
  const types = typeFile(readActionTable(actions), REVIEWS, SUPPLEMENT);
  const { policies } = managedPolicyFile();
  return {
    'actions.json': linesOf({ provenance: actions.provenance }, 'services', actions.services),
    'resource-types.json': linesOf({ provenance: types.provenance }, 'types', types.types),
    'THIRD-PARTY-LICENSES.txt': licenseNotices(SOURCE_PACKAGES),
    'managed-policies.json': linesOf({ note: MANAGED_POLICY_NOTE }, 'policies', policies),
  };
}

if (require.main === module) {
  mkdirSync(DATA_FOLDER, { recursive: true });
  for (const [name, text] of Object.entries(dataFiles())) writeFileSync(join(DATA_FOLDER, name), text);
}
