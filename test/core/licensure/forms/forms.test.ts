import { FIELD_LISTS, Reader, ShownType } from './field-lists';
import { adverseActionForm } from '../../../../src/core/licensure/forms/adverse-action-form';
import { attestationForm } from '../../../../src/core/licensure/forms/attestation-form';
import { investigationForm } from '../../../../src/core/licensure/forms/investigation-form';
import { licenseForm } from '../../../../src/core/licensure/forms/license-form';
import { militaryAffiliationForm } from '../../../../src/core/licensure/forms/military-affiliation-form';
import { privilegeForm } from '../../../../src/core/licensure/forms/privilege-form';
import { providerForm } from '../../../../src/core/licensure/forms/provider-form';
import { statePrivilegeForm } from '../../../../src/core/licensure/forms/state-privilege-form';
import { RECORD_TYPES } from '../../../../src/core/licensure/records';
import { AnyRecordType, loadRecord, storeRecord } from '../../../../src/core/licensure/records/record-type';
import type { Result } from '../../../../src/core/result';
import { MAXIMAL_RECORDS } from '../records/maximal-records';
import { DOMAIN, NOW, valueOf } from '../samples';

const CONTEXT = { domain: DOMAIN, now: NOW };

/** The loaded record of a type with every field, computed ones included. */
function maximal(name: keyof typeof RECORD_TYPES): any {
  const type: AnyRecordType = RECORD_TYPES[name];
  return valueOf(loadRecord(type, valueOf(storeRecord(type, MAXIMAL_RECORDS[name], CONTEXT)), CONTEXT));
}

type Form = (record: any) => Result<object, unknown>;

/** Forms by type of record and reader; where a reader has no form of a type, nothing of it may be granted either. */
const FORMS: Readonly<Record<ShownType, Partial<Record<Reader, Form>>>> = {
  provider: {
    public: (provider) => providerForm(provider, 'public'),
    general: (provider) => providerForm(provider, 'general'),
    private: (provider) => providerForm(provider, 'private'),
  },
  license: {
    general: (license) => licenseForm(license, 'general', NOW),
    private: (license) => licenseForm(license, 'private', NOW),
  },
  privilege: {
    public: (privilege) => privilegeForm(privilege, 'public', NOW),
    general: (privilege) => privilegeForm(privilege, 'general', NOW),
    private: (privilege) => privilegeForm(privilege, 'private', NOW),
  },
  adverseAction: {
    public: (action) => adverseActionForm(action, 'public'),
    general: (action) => adverseActionForm(action, 'general'),
    private: (action) => adverseActionForm(action, 'private'),
  },
  investigation: { general: investigationForm, private: investigationForm },
  militaryAffiliation: {
    general: (affiliation) => militaryAffiliationForm(affiliation, 'general'),
    private: (affiliation) => militaryAffiliationForm(affiliation, 'private'),
  },
};

const STAFF_AND_PUBLIC: readonly Reader[] = ['public', 'general', 'private'];

const CASES = Object.entries(FORMS).flatMap(([type, forms]) =>
  STAFF_AND_PUBLIC.map((reader) => [type as ShownType, reader, forms[reader]] as const),
);

test.each(CASES)('of every field of the type %s the %s form shows exactly what is listed', (type, reader, form) => {
  const record = maximal(type);
  const granted = FIELD_LISTS[reader][type];

  const visible = form ? Object.keys(valueOf(form(record))) : [];

  for (const field of Object.keys(record)) {
    expect([field, visible.includes(field)]).toEqual([field, granted.includes(field)]);
  }
  expect([...visible].sort()).toEqual([...granted].sort());
});

test.each(['general', 'private'] as const)('the %s form of a state privilege shows exactly what is listed', (form) => {
  const parts = { privilege: maximal('privilege'), license: maximal('license'), provider: maximal('provider') };
  const granted = FIELD_LISTS[form === 'general' ? 'stateGeneral' : 'statePrivate'];

  const shown = valueOf(statePrivilegeForm(parts, form, NOW));

  const listed = ['type', ...granted.provider, ...granted.license, ...granted.privilege];
  expect(Object.keys(shown).sort()).toEqual([...listed].sort());
  for (const field of granted.privilege) expect(shown[field]).toEqual(parts.privilege[field]);
  for (const field of granted.license) expect(shown[field]).toEqual(parts.license[field]);
  for (const field of granted.provider) expect(shown[field]).toEqual(parts.provider[field]);
  expect(shown.type).toBe('statePrivilege');
});

test('every type of record is either shown by a form or named here as one that is not', () => {
  const withoutForm = [
    // Configuration has its own answers, history is made from updates, payments never leave.
    'compact',
    'jurisdiction',
    'licenseUpdate',
    'privilegeUpdate',
    'providerUpdate',
    'transaction',
    'unsettled_transaction',
  ];

  const shown = [...Object.keys(FORMS), 'attestation', 'user'];

  expect([...shown, ...withoutForm].sort()).toEqual(Object.keys(RECORD_TYPES).sort());
});

test('an attestation is shown whole', () => {
  const attestation = maximal('attestation');

  expect(valueOf(attestationForm(attestation))).toEqual(attestation);
});

test('what expired since it was read is shown as inactive', () => {
  const later = '2026-04-02T04:00:00+00:00';
  const license = { ...maximal('license'), licenseStatus: 'active' };
  const privilege = { ...maximal('privilege'), status: 'active' };
  const parts = { license, privilege, provider: maximal('provider') };

  expect(valueOf(licenseForm(license, 'general', later))).toMatchObject({ licenseStatus: 'inactive' });
  expect(valueOf(privilegeForm(privilege, 'public', later))).toMatchObject({ status: 'inactive' });
  expect(valueOf(statePrivilegeForm(parts, 'general', later))).toMatchObject({
    status: 'inactive',
    licenseStatus: 'inactive',
  });
});
