import { archiveEvents } from '../../../lambda/app/archive-events';
import type { RefusedEntry } from '../../../lambda/app/ports';
import type { Item } from '../../../src/core/licensure/item';

const NOW = '2025-06-15T10:20:30+00:00';

const message = (id: string, detail: object = { compact: 'arbor', eventTime: NOW }) => ({
  id,
  'detail-type': 'privilege.deactivation',
  detail,
});

function setup(refused: readonly RefusedEntry[] = []) {
  const calls: (readonly Item[])[] = [];
  const dataEvents = {
    putAll: async (items: readonly Item[]) => {
      calls.push(items);
      return refused;
    },
  };
  const archive = (...bodies: readonly unknown[]) =>
    archiveEvents(
      { dataEvents, clock: () => NOW },
      bodies.map((body) => ({ body, receives: 1 })),
    );
  return { calls, archive };
}

test('all messages of a batch are kept together', async () => {
  const { calls, archive } = setup();

  expect(await archive(message('e1'), message('e2'))).toEqual([]);
  expect(calls).toEqual([
    [
      expect.objectContaining({ eventType: 'privilege.deactivation', pk: 'COMPACT#arbor#JURISDICTION#' }),
      expect.objectContaining({ sk: expect.stringContaining('#EVENT#e2') }),
    ],
  ]);
});

test('a message that is no event fails alone, so that the queue keeps it', async () => {
  const { calls, archive } = setup();

  expect(await archive(message('e1', {}), message('e2'))).toEqual([
    { index: 0, error: expect.objectContaining({ message: expect.stringContaining('detail.compact: Missing data') }) },
  ]);
  expect(calls.flat()).toHaveLength(1);
});

test('an event that the table refuses fails at its own place in the batch', async () => {
  const { archive } = setup([{ index: 1, reason: 'the table is busy' }]);

  expect(await archive(message('e1', {}), message('e2'), message('e3'))).toEqual([
    expect.objectContaining({ index: 0 }),
    { index: 2, error: new Error('the event was not archived: the table is busy') },
  ]);
});
