import { staffUserRecord } from '../../../local/seed/staff-users';

const seed = {
  role: 'board staff',
  email: 'staff@example.org',
  givenName: 'Sam',
  familyName: 'Staff',
  compactActions: [],
  jurisdictionActions: { oh: ['write'], ky: [] },
};

describe('records of seeded staff users', () => {
  test('have the keys and fields that the administration of staff users writes', () => {
    expect(staffUserRecord(seed, 'user-1', new Date('2026-11-08T23:59:59.123Z'))).toEqual({
      pk: 'USER#user-1',
      sk: 'COMPACT#aslp',
      type: 'user',
      userId: 'user-1',
      compact: 'aslp',
      attributes: { email: 'staff@example.org', givenName: 'Sam', familyName: 'Staff' },
      permissions: { jurisdictions: { oh: new Set(['write']) } },
      status: 'inactive',
      famGiv: 'Staff#Sam',
      dateOfUpdate: '2026-11-08T23:59:59+00:00',
    });
  });

  test('have actions of the compact only where there are some: a table stores no empty set', () => {
    const record = staffUserRecord({ ...seed, compactActions: ['admin'] }, 'user-1', new Date(0));

    expect(record.permissions.actions).toEqual(new Set(['admin']));
  });
});
