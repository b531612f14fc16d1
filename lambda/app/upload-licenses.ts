import type { Clock, MessageQueue } from './ports';
import { requireAllTaken } from './require-all-taken';
import type { Domain } from '../../src/core/contracts/domain';
import { parseLicenseUpload } from '../../src/core/licensure/license-upload';

export interface UploadLicensesPorts {
  readonly domain: Domain;
  readonly queue: MessageQueue;
  readonly clock: Clock;
  /** Whether corrections of social security numbers are enabled; else they are refused. */
  readonly ssnCorrections: boolean;
}

export interface LicenseUploadRequest {
  readonly compact: string;
  readonly jurisdiction: string;
  readonly body: string | null;
}

/**
 * Takes a whole batch or refuses it whole: nothing is queued while one record has an error. Where the queue refuses
 * entries the request fails: sent again, what was queued before is queued twice, which changes no record.
 */
export async function uploadLicenses(
  { domain, queue, clock, ssnCorrections }: UploadLicensesPorts,
  request: LicenseUploadRequest,
): Promise<{ status: number; body: unknown }> {
  const upload = parseLicenseUpload({ domain, ...request, previousSsnEnabled: ssnCorrections, eventTime: clock() });
  if (!upload.ok) return upload.error;
  requireAllTaken(await queue.send(upload.value), 'licenses');
  return { status: 200, body: { message: 'OK' } };
}
