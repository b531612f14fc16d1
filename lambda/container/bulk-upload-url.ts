import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { loadConfiguration } from './configuration';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { createApiHandler, RouteHandler } from '../api/api-handler';
import { signBulkUpload } from '../app/sign-bulk-upload';
import { S3UploadForms } from '../infra/s3-upload-forms';

export function bulkUploadUrlHandler() {
  const configuration = loadConfiguration(FUNCTIONS.bulkUploadUrl, process.env);
  const ports = { forms: new S3UploadForms(new S3Client({}), configuration.BULK_BUCKET_NAME), newUploadId: randomUUID };
  const sign: RouteHandler = ({ path: { compact, jurisdiction } }) => signBulkUpload(ports, { compact, jurisdiction });
  return createApiHandler(configuration, { getBulkUploadUrl: sign, getStateBulkUploadUrl: sign });
}
