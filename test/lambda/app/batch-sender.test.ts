import { setTimeout } from 'node:timers/promises';
import { BatchSender } from '../../../lambda/app/batch-sender';

/** A service that answers after a while, and says how many calls it had at once. */
function service(answer: (call: number) => readonly { index: number; reason: string }[] = () => []) {
  const calls: number[][] = [];
  const load = { now: 0, most: 0 };
  const send = async (entries: readonly number[]) => {
    load.now += 1;
    load.most = Math.max(load.most, load.now);
    const call = calls.push([...entries]);
    await setTimeout(5 - (call % 3));
    load.now -= 1;
    return answer(call);
  };
  return { send, calls, load };
}

const count = (length: number) => Array.from({ length }, (_, index) => index);

test('entries go in order, in full batches, the last one with the rest', async () => {
  const { send, calls } = service();
  const sender = new BatchSender({ send, batchSize: 4, callsInFlight: 2 });

  await sender.add(count(3));
  await sender.add([3, 4, 5, 6, 7, 8]);

  expect(await sender.flush()).toEqual([]);
  expect(calls).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8]]);
});

test('so many calls as allowed are under way at once, and no more', async () => {
  const { send, load } = service();
  const sender = new BatchSender({ send, batchSize: 1, callsInFlight: 3 });

  await sender.add(count(30));
  await sender.flush();

  expect(load).toEqual({ now: 0, most: 3 });
});

test('refused entries are told by their position among all, and the rest goes on', async () => {
  const { send, calls } = service((call) => (call === 2 ? [{ index: 1, reason: 'Throttled' }] : []));
  const sender = new BatchSender({ send, batchSize: 3, callsInFlight: 2 });

  await sender.add(count(9));

  expect(await sender.flush()).toEqual([{ index: 4, reason: 'Throttled' }]);
  expect(calls).toHaveLength(3);
});

test('a call that fails stops the sending, once what is under way has ended', async () => {
  const { send, load, calls } = service((call) => {
    if (call === 2) throw new Error('no connection');
    return [];
  });
  const sender = new BatchSender({ send, batchSize: 1, callsInFlight: 2 });

  await expect(sender.add(count(50))).rejects.toThrow('no connection');
  await sender.settle();
  expect(load.now).toBe(0);
  expect(calls.length).toBeLessThan(6);
  await expect(sender.flush()).rejects.toThrow('no connection');
});
