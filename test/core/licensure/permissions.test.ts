import type { RuntimeCheck } from '../../../src/core/contracts/routes';
import { authorize, mayOpenDocuments, responseForm, stateResponseForm } from '../../../src/core/licensure/permissions';
import { requestRefusal } from '../../../src/core/licensure/request-refusal';

const PATH = { compact: 'arbor', jurisdiction: 'oh' };
const COMPACT: RuntimeCheck = { kind: 'compact', action: 'admin' };
const JURISDICTION: RuntimeCheck = { kind: 'jurisdiction', action: 'write' };
const ANY: RuntimeCheck = { kind: 'compactOrAnyJurisdiction', action: 'readGeneral' };

test.each<[string, RuntimeCheck, string[], 'allowed' | 'denied']>([
  ['no check', { kind: 'none' }, [], 'allowed'],
  ['the compact', COMPACT, ['arbor/admin'], 'allowed'],
  ['the compact', COMPACT, ['avian/admin', 'oh/arbor.admin', 'arbor/write'], 'denied'],
  ['the jurisdiction', JURISDICTION, ['oh/arbor.write'], 'allowed'],
  ['the jurisdiction', JURISDICTION, ['arbor/write', 'ky/arbor.write', 'oh/avian.write', 'oh/arbor.admin'], 'denied'],
  ['the compact or any jurisdiction', ANY, ['arbor/readGeneral'], 'allowed'],
  ['the compact or any jurisdiction', ANY, ['wy/arbor.readGeneral'], 'allowed'],
  ['the compact or any jurisdiction', ANY, ['wy/avian.readGeneral', 'Arbor/readGeneral', 'arbor/admin'], 'denied'],
])('a check of %s (%j) with %j is %s', (_what, check, scopes, decision) => {
  expect(authorize(check, PATH, new Set(scopes))).toBe(decision);
});

test('a check that needs an absent part of the path denies', () => {
  expect(authorize(COMPACT, {}, new Set(['undefined/admin', '/admin']))).toBe('denied');
  expect(authorize(JURISDICTION, { compact: 'arbor' }, new Set(['undefined/arbor.write']))).toBe('denied');
});

test.each([
  [['arbor/readGeneral'], 'general'],
  [['arbor/readPrivate'], 'private'],
  [['arbor/admin'], 'private'],
  [['ky/arbor.readPrivate'], 'private'],
  [['wy/arbor.readPrivate'], 'general'],
  [['ky/avian.readPrivate', 'avian/admin', 'ky/arbor.admin', 'arbor/readSSN'], 'general'],
])('with %j a provider of oh and ky is shown in the %s form', (scopes, form) => {
  expect(responseForm({ compact: 'arbor', scopes: new Set(scopes), jurisdictions: ['oh', 'ky'] })).toBe(form);
});

test.each([
  [['arbor/readGeneral'], 'general'],
  [['arbor/readPrivate'], 'private'],
  [['ky/arbor.readPrivate'], 'private'],
  [['wy/arbor.readPrivate', 'avian/readPrivate'], 'general'],
  [['arbor/admin', 'oh/arbor.admin'], 'general'],
])('with %j a state IT system reads a provider of oh and ky in the %s form', (scopes, form) => {
  expect(stateResponseForm({ compact: 'arbor', scopes: new Set(scopes), jurisdictions: ['oh', 'ky'] })).toBe(form);
});

test.each([
  ['arbor/admin', true],
  ['arbor/readPrivate', false],
  ['oh/arbor.admin', false],
  ['avian/admin', false],
])('the scope %s opens documents of a military affiliation: %s', (scope, may) => {
  expect(mayOpenDocuments({ compact: 'arbor', scopes: new Set([scope]) })).toBe(may);
});

const REQUEST = {
  check: JURISDICTION,
  parameters: ['compact', 'jurisdiction'],
  path: PATH,
  body: '[]',
  contentType: 'application/json',
  scopeClaim: 'openid oh/arbor.write',
};

test.each([
  [
    'another content type, whatever else is wrong',
    { contentType: 'text/plain', scopeClaim: undefined },
    415,
    'Unsupported media type',
  ],
  [
    'a content type with a parameter',
    { contentType: 'application/json; charset=utf-8' },
    415,
    'Unsupported media type',
  ],
  ['a body without content type', { contentType: undefined }, 415, 'Unsupported media type'],
  ['a path without its parameter', { path: { compact: 'arbor' } }, 400, 'Missing path parameter!'],
  ['a token without scopes', { scopeClaim: undefined }, 401, 'Unauthorized'],
  ['a missing scope, before the body is read', { scopeClaim: 'openid', body: '{' }, 403, 'Access denied'],
])('%s is refused', (_what, changes, status, message) => {
  expect(requestRefusal({ ...REQUEST, ...changes })).toEqual({ status, body: { message } });
});

test('a request with the right scope reaches its route, without a body also without content type', () => {
  expect(requestRefusal(REQUEST)).toBeUndefined();
  expect(requestRefusal({ ...REQUEST, body: null, contentType: undefined })).toBeUndefined();
});
