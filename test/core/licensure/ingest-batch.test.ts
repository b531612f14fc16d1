import fc from 'fast-check';
import { LICENSE_KEY, Partition, partitionWith, PROVIDER_KEY } from './partition';
import { anyDetail, detailOf, DOMAIN, NOW } from './samples';
import { NO_CHANGE } from '../../../src/core/licensure/changes/change-plan';
import { planIngests } from '../../../src/core/licensure/ingest-batch';
import type { Item } from '../../../src/core/licensure/item';

describe('several licenses of one provider', () => {
  const batch = (details: readonly unknown[], storedItems: readonly Item[] = []) =>
    planIngests({ domain: DOMAIN, details, storedItems, now: NOW });

  test('one that breaks the rules is left out, with its reason in its place', () => {
    const { plan, refusals } = batch([detailOf(), detailOf({ npi: '1' }), detailOf({ jurisdiction: 'ky' })]);

    expect(refusals).toEqual([undefined, expect.stringContaining('npi: '), undefined]);
    expect(plan.puts.map(({ sk }) => sk).sort()).toEqual([PROVIDER_KEY, 'arbor#PROVIDER#license/ky/ts#', LICENSE_KEY]);
  });

  test('where all break the rules nothing is written', () => {
    expect(batch([detailOf({ npi: '1' })]).plan).toEqual({
      ...NO_CHANGE,
      mayHideBetterLicense: false,
    });
  });

  test('a change in the middle is recorded although its license is written once', () => {
    const details = ['Nelsonville', 'Logan'].map((homeAddressCity) => detailOf({ homeAddressCity }));

    const { puts } = batch(details, partitionWith().main).plan;

    expect(puts.filter(({ type }) => type === 'licenseUpdate')).toHaveLength(2);
    expect(puts.filter(({ type }) => type === 'license')).toMatchObject([{ homeAddressCity: 'Logan' }]);
  });

  test('together means the same as one after another', () => {
    fc.assert(
      fc.property(
        fc.array(anyDetail, { maxLength: 3 }),
        fc.array(anyDetail, { minLength: 1, maxLength: 5 }),
        (before, details) => {
          const partition = new Partition();
          before.forEach((detail) => partition.upload(detail));
          const together = new Map(partition.all.map((item) => [item.sk, item]));

          const { plan } = batch(details, partition.main);
          plan.puts.forEach((item) => together.set(item.sk, item));
          const events = details.flatMap((detail) => partition.upload(detail));

          expect([...together.values()]).toEqual(expect.arrayContaining(partition.all));
          expect(together.size).toBe(partition.all.length);
          expect(plan.events).toEqual(events);
        },
      ),
      { numRuns: 150 },
    );
  });
});
