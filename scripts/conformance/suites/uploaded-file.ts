import type { DomainEvent } from '../../../src/core/contracts/events';
import { LIMITS } from '../../../src/core/contracts/limits';
import { ingestFailureEvent, validationErrorEvent } from '../../../src/core/licensure/csv/file-events';
import { LicenseFile } from '../../../src/core/licensure/csv/license-file';
import { uploadTargetOf } from '../../../src/core/licensure/csv/object-key';
import { readUploadEvent } from '../../../src/core/licensure/csv/upload-event';
import { REFERENCE_DOMAIN } from '../reference-domain';

interface UploadedFileCase {
  readonly now: string;
  readonly objectKey: string;
  readonly fileBase64: string;
  readonly s3EventTime: string;
  readonly previousSsnFlag: boolean;
}

/** From this many messages on a vector has only their count, the first and the last. */
const LISTED_MESSAGES = 20;

const BUCKET = 'uploads';

export function expectedFile({ raised, ...expect }: any) {
  return { ...expect, raised: raised ?? false };
}

/** What becomes of a file that is read in two pieces: calls of the event bus, queue messages and the object. */
export function answerFile({ now, objectKey, fileBase64, s3EventTime, previousSsnFlag }: UploadedFileCase) {
  const target = uploadTargetOf(objectKey);
  const upload = readUploadEvent(
    { time: s3EventTime, detail: { bucket: { name: BUCKET }, object: { key: objectKey } } },
    BUCKET,
  );
  if (!target.ok || !upload.ok) return { putEventsCalls: [], queueMessages: [], objectDeleted: false, raised: true };
  const origin = { ...target.value, eventTime: upload.value.eventTime };
  const file = new LicenseFile({ domain: REFERENCE_DOMAIN, ...origin, ssnCorrections: previousSsnFlag });
  const bytes = Buffer.from(fileBase64, 'base64');
  const middle = Math.floor(bytes.length / 2);
  const parts = [file.read(bytes.subarray(0, middle)), file.read(bytes.subarray(middle)), file.end()];
  const accepted = parts.flatMap((part) => part.accepted);
  const refused = parts.flatMap((part) => part.refused);
  const failure = parts.at(-1)?.failure;
  const report = { ...origin, objectKey };
  const calls = callsFor(refused.map((row) => validationErrorEvent({ ...report, eventTime: now }, row)));
  if (failure !== undefined) calls.push([ingestFailureEvent(report, failure)]);
  return {
    putEventsCalls: calls.map((events) => events.map(entryOf)),
    ...queued(accepted),
    objectDeleted: true,
    raised: false,
  };
}

function callsFor(events: readonly DomainEvent[]): DomainEvent[][] {
  const perCall = LIMITS.eventBatchEntries.value;
  const calls = Math.ceil(events.length / perCall);
  return Array.from({ length: calls }, (_, call) => events.slice(call * perCall, (call + 1) * perCall));
}

function entryOf({ source, detailType, detail }: DomainEvent) {
  return { Source: source, DetailType: detailType, Detail: detail };
}

function queued(messages: readonly unknown[]) {
  return messages.length < LISTED_MESSAGES
    ? { queueMessages: messages }
    : { queueMessageCount: messages.length, firstQueueMessage: messages[0], lastQueueMessage: messages.at(-1) };
}
