import { LICENSE_KEY, Partition, partitionWith, PROVIDER_KEY } from './partition';
import { Detail, detailOf, DOMAIN, LATER, NOW, valueOf } from './samples';
import { planIngest, planRefresh } from '../../../src/core/licensure/ingest-license';

describe('a second look after saving', () => {
  const plan = (partition: Partition, changes: Detail) =>
    valueOf(planIngest({ domain: DOMAIN, detail: detailOf(changes), storedItems: partition.main, now: LATER }));
  const inactive = { licenseStatus: 'inactive', compactEligibility: 'ineligible' };

  test.each<[string, boolean, Detail]>([
    ['repeats the shown license', false, {}],
    ['renews the shown license', false, { dateOfRenewal: '2025-06-01', dateOfExpiration: '2028-04-01' }],
    ['brings a better license', false, { jurisdiction: 'ky', dateOfIssuance: '2024-01-01' }],
    ['brings a license that is not shown', false, { jurisdiction: 'ky', dateOfIssuance: '2001-01-01' }],
    ['takes the shown license back', true, inactive],
    ['makes the shown license ineligible', true, { compactEligibility: 'ineligible' }],
    ['dates the shown license back', true, { dateOfIssuance: '2001-01-01' }],
  ])('an upload that %s asks for one: %s', (_, needed, changes) => {
    expect(plan(partitionWith(), changes).mayHideBetterLicense).toBe(needed);
  });

  test('a first license asks for none: whoever else stores a first license is in conflict', () => {
    expect(plan(new Partition(), inactive).mayHideBetterLicense).toBe(false);
  });

  test('finds the license that was stored in between', () => {
    const partition = partitionWith();
    const takenBack = plan(partition, inactive);
    partition.upload({ jurisdiction: 'ky', dateOfIssuance: '2001-01-01' }, LATER);
    takenBack.puts.forEach((item) => partition.change(String(item.sk), item));

    const refresh = () => valueOf(planRefresh({ domain: DOMAIN, storedItems: partition.main, now: LATER }));
    const [provider] = refresh().puts;
    partition.change(PROVIDER_KEY, provider);

    expect(provider).toMatchObject({ type: 'provider', licenseJurisdiction: 'ky' });
    expect(refresh().puts).toEqual([]);
  });

  test('has nothing to do for a provider without licenses, and says which record it can not read', () => {
    expect(planRefresh({ domain: DOMAIN, storedItems: [], now: NOW })).toMatchObject({ value: { puts: [] } });
    const partition = partitionWith();
    partition.change(LICENSE_KEY, { npi: '12345' });
    expect(planRefresh({ domain: DOMAIN, storedItems: partition.main, now: NOW })).toMatchObject({
      error: expect.stringContaining(LICENSE_KEY),
    });
  });
});
