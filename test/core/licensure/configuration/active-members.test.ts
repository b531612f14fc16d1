import { POSTAL_ABBREVIATIONS } from '../../../../src/core/config/postal-abbreviations';
import { changedActiveMembers } from '../../../../src/core/licensure/configuration/active-members';
import { jurisdictionName } from '../../../../src/core/licensure/configuration/jurisdiction-names';

const OHIO = { jurisdictionName: 'Ohio', postalAbbreviation: 'oh', compact: 'arbor' };
const ISLANDS = { jurisdictionName: 'U.S. Virgin Islands', postalAbbreviation: 'vi', compact: 'arbor' };
const KEY = 'COMPACT#arbor#ACTIVE_MEMBER_JURISDICTIONS';

test('members are listed in one item, with their names', () => {
  expect(changedActiveMembers('arbor', ['oh', 'vi'], undefined)).toEqual({
    pk: KEY,
    sk: KEY,
    active_member_jurisdictions: [OHIO, ISLANDS],
  });
});

test('a list that says the same, in keys of another order, is left alone', () => {
  const { jurisdictionName: name, ...rest } = OHIO;
  const stored = { pk: KEY, sk: KEY, active_member_jurisdictions: [{ ...rest, jurisdictionName: name }, ISLANDS] };

  expect(changedActiveMembers('arbor', ['oh', 'vi'], stored)).toBeUndefined();
});

test.each([
  ['another order', [ISLANDS, OHIO]],
  ['a member less', [OHIO]],
  ['another name', [{ ...OHIO, jurisdictionName: 'Iowa' }, ISLANDS]],
  ['something that can’t be read', 'oh, vi'],
])('a stored list with %s is replaced', (_name, members) => {
  const stored = { pk: KEY, sk: KEY, active_member_jurisdictions: members };

  expect(changedActiveMembers('arbor', ['oh', 'vi'], stored)).toMatchObject({
    active_member_jurisdictions: [OHIO, ISLANDS],
  });
});

test('every postal abbreviation has a name of its own', () => {
  expect(new Set(POSTAL_ABBREVIATIONS.map(jurisdictionName)).size).toBe(POSTAL_ABBREVIATIONS.length);
  expect(jurisdictionName('dc')).toBe('District of Columbia');
});

test('an abbreviation of nowhere has none', () => {
  expect(() => jurisdictionName('zz')).toThrow('no jurisdiction has the postal abbreviation zz');
});
