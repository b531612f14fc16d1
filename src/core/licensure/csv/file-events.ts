import type { RefusedRow } from './license-file';
import type { UploadTarget } from './object-key';
import { bulkIngestSource, DomainEvent } from '../../contracts/events';
import { domainEvent } from '../../contracts/schemas/events';

/** What both kinds of reports about a file say. */
export interface FileReport extends UploadTarget {
  readonly objectKey: string;
  readonly eventTime: string;
}

/** Reports a row that is not taken; its time is the present (spec 04 section 9.2). */
export function validationErrorEvent({ objectKey, ...base }: FileReport, row: RefusedRow): DomainEvent {
  return domainEvent('license.validation-error', bulkIngestSource(objectKey), {
    ...base,
    recordNumber: row.recordNumber,
    validData: row.validData,
    errors: Array.isArray(row.errors) ? [...row.errors] : { ...row.errors },
  });
}

/** Reports that the file can't be read further; its time is when the file arrived. */
export function ingestFailureEvent({ objectKey, ...base }: FileReport, reason: string): DomainEvent {
  return domainEvent('license.ingest-failure', bulkIngestSource(objectKey), { ...base, errors: [reason] });
}
