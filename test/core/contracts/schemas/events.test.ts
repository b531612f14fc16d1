import { bulkIngestSource, EVENT_SOURCES, EVENT_TYPES, EventType } from '../../../../src/core/contracts/events';
import {
  domainEvent,
  EVENT_DETAILS,
  EventContract,
  parseEventDetail,
} from '../../../../src/core/contracts/schemas/events';
import { archivedEvent } from '../../../../src/core/licensure/events/archived-event';
import { parse } from '../../../../src/core/validation/parse';
import { detailOf, DOMAIN, NOW, OPTIONAL_VALUES, PROVIDER_ID } from '../../licensure/samples';

const ID = '1a2b3c4d-1111-4222-8333-444455556666';

const PROVIDER = { compact: 'arbor', eventTime: NOW, providerId: PROVIDER_ID };
const BASE = { compact: 'arbor', jurisdiction: 'oh', eventTime: NOW };
const ENCUMBRANCE = { ...BASE, providerId: PROVIDER_ID, licenseTypeAbbreviation: 'ts', effectiveDate: '2025-06-01' };
const INVESTIGATION = {
  ...BASE,
  providerId: PROVIDER_ID,
  licenseTypeAbbreviation: 'ts',
  investigationAgainst: 'license',
  investigationId: ID,
};
const REVERT = {
  ...BASE,
  providerId: PROVIDER_ID,
  licenseType: 'tree surgeon',
  rollbackReason: 'a wrong file',
  startTime: NOW,
  endTime: NOW,
  rollbackExecutionName: 'rollback-1',
};
const BOUGHT = {
  compact: 'arbor',
  providerId: PROVIDER_ID,
  jurisdiction: 'ne',
  licenseTypeAbbrev: 'ts',
  privilegeId: 'TS-NE-17',
};
const LINE = { name: 'Privilege', description: 'Nebraska', quantity: '1', unitPrice: '50.00' };
const PURCHASE = {
  ...BASE,
  providerEmail: 'linnea@example.org',
  privileges: [BOUGHT],
  totalCost: '50.00',
  costLineItems: [LINE],
};

/** A detail of every type with every field. */
const DETAILS: Readonly<Record<EventType, Readonly<Record<string, unknown>>>> = {
  'license.ingest': detailOf({ ...OPTIONAL_VALUES, previousProviderId: ID }),
  'license.ingest-failure': { ...BASE, errors: ['not a file of licenses'] },
  'license.validation-error': {
    ...BASE,
    recordNumber: 3,
    validData: { familyName: 'Ek' },
    errors: { npi: ['String does not match expected pattern.'] },
  },
  'license.deactivation': { ...BASE, providerId: PROVIDER_ID, licenseType: 'tree surgeon' },
  'license.encumbrance': { ...ENCUMBRANCE, adverseActionId: ID },
  'license.encumbranceLifted': ENCUMBRANCE,
  'privilege.encumbrance': ENCUMBRANCE,
  'privilege.encumbranceLifted': ENCUMBRANCE,
  'license.investigation': INVESTIGATION,
  'license.investigationClosed': { ...INVESTIGATION, adverseActionId: ID },
  'privilege.investigation': INVESTIGATION,
  'privilege.investigationClosed': { ...INVESTIGATION, adverseActionId: ID },
  'privilege.deactivation': { ...BASE, providerId: PROVIDER_ID },
  'privilege.purchase': PURCHASE,
  'privilege.issued': { ...BASE, providerEmail: 'linnea@example.org' },
  'privilege.renewed': { ...BASE, providerEmail: 'linnea@example.org' },
  'militaryAffiliation.audit': { ...PROVIDER, auditResult: 'approved', auditNote: 'orders seen' },
  'provider.homeJurisdictionChange': { ...PROVIDER, previousHomeJurisdiction: null, newHomeJurisdiction: 'other' },
  'license.revert': REVERT,
  'privilege.revert': REVERT,
};

const CONTRACTS: Readonly<Record<EventType, EventContract>> = EVENT_DETAILS;

test('every type of events has a contract, and every contract a type', () => {
  expect(Object.keys(EVENT_DETAILS).sort()).toEqual([...EVENT_TYPES].sort());
});

