import { SQSClient } from '@aws-sdk/client-sqs';
import { loadConfiguration } from './configuration';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { createApiHandler } from '../api/api-handler';
import { uploadLicenses } from '../app/upload-licenses';
import { systemClock } from '../infra/clock';
import { SqsMessageQueue } from '../infra/sqs-message-queue';

export function licenseUploadHandler() {
  const configuration = loadConfiguration(FUNCTIONS.licenseUpload, process.env);
  const queue = new SqsMessageQueue(new SQSClient({}), configuration.LICENSE_PREPROCESSING_QUEUE_URL);
  const ports = {
    domain: configuration.domain,
    queue,
    clock: systemClock,
    ssnCorrections: configuration.SSN_CORRECTIONS === 'on',
  };
  return createApiHandler(configuration, {
    postLicenses: ({ path, body }) =>
      uploadLicenses(ports, { compact: path.compact, jurisdiction: path.jurisdiction, body }),
  });
}
