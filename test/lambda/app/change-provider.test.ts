import { ProviderInMemory } from './provider-in-memory';
import { changeProvider, ProviderRule } from '../../../lambda/app/change-provider';
import { plan } from '../../../src/core/licensure/changes/change-plan';
import type { Item } from '../../../src/core/licensure/item';
import { PROVIDER_ID } from '../../core/licensure/samples';

const WHOM = { compact: 'arbor', providerId: PROVIDER_ID };

const item = (count: number): Item => ({ pk: 'p', sk: 's', count, dateOfUpdate: '2025-06-01T00:00:00+00:00' });

/** Counts the one item up by one. */
const countUp: ProviderRule = ({ items }) => plan({ puts: [item(Number(items[0].count) + 1)] });

test('a change is planned from what is stored and saved', async () => {
  const store = new ProviderInMemory([item(1)]);

  expect(await changeProvider(store.ports, WHOM, countUp)).toBeUndefined();
  expect(store.items).toEqual([item(2)]);
});

test('where others changed something, the change is planned anew from what they left', async () => {
  const store: ProviderInMemory = new ProviderInMemory([item(1)], 2, () => {
    store.items = [item(Number(store.items[0].count) + 10)];
  });

  await changeProvider(store.ports, WHOM, countUp);

  expect(store.items).toEqual([item(22)]);
  expect(store.attempts).toBe(3);
});

test('a refusal is answered, and nothing is written', async () => {
  const refusal = { status: 404, message: 'Privilege not found' } as const;
  const store = new ProviderInMemory([item(1)]);

  expect(await changeProvider(store.ports, WHOM, () => ({ ok: false, error: refusal }))).toBe(refusal);
  expect(store.items).toEqual([item(1)]);
});

test('a refusal of an earlier attempt is not answered where the last one succeeds', async () => {
  let attempts = 0;
  const refusesFirst: ProviderRule = (input) => {
    attempts += 1;
    return attempts === 1 ? { ok: false, error: { status: 404, message: 'not yet' } } : countUp(input);
  };
  const store = new ProviderInMemory([item(1)], 1);

  expect(await changeProvider(store.ports, WHOM, refusesFirst)).toBeUndefined();
});

test('a provider that others change all the time is given up', async () => {
  const store = new ProviderInMemory([item(1)], 100);

  await expect(changeProvider(store.ports, WHOM, countUp)).rejects.toThrow(PROVIDER_ID);
});
