import type { Result } from '../result';
import { NO_CHANGE } from './changes/change-plan';
import { IngestContext, IngestPlan, planIngest } from './ingest-license';
import type { Item } from './item';
import { isUpdateSortKey } from './keys';

export interface IngestBatchInput extends IngestContext {
  /** Details of `license.ingest` events of one provider, in the order in which they are stored. */
  readonly details: readonly unknown[];
}

export interface IngestBatchPlan {
  /** What storing all details means that can be stored. */
  readonly plan: IngestPlan;
  /** By position: why a detail can't be stored, or nothing. */
  readonly refusals: readonly (string | undefined)[];
}

/** Decides what storing several licenses of one provider means: the same as storing one after another. */
export function planIngests({ details, storedItems, ...context }: IngestBatchInput): IngestBatchPlan {
  const refusals: (string | undefined)[] = [];
  const plans: IngestPlan[] = [];
  let items = storedItems;
  for (const detail of details) {
    const planned: Result<IngestPlan, string> = planIngest({ ...context, storedItems: items, detail });
    refusals.push(planned.ok ? undefined : planned.error);
    if (!planned.ok) continue;
    plans.push(planned.value);
    items = withPuts(items, planned.value.puts);
  }
  return { plan: merged(plans), refusals };
}

/** The main records as they will be. */
function withPuts(items: readonly Item[], puts: readonly Item[]): Item[] {
  const mainRecords = [...items, ...puts].filter(({ sk }) => !isUpdateSortKey(String(sk)));
  const bySortKey = new Map(mainRecords.map((item) => [String(item.sk), item]));
  return [...bySortKey.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, item]) => item);
}

/** Of several puts of one record the last one stands for all. */
function merged(plans: readonly IngestPlan[]): IngestPlan {
  const puts = new Map(plans.flatMap((plan) => plan.puts).map((item) => [String(item.sk), item]));
  return {
    ...NO_CHANGE,
    puts: [...puts.values()],
    events: plans.flatMap(({ events }) => events),
    mayHideBetterLicense: plans.some(({ mayHideBetterLicense }) => mayHideBetterLicense),
  };
}
