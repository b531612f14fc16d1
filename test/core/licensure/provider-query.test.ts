import { DOMAIN, PROVIDER_ID } from './samples';
import { encodeLastKey } from '../../../src/core/licensure/pagination';
import { planProviderQuery } from '../../../src/core/licensure/provider-query';

const plan = (query: object, rest: object = {}) => planProviderQuery(DOMAIN, 'arbor', { query, ...rest });

test('without criteria all providers are listed by name, a hundred on a page', () => {
  expect(plan({})).toEqual({
    ok: true,
    value: {
      kind: 'search',
      query: {},
      sorting: { key: 'familyName', direction: 'ascending' },
      index: 'providerFamGivMid',
      partition: { attribute: 'sk', value: 'arbor#PROVIDER' },
      sortPrefix: undefined,
      jurisdiction: undefined,
      ascending: true,
      startKey: undefined,
      pageSize: 100,
      lastKey: null,
    },
  });
});

test.each([
  [{ familyName: ' De Wit ' }, 'de%20wit#'],
  [{ familyName: 'Ek', givenName: 'Linnea' }, 'ek#linnea#'],
])('names match as a whole: %j looks for %j', (query, value) => {
  expect(plan(query)).toMatchObject({ value: { sortPrefix: { attribute: 'providerFamGivMid', value } } });
});

test('trimmed criteria are repeated in the answer', () => {
  expect(plan({ familyName: ' Ek ', jurisdiction: 'ky ' })).toMatchObject({
    value: { query: { familyName: 'Ek', jurisdiction: 'ky' }, jurisdiction: 'ky' },
  });
});

test('an id wins over every other criterion, also over wrong ones', () => {
  const query = { providerId: PROVIDER_ID.toUpperCase(), givenName: 'Linnea', jurisdiction: 'ky' };

  expect(plan(query, { sorting: { key: 'npi' }, pagination: { pageSize: 5 } })).toEqual({
    ok: true,
    value: { kind: 'byId', query: { providerId: PROVIDER_ID }, providerId: PROVIDER_ID, pageSize: 5, lastKey: null },
  });
});

test.each([
  [{ key: 'dateOfUpdate' }, 'providerDateOfUpdate', true, 'ascending'],
  [{ key: 'familyName', direction: 'descending' }, 'providerFamGivMid', false, 'descending'],
  [{ key: 'familyName', direction: 'sideways' }, 'providerFamGivMid', false, 'sideways'],
  [{}, 'providerFamGivMid', true, 'ascending'],
])('sorting %j uses the index %s', (sorting, index, ascending, direction) => {
  expect(plan({}, { sorting })).toMatchObject({ value: { index, ascending, sorting: { direction } } });
});

test('a page goes on after the key of the one before', () => {
  const key = { pk: `arbor#PROVIDER#${PROVIDER_ID}`, sk: 'arbor#PROVIDER', providerFamGivMid: 'ek#linnea#' };
  const lastKey = encodeLastKey(key);

  expect(plan({}, { pagination: { lastKey, pageSize: 10, color: 'red' } })).toMatchObject({
    value: { startKey: key, lastKey, pageSize: 10 },
  });
});

test.each([
  [{ givenName: 'Linnea' }, {}, 'familyName is required if givenName is provided'],
  [{}, { sorting: { key: 'npi' } }, "Invalid sort key: 'npi'"],
  [
    { familyName: 'Ek' },
    { sorting: { key: 'dateOfUpdate' } },
    'givenName and familyName are not supported for sorting by dateOfUpdate',
  ],
  [{}, { pagination: { lastKey: '%%%' } }, 'Invalid lastKey'],
  [{}, { pagination: { lastKey: encodeLastKey({ pk: 'x' }) } }, 'Invalid request'],
  [{ npi: '1' }, {}, 'Invalid request: query.npi: Unknown field.'],
  [{ jurisdiction: 'zz' }, {}, 'Invalid request: query.jurisdiction: Must be one of: oh, ky, ne, wy.'],
  [{ providerId: '1' }, {}, 'Invalid request: query.providerId: Not a valid UUID.'],
  [{ familyName: ' ' }, {}, 'Invalid request: query.familyName: Length must be between 1 and 100.'],
  [{}, { page: 1 }, 'Invalid request: page: Unknown field.'],
])('the query %j with %j is refused: %s', (query, rest, message) => {
  expect(plan(query, rest)).toEqual({ ok: false, error: { status: 400, body: { message } } });
});

test.each([
  [{}, 'query: Missing data for required field.'],
  [{ query: null }, 'query: Field may not be null.'],
])('the body %j is refused', (body, reason) => {
  expect(planProviderQuery(DOMAIN, 'arbor', body)).toMatchObject({
    error: { body: { message: `Invalid request: ${reason}` } },
  });
});