test.each(EVENT_TYPES)('somebody who is known publishes %s', (type) => {
  const { producers } = CONTRACTS[type];

  expect(producers.length).toBeGreaterThan(0);
  expect(producers.filter((producer) => !(producer in EVENT_SOURCES) && producer !== 'bulkIngest')).toEqual([]);
});

test.each(EVENT_TYPES)('the detail of %s is read as it was published, without what is unknown', (type) => {
  const event = domainEvent(type, EVENT_SOURCES.providerData, DETAILS[type] as never);
  const received = JSON.parse(JSON.stringify({ ...event.detail, addedLater: true }));

  expect(event.detailType).toBe(type);
  expect(parseEventDetail(type, received, DOMAIN)).toEqual({ ok: true, value: DETAILS[type] });
});

test.each(EVENT_TYPES)('a detail of %s needs a compact and a time with its zone', (type) => {
  const outcome = parseEventDetail(type, { ...DETAILS[type], compact: undefined, eventTime: '2025-06-15' }, DOMAIN);

  expect(outcome).toMatchObject({
    ok: false,
    error: { compact: expect.any(Array), eventTime: ['Not a valid aware datetime.'] },
  });
});

test.each(EVENT_TYPES)('personal fields of %s are fields that its detail can have', (type) => {
  for (const field of CONTRACTS[type].personalFields) expect(DETAILS[type]).toHaveProperty(field);
});

test('no field of an uploaded license that only it needs to know is missing among the personal ones', () => {
  const impersonal = [
    'compact',
    'jurisdiction',
    'eventTime',
    'providerId',
    'previousProviderId',
    'licenseType',
    'licenseStatus',
    'licenseStatusName',
    'compactEligibility',
    'dateOfIssuance',
    'dateOfRenewal',
    'dateOfExpiration',
  ];
  const { personalFields } = EVENT_DETAILS['license.ingest'];

  expect([...impersonal, ...personalFields].sort()).toEqual(Object.keys(DETAILS['license.ingest']).sort());
});

test('the social security number itself is no part of any detail', () => {
  const ssn = '222-33-4444';

  for (const type of EVENT_TYPES) {
    const read = parse(CONTRACTS[type].detail(DOMAIN), { ...DETAILS[type], ssn, previousSSN: ssn });
    expect(JSON.stringify(read)).not.toContain(ssn);
  }
});

test('errors of columns that a file must not have come as a list and are read', () => {
  const detail = { ...DETAILS['license.validation-error'], errors: ['License contains unsupported fields'] };

  expect(parseEventDetail('license.validation-error', detail, DOMAIN)).toEqual({ ok: true, value: detail });
});

test.each([
  ['no privilege', { privileges: [] }, { privileges: ['Length must be between 1 and 100.'] }],
  [
    'more cost lines than a receipt has',
    { costLineItems: Array.from({ length: 301 }, () => LINE) },
    { costLineItems: ['Length must be between 1 and 300.'] },
  ],
  ['a number as cost', { totalCost: 50 }, { totalCost: ['Not a valid string.'] }],
])('a purchase of %s is refused', (_what, changes, error) => {
  expect(parseEventDetail('privilege.purchase', { ...PURCHASE, ...changes }, DOMAIN)).toEqual({ ok: false, error });
});

test('a detail that is none of its type is refused with every reason', () => {
  expect(parseEventDetail('license.encumbrance', { ...BASE, effectiveDate: 'soon' }, DOMAIN)).toEqual({
    ok: false,
    error: {
      providerId: ['Missing data for required field.'],
      licenseTypeAbbreviation: ['Missing data for required field.'],
      adverseActionId: ['Missing data for required field.'],
      effectiveDate: ['Not a valid date.'],
    },
  });
});

test.each(EVENT_TYPES)('%s is archived', (type) => {
  const message = { id: 'e1', 'detail-type': type, source: bulkIngestSource('a/b/c'), detail: DETAILS[type] };

  expect(archivedEvent(message, NOW)).toMatchObject({ ok: true, value: { eventType: type, compact: 'arbor' } });
});
