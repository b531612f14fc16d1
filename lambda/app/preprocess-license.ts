import type { EventPublisher, SsnStore } from './ports';
import { EVENTS } from '../../src/core/contracts/events';
import { ingestDetail, readQueueMessage, ssnIndexRecord } from '../../src/core/licensure/ssn-intake';

export interface PreprocessLicensePorts {
  readonly ssnStore: SsnStore;
  readonly publisher: EventPublisher;
  readonly newProviderId: () => string;
}

/**
 * Replaces the social security number of one queued license by a provider id and publishes `license.ingest`. A failure
 * is published as `license.ingest-failure` and thrown, so that the queue delivers the message again.
 */
export async function preprocessLicense(ports: PreprocessLicensePorts, body: unknown): Promise<void> {
  const message = readQueueMessage(body);
  if (!message.ok) throw new Error(message.error);
  const { compact, jurisdiction, eventTime, ssn } = message.value;
  try {
    const providerId = await ports.ssnStore.assignProviderId(ssnIndexRecord(compact, ssn, ports.newProviderId()));
    await ports.publisher.publish([{ ...headerOf('license.ingest'), detail: ingestDetail(message.value, providerId) }]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await ports.publisher.publish([
      {
        ...headerOf('license.ingest-failure'),
        detail: { compact, jurisdiction, eventTime, errors: [`Error preprocessing license data: ${reason}`] },
      },
    ]);
    throw error;
  }
}

function headerOf(type: 'license.ingest' | 'license.ingest-failure') {
  const { detailType, source } = EVENTS[type];
  return { detailType, source };
}
