import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { loadConfiguration } from './configuration';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { createQueueHandler } from '../api/queue-handler';
import { parseLicenseFile } from '../app/parse-license-file';
import { systemClock } from '../infra/clock';
import { EventBusPublisher } from '../infra/event-bus-publisher';
import { logger } from '../infra/logger';
import { S3UploadedFiles } from '../infra/s3-uploaded-files';
import { SqsMessageQueue } from '../infra/sqs-message-queue';

export function bulkUploadParserHandler() {
  const configuration = loadConfiguration(FUNCTIONS.bulkUploadParser, process.env);
  const bucket = configuration.BULK_BUCKET_NAME;
  const ports = {
    domain: configuration.domain,
    bucket,
    files: new S3UploadedFiles(new S3Client({}), bucket),
    queue: new SqsMessageQueue(new SQSClient({}), configuration.LICENSE_PREPROCESSING_QUEUE_URL),
    publisher: new EventBusPublisher(new EventBridgeClient({}), configuration.EVENT_BUS_NAME),
    clock: systemClock,
    ssnCorrections: configuration.SSN_CORRECTIONS === 'on',
  };
  return createQueueHandler(async (body) => {
    const summary = await parseLicenseFile(ports, body);
    if (summary.skipped > 0) logger.warn('rows with previousSSN are skipped: SSN corrections are off', { ...summary });
    else logger.info('a file of licenses was read', { ...summary });
  });
}
