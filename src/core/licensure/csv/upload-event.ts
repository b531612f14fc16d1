import { failure, Result, success } from '../../result';
import { anyText, datetime, openObject } from '../../validation/fields';
import { describeErrors, parse } from '../../validation/parse';

/** A file that has arrived. */
export interface UploadedFile {
  readonly bucket: string;
  readonly key: string;
  /** When it arrived, as records store instants. */
  readonly eventTime: string;
}

/** What S3 says through EventBridge about a new object, as far as it is needed; keys are not URL-encoded here. */
const objectCreated = () =>
  openObject({
    time: datetime(),
    detail: openObject({ bucket: openObject({ name: anyText() }), object: openObject({ key: anyText() }) }),
  });

/** Reads a message of the queue of uploads; `bucket` is the only one whose objects are uploads. */
export function readUploadEvent(body: unknown, bucket: string): Result<UploadedFile, string> {
  const event = parse(objectCreated(), body);
  if (!event.ok) return failure(`a message about an upload can't be read: ${describeErrors(event.error)}`);
  const { time, detail } = event.value;
  const file = { bucket: detail.bucket.name, key: detail.object.key, eventTime: time };
  return file.bucket === bucket
    ? success(file)
    : failure(`object ${file.key} lies in bucket ${file.bucket}; uploads lie in ${bucket}`);
}
