import type { Clock, MessageQueue } from './ports';
import type { Domain } from '../../src/core/contracts/domain';
import { parseLicenseUpload } from '../../src/core/licensure/license-upload';

export interface UploadLicensesPorts {
  readonly domain: Domain;
  readonly queue: MessageQueue;
  readonly clock: Clock;
}

export interface LicenseUploadRequest {
  readonly compact: string;
  readonly jurisdiction: string;
  readonly body: string | null;
}

/** Takes a whole batch or refuses it whole: nothing is queued while one record has an error. */
export async function uploadLicenses(
  { domain, queue, clock }: UploadLicensesPorts,
  request: LicenseUploadRequest,
): Promise<{ status: number; body: unknown }> {
  // SSN corrections (`previousSSN`) are a feature that deployments switch on; off, they are refused.
  const upload = parseLicenseUpload({ domain, ...request, previousSsnEnabled: false, eventTime: clock() });
  if (!upload.ok) return upload.error;
  await queue.send(upload.value);
  return { status: 200, body: { message: 'OK' } };
}
