import type { LocalEnvironment } from '../../local/environment';
import { readPage } from '../../local/observe/emulator-pages';

/** Calls that handlers made to AWS services, by service and operation. */
export class CallCounts {
  constructor(private readonly counts: ReadonlyMap<string, number>) {}

  public minus(before: CallCounts): CallCounts {
    const counts = [...this.counts].map(([call, count]) => [call, count - (before.counts.get(call) ?? 0)] as const);
    return new CallCounts(new Map(counts.filter(([, count]) => count > 0)));
  }

  /** Most frequent first. */
  public entries(): (readonly [string, number])[] {
    return [...this.counts].sort(([, one], [, other]) => other - one);
  }

  public total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }
}

/** What was counted since the start of the run. */
export async function callCounts({ address }: Pick<LocalEnvironment, 'address'>): Promise<CallCounts> {
  const counts = await readPage<Record<string, number>>(`${address}/calls.json`);
  return new CallCounts(new Map(Object.entries(counts)));
}
