import { EVENT_SOURCES } from '../../../src/core/contracts/events';
import type { ChangePlan } from '../../../src/core/licensure/changes/change-plan';
import { planSsnCorrection } from '../../../src/core/licensure/changes/ssn-correction';
import { parseIngestDetail } from '../../../src/core/licensure/ingest-detail';
import { planIngest, readIngestDetail } from '../../../src/core/licensure/ingest-license';
import { mainRecordsPrefix, providerPartition } from '../../../src/core/licensure/keys';
import { formerNumber, ingestDetail, readQueueMessage, ssnIndexRecord } from '../../../src/core/licensure/ssn-intake';
import { itemFrom, PlainItem } from '../dynamo-json';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, Suite } from '../suite';
import type { Vector } from '../vectors';

/** Uploads through preprocessor and ingest, step by step over tables in memory. */
export const ingestSuite: Suite = {
  file: 'ingest.json',
  answerWith: (vectors) => (vector) => compared(expectedOf(vector, vectors), answer(vector.given)),
};

/** Items by their keys, so that the order of a recorded table does not matter. */
function byKey(items: Iterable<PlainItem>): Record<string, PlainItem> {
  return Object.fromEntries([...items].map((item) => [`${item.pk} ${item.sk}`, item]));
}

function expectedOf({ given, expect }: Vector, vectors: readonly Vector[]) {
  return {
    steps: expect.steps.map((step: any, index: number) => ({
      ...(step.preprocessor && {
        preprocessor: expectedPreprocessor(step.preprocessor, given.steps[index].queueMessage),
      }),
      ...(step.ingest && { ingest: outcomeOf(step.ingest) }),
      ...(step.kind !== 'put' && { providerTable: byKey(expectedTable(step, vectors).map(itemFrom)) }),
    })),
    ssnTable: byKey(expect.ssnTable.map(itemFrom)),
  };
}

function expectedTable(step: any, vectors: readonly Vector[]): any[] {
  if (!step.providerTableSameAs) return step.providerTable;
  const { vector: name, step: index } = step.providerTableSameAs;
  return expectedTable(vectors.find((vector) => vector.name === name)!.expect.steps[index], vectors);
}

function expectedPreprocessor(recorded: any, queueMessage: any) {
  return outcomeOf({
    ...recorded,
    events: recorded.events.map(({ detailFromMessage, ...event }: any) =>
      detailFromMessage ? { ...event, Detail: derivedDetail(queueMessage, detailFromMessage) } : event,
    ),
  });
}

function derivedDetail(queueMessage: any, { removed, set }: any) {
  const kept = Object.entries(queueMessage).filter(([key]) => !removed.includes(key));
  return { ...Object.fromEntries(kept), ...set };
}

function outcomeOf({ batchItemFailures, events }: any) {
  return { failed: batchItemFailures.length > 0, events };
}

class Tables {
  public readonly provider = new Map<string, PlainItem>();
  public readonly ssn = new Map<string, PlainItem>();

  public constructor(private readonly newProviderIds: string[]) {}

  public put(items: Iterable<PlainItem>): void {
    for (const item of items) this.provider.set(`${item.pk} ${item.sk}`, item);
  }

  public carryOut({ puts, deletes }: ChangePlan): void {
    this.put(puts);
    for (const { pk, sk } of deletes) this.provider.delete(`${pk} ${sk}`);
  }

  public mainRecords(compact: string, providerId: string): PlainItem[] {
    return this.allRecords(compact, providerId).filter((item) =>
      String(item.sk).startsWith(mainRecordsPrefix(compact)),
    );
  }

  public allRecords(compact: string, providerId: string): PlainItem[] {
    return [...this.provider.values()]
      .filter((item) => item.pk === providerPartition(compact, providerId))
      .sort((left, right) => (String(left.sk) < String(right.sk) ? -1 : 1));
  }

  public assignProviderId(compact: string, ssn: string): string {
    const mapping = ssnIndexRecord(compact, ssn, this.newProviderIds[this.ssn.size]);
    const stored = this.ssn.get(String(mapping.pk)) ?? mapping;
    this.ssn.set(String(stored.pk), stored);
    return String(stored.providerId);
  }
}

const FAILED = { failed: true, events: [] };

function answer(given: any) {
  const tables = new Tables(given.newProviderIds);
  const steps = given.steps.map((step: any) => answerStep(step, tables));
  return { steps, ssnTable: byKey(tables.ssn.values()) };
}

function answerStep(step: any, tables: Tables) {
  if (step.kind === 'put') {
    tables.put(step.items.map(itemFrom));
    return {};
  }
  const preprocessed = step.kind === 'upload' ? preprocess(step.queueMessage, tables) : undefined;
  const detail = preprocessed ? preprocessed.events[0]?.Detail : step.ingestDetail;
  const ingest = detail === undefined ? undefined : ingestSafely(detail, step.now, tables);
  return {
    ...(preprocessed && { preprocessor: preprocessed }),
    ...(ingest && { ingest }),
    providerTable: byKey(tables.provider.values()),
  };
}

function preprocess(queueMessage: any, tables: Tables) {
  const message = readQueueMessage(queueMessage);
  if (!message.ok) return FAILED;
  const { compact, ssn } = message.value;
  const former = formerNumber(message.value);
  const providerId = tables.assignProviderId(compact, ssn);
  const previousProviderId = former && tables.assignProviderId(compact, former);
  const detail = ingestDetail(message.value, providerId, previousProviderId);
  return {
    failed: false,
    events: [{ Source: EVENT_SOURCES.providerData, DetailType: 'license.ingest', Detail: detail }],
  };
}

/** Moves the records of the license first, where the upload corrects a social security number. */
function correct(detail: any, now: string, tables: Tables): boolean {
  const target = readIngestDetail(detail);
  const license = parseIngestDetail(detail, REFERENCE_DOMAIN);
  if (!target.ok || !license.ok) return false;
  const { compact, providerId, previousProviderId } = target.value;
  if (previousProviderId === undefined) return true;
  const correction = planSsnCorrection({
    domain: REFERENCE_DOMAIN,
    oldItems: tables.allRecords(compact, previousProviderId),
    newItems: tables.allRecords(compact, providerId),
    license: license.value,
    previousProviderId,
    now,
  });
  if (correction.ok) tables.carryOut(correction.value.plan);
  return correction.ok;
}

/** A message fails as well where a rule throws on it. */
function ingestSafely(detail: any, now: string, tables: Tables) {
  try {
    return ingestStep(detail, now, tables);
  } catch {
    return FAILED;
  }
}

function ingestStep(detail: any, now: string, tables: Tables) {
  if (!correct(detail, now, tables)) return FAILED;
  const storedItems = tables.mainRecords(detail.compact, detail.providerId);
  const plan = planIngest({ domain: REFERENCE_DOMAIN, detail, storedItems, now });
  if (!plan.ok) return FAILED;
  tables.put(plan.value.puts);
  return {
    failed: false,
    events: plan.value.events.map(({ source, detailType, detail: published }) => ({
      Source: source,
      DetailType: detailType,
      Detail: published,
    })),
  };
}
