import type { ChangeProviderPorts } from '../../../lambda/app/change-provider';
import type { ChangePlan } from '../../../src/core/licensure/changes/change-plan';
import { itemsAfter } from '../../../src/core/licensure/changes/plan-sequence';
import type { Item } from '../../../src/core/licensure/item';
import { DOMAIN, NOW } from '../../core/licensure/samples';

/**
 * Records of one provider in memory, where every look at the clock takes a second. Others interfere with so many saves
 * before one succeeds.
 */
export class ProviderInMemory {
  public items: readonly Item[];
  public readonly saved: ChangePlan[] = [];
  public attempts = 0;
  private seconds = 0;

  public readonly ports: ChangeProviderPorts = {
    domain: DOMAIN,
    clock: () => {
      this.seconds += 1;
      return `${new Date(Date.parse(NOW) + this.seconds * 1000).toISOString().slice(0, 19)}+00:00`;
    },
    pause: async () => undefined,
    providers: {
      mainRecords: async () => this.items,
      detailRecords: async () => this.items,
      allRecords: async () => this.items,
      queryPage: async () => ({ items: [] }),
      save: async (plan, seen) => {
        this.attempts += 1;
        expect(seen).toBe(this.items);
        if (this.interferences > 0) {
          this.interferences -= 1;
          this.interfere();
          return 'conflict';
        }
        this.items = itemsAfter(this.items, plan);
        this.saved.push(plan);
        return 'saved';
      },
    },
  };

  public constructor(
    items: readonly Item[],
    private interferences = 0,
    private readonly interfere: () => void = () => undefined,
  ) {
    this.items = items;
  }
}
