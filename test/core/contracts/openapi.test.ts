import { openApiPaths } from '../../../src/core/contracts/openapi';
import { routesOf } from '../../../src/core/contracts/routes';

const domain = {
  compacts: ['aslp', 'coun'],
  jurisdictions: ['ky', 'oh'],
  licenseTypes: {
    aslp: [{ name: 'audiologist', abbreviation: 'aud' }],
    coun: [{ name: 'licensed professional counselor', abbreviation: 'lpc' }],
  },
};
const members = { aslp: ['ky', 'oh'], coun: ['oh'] };

const state = openApiPaths(routesOf('state'), domain, members) as Record<string, any>;
const internal = openApiPaths(routesOf('internal'), domain, members) as Record<string, any>;
const upload = state['/v1/compacts/{compact}/jurisdictions/{jurisdiction}/licenses'].post;
const query = internal['/v1/compacts/{compact}/providers/query'].post;

test('an upload asks for the write scope of a compact or of one of its members', () => {
  expect(upload.security).toEqual([
    { stateAuth: ['aslp/write', 'ky/aslp.write', 'oh/aslp.write', 'coun/write', 'oh/coun.write'] },
  ]);
});

test('the parameters of a path are required texts, in order', () => {
  expect(upload.parameters).toEqual([
    { name: 'compact', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'jurisdiction', in: 'path', required: true, schema: { type: 'string' } },
  ]);
});

test('a request is a closed object with formats, patterns, bounds and the license types of all compacts', () => {
  const schema = upload.requestBody.content['application/json'].schema;

  expect(schema).toMatchObject({ type: 'array', maxItems: 100, items: { additionalProperties: false } });
  expect(schema.items.required).toContain('ssn');
  expect(schema.items.required).not.toContain('npi');
  expect(schema.items.properties).toMatchObject({
    ssn: { type: 'string', pattern: '^[0-9]{3}-[0-9]{2}-[0-9]{4}$' },
    familyName: { type: 'string', minLength: 1, maxLength: 100 },
    licenseType: { type: 'string', enum: ['audiologist', 'licensed professional counselor'] },
    dateOfBirth: { type: 'string', format: 'date' },
  });
});

test('each declared answer has its schema', () => {
  expect(Object.keys(upload.responses)).toEqual(['200', '400']);
  expect(upload.responses[200].content['application/json'].schema).toEqual({
    type: 'object',
    properties: { message: { type: 'string' } },
    required: ['message'],
  });
});

test('a value that may be null is nullable, as OpenAPI 3.0 says it', () => {
  const { pagination } = query.responses[200].content['application/json'].schema.properties;

  expect(pagination.properties.lastKey).toEqual({ type: 'string', minLength: 1, maxLength: 1024, nullable: true });
});

test('routes of one path are operations of one entry', () => {
  expect(Object.keys(internal)).toEqual([
    '/v1/compacts/{compact}/jurisdictions/{jurisdiction}/licenses/bulk-upload',
    '/v1/compacts/{compact}/providers/query',
    '/v1/compacts/{compact}/providers/{providerId}',
  ]);
  expect(Object.keys(internal['/v1/compacts/{compact}/providers/{providerId}'])).toEqual(['get']);
});
