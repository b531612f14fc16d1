import { archiveEvent } from '../../../lambda/app/archive-event';
import type { Item } from '../../../src/core/licensure/item';

const NOW = '2025-06-15T10:20:30+00:00';

function setup() {
  const kept: Item[] = [];
  const ports = { dataEvents: { put: async (item: Item) => void kept.push(item) }, clock: () => NOW };
  return { kept, archive: (message: unknown) => archiveEvent(ports, message) };
}

test('a message of the bus is kept', async () => {
  const { kept, archive } = setup();

  await archive({ id: 'e1', 'detail-type': 'privilege.deactivation', detail: { compact: 'arbor', eventTime: NOW } });

  expect(kept).toMatchObject([{ eventType: 'privilege.deactivation', pk: 'COMPACT#arbor#JURISDICTION#' }]);
});

test('a message that can not be kept is refused, so that the queue keeps it', async () => {
  const { kept, archive } = setup();

  await expect(archive({ id: 'e1', 'detail-type': 'privilege.deactivation', detail: {} })).rejects.toThrow(
    "a message of the data event bus can't be archived: detail.compact: Missing data for required field.",
  );
  expect(kept).toEqual([]);
});
