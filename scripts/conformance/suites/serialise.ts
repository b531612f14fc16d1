import { archivedEvent } from '../../../src/core/licensure/events/archived-event';
import { NotificationAttempt, notificationAttempt } from '../../../src/core/licensure/events/notification-attempt';
import { adverseActionForm } from '../../../src/core/licensure/forms/adverse-action-form';
import { attestationForm } from '../../../src/core/licensure/forms/attestation-form';
import { investigationForm } from '../../../src/core/licensure/forms/investigation-form';
import { licenseForm } from '../../../src/core/licensure/forms/license-form';
import { militaryAffiliationForm } from '../../../src/core/licensure/forms/military-affiliation-form';
import { privilegeForm } from '../../../src/core/licensure/forms/privilege-form';
import { providerForm } from '../../../src/core/licensure/forms/provider-form';
import { staffUserForm } from '../../../src/core/licensure/forms/staff-user-form';
import { RECORD_TYPES } from '../../../src/core/licensure/records';
import { AnyRecordType, loadRecord, RecordContext, storeRecord } from '../../../src/core/licensure/records/record-type';
import { SSN_INDEX } from '../../../src/core/licensure/records/ssn-index';
import type { Result } from '../../../src/core/result';
import type { FieldErrors } from '../../../src/core/validation/parse';
import { itemFrom, PlainItem } from '../dynamo-json';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, Suite } from '../suite';
import { expectedOfStore, storeFailure } from './store-failure';

const TYPES: Readonly<Record<string, AnyRecordType>> = { ...RECORD_TYPES, ssnIndex: SSN_INDEX };

/** Stored records: what is written, what is read, and the response forms of what is read; archived events. */
export const serialiseSuite: Suite = {
  file: 'serialise.json',
  answerWith:
    () =>
    ({ given, expect }) => {
      const context = { domain: REFERENCE_DOMAIN, now: given.now };
      switch (given.op) {
        case 'archive':
          return compared(expectedItems(expect), archive(given));
        case 'eventState':
          return compared(expectedItems(expect), { items: [notificationAttempt(attemptOf(given), given.now)] });
        case 'store':
          return compared(expectedStore(expect), store(TYPES[given.recordType], given.object, context));
        default:
          return compared(expect, load(TYPES[given.recordType], itemFrom(given.item), context));
      }
    },
};

function expectedItems(expect: any) {
  return { ...expect, items: expect.items.map(itemFrom) };
}

/** The vectors deliver each event in a queue message `m1`. */
function archive({ message, now }: any) {
  const item = archivedEvent(message, now);
  return item.ok
    ? { batchItemFailures: [], items: [item.value] }
    : { batchItemFailures: [{ itemIdentifier: 'm1' }], items: [] };
}

function attemptOf(given: any): NotificationAttempt {
  const { compact, messageId, providerId, status } = given;
  return {
    compact,
    messageId,
    providerId,
    status,
    // The arguments are null where an attempt has none.
    jurisdiction: given.jurisdiction ?? undefined,
    recipient: given.recipient_type,
    eventType: given.event_type,
    eventTime: given.event_time,
    errorMessage: given.error_message ?? undefined,
  };
}

function expectedStore(expect: any) {
  return 'item' in expect ? { item: itemFrom(expect.item) } : expectedOfStore(expect);
}

function store(type: AnyRecordType, object: any, context: RecordContext) {
  const stored = storeRecord(type, object, context);
  return stored.ok ? { item: stored.value } : storeFailure(stored.error);
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
    case RECORD_TYPES.privilege:
      return {
        general: shown(privilegeForm(record, 'general', now)),
        private: shown(privilegeForm(record, 'private', now)),
        public: shown(privilegeForm(record, 'public', now)),
      };
    case RECORD_TYPES.adverseAction:
      return {
        general: shown(adverseActionForm(record, 'general')),
        public: shown(adverseActionForm(record, 'public')),
      };
    case RECORD_TYPES.investigation:
      return { general: shown(investigationForm(record)) };
    case RECORD_TYPES.militaryAffiliation:
      return {
        general: shown(militaryAffiliationForm(record, 'general')),
        private: shown(militaryAffiliationForm(record, 'private')),
      };
    case RECORD_TYPES.attestation:
      return { general: shown(attestationForm(record)) };
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
