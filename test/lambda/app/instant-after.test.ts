import { instantAfter } from '../../../lambda/app/instant-after';
import { instantText } from '../../../src/core/licensure/time';

/** A clock that goes on while somebody waits. */
function ports(start: string) {
  let time = Date.parse(start);
  return {
    clock: () => instantText(new Date(time)),
    pause: async (milliseconds: number) => void (time += milliseconds),
    waited: () => time - Date.parse(start),
  };
}

test.each([
  ['nothing was seen', [], 0],
  ['all is older', ['2026-11-21T09:59:59+00:00'], 0],
  ['an item is of this second', ['2026-11-21T09:00:00+00:00', '2026-11-21T10:00:00+00:00'], 1_000],
  ['a clock is ahead by a second', ['2026-11-21T10:00:01+00:00'], 2_000],
  ['a part of a second is stored', ['2026-11-21T10:00:00.500000+00:00'], 1_000],
  ['an instant is stored with another offset', ['2026-11-21T06:00:00-04:00'], 1_000],
])('where %s it waits no longer than needed', async (_, dates, waited) => {
  const waiting = ports('2026-11-21T10:00:00Z');

  const now = await instantAfter(
    dates.map((dateOfUpdate) => ({ dateOfUpdate })),
    waiting,
  );

  expect(waiting.waited()).toBe(waited);
  expect(now).toBe(instantText(new Date(Date.parse('2026-11-21T10:00:00Z') + waited)));
});

test('items without an update time are no reason to wait', async () => {
  const waiting = ports('2026-11-21T10:00:00Z');

  expect(await instantAfter([{}, { dateOfUpdate: 'once' }], waiting)).toBe('2026-11-21T10:00:00+00:00');
});

test('an update time far ahead is not waited for', async () => {
  const waiting = ports('2026-11-21T10:00:00Z');

  expect(await instantAfter([{ dateOfUpdate: '2026-11-21T11:00:00+00:00' }], waiting)).toBeUndefined();

  expect(waiting.waited()).toBeLessThan(2_500);
});
