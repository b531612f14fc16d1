import { setImmediate } from 'node:timers/promises';

/** Workers that take turns at their calls: none goes on before its turn comes. */
export class Turns {
  private readonly waiting = new Map<number, () => void>();

  /** Waits for the next turn of that worker. */
  public turn(worker: number): Promise<void> {
    return new Promise((resolve) => this.waiting.set(worker, resolve));
  }

  /**
   * Gives turns until all workers are through. `choose` picks one of so many that wait, in the order of their numbers.
   */
  public async giveAll(choose: (waiting: number) => number): Promise<void> {
    for (await setImmediate(); this.waiting.size > 0; await setImmediate()) {
      const workers = [...this.waiting.keys()].sort((left, right) => left - right);
      const worker = workers[choose(workers.length)];
      const goOn = this.waiting.get(worker)!;
      this.waiting.delete(worker);
      goOn();
    }
  }
}

/**
 * Runs something once for every way in which its choices can fall, and says how many there are. `run` has to do the same
 * each time as far as its choices are the same.
 */
export async function everyWay(run: (choose: (options: number) => number) => Promise<void>): Promise<number> {
  let ways = 0;
  let path: { readonly taken: number; readonly options: number }[] | undefined = [];
  while (path) {
    const given: readonly { readonly taken: number }[] = path;
    const made: { readonly taken: number; readonly options: number }[] = [];
    await run((options) => {
      const taken = given[made.length]?.taken ?? 0;
      made.push({ taken, options });
      return taken;
    });
    ways += 1;
    const last = made.findLastIndex(({ taken, options }) => taken + 1 < options);
    path = last < 0 ? undefined : [...made.slice(0, last), { ...made[last], taken: made[last].taken + 1 }];
  }
  return ways;
}
