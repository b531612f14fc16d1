import { archivedEvent } from '../../../../src/core/licensure/events/archived-event';
import { detailOf, NOW, OPTIONAL_VALUES, PROVIDER_ID, valueOf } from '../samples';

const EVENT_TIME = '2025-06-15T10:00:00+00:00';
const DETAIL = { compact: 'arbor', jurisdiction: 'oh', eventTime: EVENT_TIME };

const message = (type: string, detail: object) => ({
  id: 'e1',
  'detail-type': type,
  source: 'org.compactconnect.provider-data',
  detail,
});

test('an event is kept with its detail under its jurisdiction, type and time', () => {
  const detail = { ...DETAIL, providerId: PROVIDER_ID, licenseType: 'tree surgeon' };

  expect(valueOf(archivedEvent(message('license.deactivation', detail), NOW))).toEqual({
    pk: 'COMPACT#arbor#JURISDICTION#oh',
    sk: 'TYPE#license.deactivation#TIME#1749981600#EVENT#e1',
    eventType: 'license.deactivation',
    // 366 days after NOW.
    eventExpiry: 1781605230,
    ...detail,
  });
});

test.each([
  ['license.validation-error', 90],
  ['license.ingest-failure', 90],
  ['license.ingest', 366],
  ['provider.homeJurisdictionChange', 366],
  ['a.type.of.a.later.release', 366],
])('%s is kept for %i days from its archiving on, however late it comes', (type, days) => {
  const item = valueOf(archivedEvent(message(type, { ...DETAIL, eventTime: '2020-01-01T00:00:00Z' }), NOW));

  expect(item.eventExpiry).toBe(Date.parse(NOW) / 1000 + days * 86_400);
});

test('of an uploaded license nothing is kept that tells who it is', () => {
  const detail = detailOf({ ...OPTIONAL_VALUES, eventTime: '2025-06-15T12:00:00.25+02:00' });

  const item = valueOf(archivedEvent(message('license.ingest', detail), NOW));

  expect(Object.keys(item).sort()).toEqual([
    'compact',
    'compactEligibility',
    'dateOfExpiration',
    'dateOfIssuance',
    'dateOfRenewal',
    'eventExpiry',
    'eventTime',
    'eventType',
    'jurisdiction',
    'licenseStatus',
    'licenseType',
    'pk',
    'sk',
  ]);
  expect(item).toMatchObject({ eventTime: '2025-06-15T12:00:00.250000+02:00' });
  expect(item.sk).toContain('#TIME#1749981600#');
});

test('an event that is about a provider alone stands under the empty jurisdiction', () => {
  const detail = { compact: 'arbor', eventTime: EVENT_TIME, providerId: PROVIDER_ID, auditResult: 'approved' };

  expect(valueOf(archivedEvent(message('militaryAffiliation.audit', detail), NOW))).toMatchObject({
    pk: 'COMPACT#arbor#JURISDICTION#',
    ...detail,
  });
});

test('names that are empty are replaced at every depth, because the store refuses them', () => {
  const detail = { ...DETAIL, errors: { '': ['Unknown field.'], npi: [{ '': 'y' }] }, validData: { '': null } };

  expect(valueOf(archivedEvent(message('license.validation-error', detail), NOW))).toMatchObject({
    errors: { '<EMPTY>': ['Unknown field.'], npi: [{ '<EMPTY>': 'y' }] },
    validData: { '<EMPTY>': null },
  });
});

test('a detail can say its type and expiry itself, but not the keys of its item', () => {
  const detail = { ...DETAIL, pk: 'x', sk: 'y', eventType: 'z', eventExpiry: 1 };

  expect(valueOf(archivedEvent(message('privilege.deactivation', detail), NOW))).toEqual({
    ...valueOf(archivedEvent(message('privilege.deactivation', DETAIL), NOW)),
    eventType: 'z',
    eventExpiry: 1,
  });
});

test.each(['2025-06-15T10:00:00,5Z', '2025-06-15T10:00:00+00', '2025-06-15T15:30:15+05:30:15'])(
  'an event of %s stands under the second that it names',
  (eventTime) => {
    const item = valueOf(archivedEvent(message('license.deactivation', { ...DETAIL, eventTime }), NOW));

    expect(item.sk).toBe('TYPE#license.deactivation#TIME#1749981600#EVENT#e1');
  },
);

test('a message that came again gives the same item, at another time with a later expiry only', () => {
  const first = valueOf(archivedEvent(message('license.deactivation', DETAIL), NOW));
  const again = valueOf(archivedEvent(message('license.deactivation', DETAIL), '2025-06-15T11:20:30+00:00'));

  expect(again).toEqual({ ...first, eventExpiry: Number(first.eventExpiry) + 3600 });
});

test.each([
  ['a text', 'text', '_schema: Invalid input type.'],
  ['a message without detail', { id: 'e1', 'detail-type': 'license.ingest' }, 'detail: Missing data'],
  ['a detail without compact', message('a', { eventTime: EVENT_TIME }), 'detail.compact: Missing data'],
  ['a detail without time', message('a', { compact: 'arbor' }), 'detail.eventTime: Missing data'],
  [
    'a time without zone',
    message('a', { ...DETAIL, eventTime: '2025-06-15T10:00:00' }),
    'detail.eventTime: Not a valid aware datetime.',
  ],
])('%s can not be archived, and the error names the field', (_what, received, reason) => {
  expect(archivedEvent(received, NOW)).toEqual({ ok: false, error: expect.stringContaining(reason) });
});
