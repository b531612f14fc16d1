import fc from 'fast-check';
import { changeParts } from '../../../lambda/infra/change-parts';
import { laterPartItem, readLaterPart } from '../../../lambda/infra/outbox-items';
import type { PlannedWrite } from '../../../lambda/infra/planned-writes';
import type { Item } from '../../../src/core/licensure/item';

function writes(count: number, bytes = 10): PlannedWrite[] {
  return Array.from({ length: count }, (_, row) => ({ put: { pk: 'p', sk: String(row), text: 'x'.repeat(bytes) } }));
}

function events(count: number): Item[] {
  return Array.from({ length: count }, (_, row) => ({ pk: 'o', sk: String(row) }));
}

function sizes({ first, later }: ReturnType<typeof changeParts>) {
  return [first, ...later].map((part) => [part.writes.length, part.outbox.length]);
}

test.each<[string, PlannedWrite[], Item[], number[][]]>([
  ['one hundred writes and events', writes(98), events(2), [[98, 2]]],
  [
    'one hundred and one',
    writes(99),
    events(2),
    [
      [99, 0],
      [0, 2],
    ],
  ],
  [
    'two hundred',
    writes(200),
    events(1),
    [
      [98, 0],
      [99, 0],
      [3, 1],
    ],
  ],
  ['forty large ones', writes(40, 99_000), events(0), [[40, 0]]],
  [
    'more bytes than a transaction takes',
    writes(41, 99_000),
    events(1),
    [
      [20, 0],
      [10, 0],
      [10, 0],
      [1, 1],
    ],
  ],
])('%s', (_, changes, outbox, expected) => {
  expect(sizes(changeParts(changes, outbox))).toEqual(expected);
});

test('whatever is cut stays whole and in order, and every part fits into a transaction', () => {
  fc.assert(
    fc.property(fc.nat(600), fc.nat(30), fc.integer({ min: 1, max: 30_000 }), (count, eventCount, bytes) => {
      const changes = writes(count, bytes);
      const outbox = events(eventCount);

      const { first, later } = changeParts(changes, outbox);

      const parts = [first, ...later];
      expect(parts.flatMap((part) => part.writes)).toEqual(changes);
      expect(parts.flatMap((part) => part.outbox)).toEqual(outbox);
      expect(first.writes.length + first.outbox.length + later.length).toBeLessThanOrEqual(100);
      for (const part of later) expect(part.writes.length + part.outbox.length).toBeLessThanOrEqual(99);
      for (const part of later) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(1_100_000);
    }),
    { numRuns: 20 },
  );
});

test('a change beyond all measure is refused with what to do', () => {
  expect(sizes(changeParts(writes(5_000), []))).toHaveLength(51);
  expect(() => changeParts(writes(5_001), [])).toThrow(
    'a change of 5001 records is too large: at most 50 transactions of 99 records can follow its first one; change fewer records at once',
  );
});

test('a part comes out of the outbox as it went in', () => {
  const part = {
    writes: [
      { put: { pk: 'p', sk: 's', set: new Set(['oh', 'ky']), count: 3, list: [{ text: '' }], gone: undefined } },
      { remove: { pk: 'p', sk: 't' }, guard: { dateOfUpdate: '2026-11-21T10:00:00+00:00' } },
      { check: { pk: 'p', sk: 'u' }, guard: 'absent' },
    ],
    outbox: [{ pk: 'o', sk: 's', detail: '{"": 1}' }],
  } as const;

  const item = laterPartItem(part, { pk: 'o', writtenAt: 'then', changeId: 'change', position: 2 });

  expect(item).toMatchObject({ pk: 'o', sk: 'then#change#0002', kind: 'writes', writtenAt: 'then' });
  expect(readLaterPart(item)).toEqual(part);
  expect(readLaterPart({ ...item, kind: 'event' })).toBeUndefined();
});
