import { FUNCTIONS } from '../../src/core/contracts/functions';
import { BackendResources, contractEnvironment } from '../../src/private/backend-resources';

test('a resource that a stack did not get is named with the function that needs it', () => {
  const nothing = { tables: {} } as BackendResources;

  expect(() => contractEnvironment(FUNCTIONS.licensePreprocessor, nothing)).toThrow(
    'function licensePreprocessor needs the variable SSN_TABLE_NAME, which its stack did not get: pass it in the resources',
  );
});
