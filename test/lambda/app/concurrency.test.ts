import { withConcurrency } from '../../../lambda/app/concurrency';

test('so many are worked on at once, and answers keep the order of the entries', async () => {
  let running = 0;
  let most = 0;
  const answers = await withConcurrency([5, 1, 4, 2, 3], 2, async (entry) => {
    most = Math.max(most, (running += 1));
    for (let turn = 0; turn < entry; turn += 1) await Promise.resolve();
    running -= 1;
    return entry * 10;
  });

  expect(answers).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test('nothing to do is done', async () => {
  expect(await withConcurrency([], 3, async () => 1)).toEqual([]);
});
