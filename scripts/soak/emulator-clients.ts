import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { LocalEnvironment } from '../../local/environment';

/** Settings with which an SDK client talks to the emulator of a run, as its root user. */
export function emulatorSettings({ emulator, region }: Pick<LocalEnvironment, 'emulator' | 'region'>) {
  const { endpoint, certificate, accessKeyId, secretAccessKey } = emulator;
  return {
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    requestHandler: { httpsAgent: new Agent({ ca: readFileSync(certificate), keepAlive: true }) },
  };
}

/** Clients that see everything, past our adapters and past every right. */
export type RootClients = ReturnType<typeof rootClients>;

export function rootClients(environment: LocalEnvironment) {
  const settings = emulatorSettings(environment);
  return {
    dynamoDb: new DynamoDBClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sqs: new SQSClient(settings),
  };
}
