import { BatchSender } from './batch-sender';
import type { Clock, EventPublisher, MessageQueue, UploadedFiles } from './ports';
import { requireAllTaken } from './require-all-taken';
import type { Domain } from '../../src/core/contracts/domain';
import type { DomainEvent } from '../../src/core/contracts/events';
import { LIMITS } from '../../src/core/contracts/limits';
import { FileReport, ingestFailureEvent, validationErrorEvent } from '../../src/core/licensure/csv/file-events';
import { LicenseFile, LicenseFilePart } from '../../src/core/licensure/csv/license-file';
import { uploadTargetOf } from '../../src/core/licensure/csv/object-key';
import { readUploadEvent } from '../../src/core/licensure/csv/upload-event';
import type { LicenseQueueMessage } from '../../src/core/licensure/license-rows';

export interface ParseLicenseFilePorts {
  readonly domain: Domain;
  /** Name of the bucket whose objects are uploads. */
  readonly bucket: string;
  readonly files: UploadedFiles;
  readonly queue: MessageQueue;
  readonly publisher: EventPublisher;
  readonly clock: Clock;
  /** Whether corrections of social security numbers are enabled. */
  readonly ssnCorrections: boolean;
}

/** What became of a file, for the log. */
export interface LicenseFileSummary {
  readonly objectKey: string;
  /** False where the file was gone: an earlier delivery of the same message has read and removed it. */
  readonly found: boolean;
  readonly accepted: number;
  readonly refused: number;
  /** Valid rows with a correction of a social security number, while corrections are off. */
  readonly skipped: number;
  readonly failure?: string;
}

/** A file of 200,000 rows makes 20,000 calls: one after another they would take half the time that the function has. */
const QUEUE_CALLS_IN_FLIGHT = 8;
const EVENT_CALLS_IN_FLIGHT = 2;

/**
 * Reads the file that a message announces: queues its valid rows, reports the others, and removes it once all of that was
 * taken. Anything else throws, the file stays, and the next delivery reads it again from its beginning; what was queued
 * or reported before is then queued or reported twice, which changes no record.
 */
export async function parseLicenseFile(ports: ParseLicenseFilePorts, body: unknown): Promise<LicenseFileSummary> {
  const upload = readUploadEvent(body, ports.bucket);
  if (!upload.ok) throw new Error(upload.error);
  const { key: objectKey, eventTime } = upload.value;
  const target = uploadTargetOf(objectKey);
  if (!target.ok) throw new Error(target.error);
  const content = await ports.files.open(objectKey);
  if (!content) return { objectKey, found: false, accepted: 0, refused: 0, skipped: 0 };
  const report = { ...target.value, objectKey, eventTime };
  const counts = await passOn(ports, content, report);
  if (counts.failure !== undefined) {
    const refused = await ports.publisher.publish([ingestFailureEvent(report, counts.failure)]);
    requireAllTaken(refused, `reports about ${objectKey}`);
  }
  await ports.files.remove(objectKey);
  return { objectKey, found: true, ...counts };
}

type Counts = Pick<LicenseFileSummary, 'accepted' | 'refused' | 'skipped' | 'failure'>;

async function passOn(
  ports: ParseLicenseFilePorts,
  content: AsyncIterable<Uint8Array>,
  report: FileReport,
): Promise<Counts> {
  const licenses = new BatchSender<LicenseQueueMessage>({
    send: (messages) => ports.queue.send(messages),
    batchSize: LIMITS.queueBatchEntries.value,
    callsInFlight: QUEUE_CALLS_IN_FLIGHT,
  });
  const errors = new BatchSender<DomainEvent>({
    send: (events) => ports.publisher.publish(events),
    batchSize: LIMITS.eventBatchEntries.value,
    callsInFlight: EVENT_CALLS_IN_FLIGHT,
  });
  let counts: Counts = { accepted: 0, refused: 0, skipped: 0 };
  try {
    for await (const { accepted, refused, skipped, failure } of partsOf(ports, content, report)) {
      await licenses.add(accepted);
      await errors.add(refused.map((row) => validationErrorEvent({ ...report, eventTime: ports.clock() }, row)));
      counts = {
        accepted: counts.accepted + accepted.length,
        refused: counts.refused + refused.length,
        skipped: counts.skipped + skipped.length,
        failure,
      };
    }
    const refusedRows = await licenses.flush();
    requireAllTaken(await errors.flush(), `reports about rows of ${report.objectKey}`);
    requireAllTaken(refusedRows, `rows of ${report.objectKey}`);
    return counts;
  } finally {
    // Whoever hears of a failure may deliver the file again at once: nothing of this delivery may still be under way.
    await Promise.all([licenses.settle(), errors.settle()]);
  }
}

/** Parts of the file up to its end or its failure. */
async function* partsOf(
  { domain, ssnCorrections }: ParseLicenseFilePorts,
  content: AsyncIterable<Uint8Array>,
  { compact, jurisdiction, eventTime }: FileReport,
): AsyncGenerator<LicenseFilePart> {
  const file = new LicenseFile({ domain, compact, jurisdiction, eventTime, ssnCorrections });
  for await (const bytes of content) {
    const part = file.read(bytes);
    yield part;
    if (part.failure !== undefined) return;
  }
  yield file.end();
}
