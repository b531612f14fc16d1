import { FUNCTIONS } from '../../src/core/contracts/functions';
import { BackendResources, contractEnvironment } from '../../src/private/backend-resources';
import { deploymentOf } from '../../src/private/deployment';
import { sandboxSettings } from '../licensure/backend-settings';

test('a resource that a stack did not get is named with the function that needs it', () => {
  const nothing = { deployment: deploymentOf(sandboxSettings()), tables: {} } as unknown as BackendResources;

  expect(() => contractEnvironment(FUNCTIONS.licensePreprocessor, nothing)).toThrow(
    'function licensePreprocessor needs the variable SSN_TABLE_NAME, which its stack did not get: pass it in the resources',
  );
});
