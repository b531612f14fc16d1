import * as v from 'valibot';
import type { EventType } from '../../contracts/events';
import { failure, Result, success } from '../../result';
import { anyText, looseObject, openObject, writtenInstant } from '../../validation/fields';
import { describeErrors, parse } from '../../validation/parse';
import { readDatetime } from '../../validation/text-formats';
import { isPlainObject, Item } from '../item';
import { dataEventPartition, dataEventSortKey } from '../keys';
import { Now, unixSeconds } from '../time';

/** How long an event is kept, counted from its archiving (spec 04 section 10.5). */
const RETENTION_DAYS = 366;

/** Reports of bad uploads hold names and numbers from the file, so they are kept only as long as a state needs to mend it. */
const UPLOAD_REPORT_RETENTION_DAYS = 90;

const UPLOAD_REPORTS: readonly string[] = [
  'license.ingest-failure',
  'license.validation-error',
] satisfies readonly EventType[];

/** What is kept of an uploaded license: enough to count uploads, nothing about the person. */
const KEPT_OF_LICENSE = [
  'compact',
  'jurisdiction',
  'licenseType',
  'licenseStatus',
  'compactEligibility',
  'dateOfIssuance',
  'dateOfRenewal',
  'dateOfExpiration',
  'eventTime',
];

const SECONDS_PER_DAY = 86_400;

const message = () =>
  openObject({
    id: anyText(),
    'detail-type': anyText(),
    detail: looseObject({
      compact: anyText(),
      // Some events are about a provider alone: they stand under the empty jurisdiction.
      jurisdiction: v.optional(anyText(), ''),
      eventTime: writtenInstant(),
    }),
  });

/**
 * The item that archives a message of the data event bus. The detail is kept as it came, whatever its type, so that no
 * event is lost because it is newer than the archive. A message delivered twice gives one item twice.
 */
export function archivedEvent(received: unknown, now: Now): Result<Item, string> {
  const parsed = parse(message(), received);
  if (!parsed.ok) return failure(`a message of the data event bus can't be archived: ${describeErrors(parsed.error)}`);
  const { id, 'detail-type': eventType } = parsed.value;
  const { compact, jurisdiction, eventTime } = parsed.value.detail;
  return success({
    eventType,
    eventExpiry: unixSeconds(now) + retentionDays(eventType) * SECONDS_PER_DAY,
    // A detail says what it says, also under these two names (spec 04 section 4.4); keys are not its to choose.
    ...keptDetail(eventType, (received as { readonly detail: Item }).detail),
    pk: dataEventPartition(compact, jurisdiction),
    sk: dataEventSortKey(eventType, eventTime, id),
  });
}

function retentionDays(eventType: string): number {
  return UPLOAD_REPORTS.includes(eventType) ? UPLOAD_REPORT_RETENTION_DAYS : RETENTION_DAYS;
}

function keptDetail(eventType: string, detail: Item): Item {
  if (eventType !== 'license.ingest') return withoutEmptyNames(detail) as Item;
  const kept = Object.fromEntries(Object.entries(detail).filter(([name]) => KEPT_OF_LICENSE.includes(name)));
  return { ...kept, eventTime: readDatetime(String(detail.eventTime))?.text };
}

/** The value with a placeholder for names that are empty, at any depth: JSON has such names, the store refuses them. */
function withoutEmptyNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyNames);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name === '' ? '<EMPTY>' : name, withoutEmptyNames(member)]),
  );
}
