import { STAFF_USER_FIELDS } from './records/record-samples';
import { detailOf, DOMAIN, NOW, OPTIONAL_VALUES, PROVIDER_ID, valueOf } from './samples';
import { providerDetailResponse } from '../../../src/core/contracts/schemas/providers';
import { licenseForm } from '../../../src/core/licensure/forms/license-form';
import { providerForm } from '../../../src/core/licensure/forms/provider-form';
import { staffUserForm } from '../../../src/core/licensure/forms/staff-user-form';
import { planIngest } from '../../../src/core/licensure/ingest-license';
import { readProviderRecords } from '../../../src/core/licensure/provider-records';
import { loadRecord, storeRecord } from '../../../src/core/licensure/records/record-type';
import { STAFF_USER } from '../../../src/core/licensure/records/staff-user';
import { providerDetail, providerSummary } from '../../../src/core/licensure/responses';
import { parse } from '../../../src/core/validation/parse';

const CONTEXT = { domain: DOMAIN, now: NOW };
const ITEMS = valueOf(
  planIngest({ domain: DOMAIN, detail: detailOf(OPTIONAL_VALUES), storedItems: [], now: NOW }),
).puts;
const PROVIDER_ITEM = ITEMS.find((item) => item.type === 'provider')!;
const RECORDS = valueOf(readProviderRecords(ITEMS, CONTEXT));

test('the general form shows neither birth date nor digits of the social security number', () => {
  const detail = providerDetail(ITEMS, 'general', CONTEXT);

  expect(detail).toMatchObject({ providerId: PROVIDER_ID, militaryStatus: 'notApplicable', birthMonthDay: '11-30' });
  expect(JSON.stringify(detail)).not.toMatch(/1979|4444|militaryStatusNote/);
});

test('the private form adds them, for the provider and for each license', () => {
  const added = { dateOfBirth: '1979-11-30', ssnLastFour: '4444' };

  expect(providerDetail(ITEMS, 'private', CONTEXT)).toMatchObject({
    ...added,
    militaryStatusNote: '',
    licenses: [{ ...added, jurisdiction: 'oh', adverseActions: [], investigations: [] }],
    privileges: [],
    militaryAffiliations: [],
  });
});

test('no form shows keys, marks of boards or recovery data', () => {
  const secrets = { encumberedStatus: 'encumbered', recoveryToken: 'secret', emailVerificationCode: '1234' };
  const items = ITEMS.map((item) => ({
    ...item,
    ...(item.type === 'provider' ? secrets : { encumberedStatus: 'encumbered' }),
  }));

  const text = JSON.stringify(providerDetail(items, 'private', CONTEXT));

  expect(text).not.toMatch(/"(pk|sk)"|GSI|encumberedStatus|firstUploadDate|recovery|secret|1234/);
  expect(text).toContain('"licenseStatus":"inactive"');
});

test.each(['general', 'private'] as const)('the %s form is what the contract declares, and nothing else', (form) => {
  const { privilegeJurisdictions, ...detail } = providerDetail(ITEMS, form, CONTEXT);
  const body = { ...detail, privilegeJurisdictions: [...(privilegeJurisdictions as Set<string>)] };

  expect(parse(providerDetailResponse(DOMAIN), body)).toEqual({ ok: true, value: body });
});

test('a provider in a list is shown in the general form', () => {
  expect(providerSummary(PROVIDER_ITEM, CONTEXT)).toEqual(valueOf(providerForm(RECORDS.provider!, 'general')));
});

test('the public form has nothing that the general form lacks, and less', () => {
  const general = valueOf(providerForm(RECORDS.provider!, 'general'));
  const shownInPublic = valueOf(providerForm(RECORDS.provider!, 'public'));

  expect(general).toMatchObject(shownInPublic);
  expect(shownInPublic).not.toHaveProperty('dateOfExpiration');
});

test('a license that expired since it was read is shown as inactive', () => {
  const shown = licenseForm(RECORDS.licenses[0], 'general', '2026-05-01T00:00:00+00:00');

  expect(shown).toMatchObject({ value: { licenseStatus: 'inactive' } });
});

test('a record that can not be shown is an error that names it and its fields', () => {
  const { birthMonthDay: _lost, ...item } = PROVIDER_ITEM;

  expect(() => providerSummary(item, CONTEXT)).toThrow(
    `a record of provider ${PROVIDER_ID} can't be shown: birthMonthDay: Missing data for required field.`,
  );
  expect(() => providerDetail([{ ...PROVIDER_ITEM, npi: 'x' }], 'general', CONTEXT)).toThrow(
    'npi: String does not match',
  );
  expect(() => providerDetail([], 'general', CONTEXT)).toThrow('lack the provider record');
});

test('a staff user is shown with what is granted as true', () => {
  const item = valueOf(storeRecord(STAFF_USER, STAFF_USER_FIELDS, CONTEXT));

  expect(staffUserForm(valueOf(loadRecord(STAFF_USER, item, CONTEXT)))).toEqual({
    type: 'user',
    userId: PROVIDER_ID,
    status: 'active',
    dateOfUpdate: NOW,
    attributes: STAFF_USER_FIELDS.attributes,
    permissions: { arbor: { jurisdictions: { oh: { actions: { write: true } } } } },
  });
});
