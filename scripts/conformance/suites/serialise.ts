import { licenseForm } from '../../../src/core/licensure/forms/license-form';
import { providerForm } from '../../../src/core/licensure/forms/provider-form';
import { staffUserForm } from '../../../src/core/licensure/forms/staff-user-form';
import { RECORD_TYPES } from '../../../src/core/licensure/records';
import { AnyRecordType, loadRecord, RecordContext, storeRecord } from '../../../src/core/licensure/records/record-type';
import { SSN_INDEX } from '../../../src/core/licensure/records/ssn-index';
import type { Result } from '../../../src/core/result';
import type { FieldErrors } from '../../../src/core/validation/parse';
import { itemFrom, PlainItem } from '../dynamo-json';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, notCovered, Suite } from '../suite';

const TYPES: Readonly<Record<string, AnyRecordType>> = { ...RECORD_TYPES, ssnIndex: SSN_INDEX };

/** Stored records: what is written, what is read, and the response forms of what is read. */
export const serialiseSuite: Suite = {
  file: 'serialise.json',
  answerWith:
    () =>
    ({ given, expect }) => {
      const type = TYPES[given.recordType];
      if (!type) return notCovered(`records and operations of other features: ${given.recordType ?? given.op}`);
      const context = { domain: REFERENCE_DOMAIN, now: given.now };
      return given.op === 'store'
        ? compared(expectedStore(expect), store(type, given.object, context))
        : compared(expect, load(type, itemFrom(given.item), context));
    },
};

function expectedStore(expect: any) {
  return 'item' in expect ? { item: itemFrom(expect.item) } : expect;
}

function store(type: AnyRecordType, object: any, context: RecordContext) {
  const stored = storeRecord(type, withSets(object), context);
  return stored.ok ? { item: stored.value } : { error: stored.error };
}

function load(type: AnyRecordType, item: PlainItem, context: RecordContext) {
  const loaded = loadRecord(type, item, context);
  return loaded.ok ? { object: loaded.value, ...formsOf(type, loaded.value, context) } : { error: loaded.error };
}

function formsOf(type: AnyRecordType, record: any, { now }: RecordContext): Record<string, unknown> {
  switch (type) {
    case RECORD_TYPES.license:
      return {
        general: shown(licenseForm(record, 'general', now)),
        private: shown(licenseForm(record, 'private', now)),
      };
    case RECORD_TYPES.provider:
      return {
        general: shown(providerForm(record, 'general')),
        private: shown(providerForm(record, 'private')),
        public: shown(providerForm(record, 'public')),
      };
    case RECORD_TYPES.user:
      return { api: staffUserForm(record) };
    default:
      return {};
  }
}

function shown(form: Result<Record<string, unknown>, FieldErrors>): unknown {
  return form.ok ? form.value : { error: form.error };
}

/** Vectors write the sets of application objects as lists. */
function withSets(object: any) {
  const { privilegeJurisdictions, permissions } = object;
  return {
    ...object,
    ...(privilegeJurisdictions && { privilegeJurisdictions: new Set(privilegeJurisdictions) }),
    ...(permissions && { permissions: permissionSets(permissions) }),
  };
}

function permissionSets({ actions, jurisdictions }: { actions?: string[]; jurisdictions: Record<string, string[]> }) {
  const sets = Object.entries(jurisdictions).map(([jurisdiction, values]) => [jurisdiction, new Set(values)]);
  return { ...(actions && { actions: new Set(actions) }), jurisdictions: Object.fromEntries(sets) };
}
