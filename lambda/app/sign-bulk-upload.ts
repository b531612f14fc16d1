import type { UploadForms } from './ports';
import { bulkUploadKey, UploadTarget } from '../../src/core/licensure/csv/object-key';

export interface SignBulkUploadPorts {
  readonly forms: UploadForms;
  readonly newUploadId: () => string;
}

/** A form for one file of licenses, whose key says whose licenses they are. */
export async function signBulkUpload(
  { forms, newUploadId }: SignBulkUploadPorts,
  target: UploadTarget,
): Promise<{ status: number; body: unknown }> {
  return { status: 200, body: { upload: await forms.sign(bulkUploadKey(target, newUploadId())) } };
}
