import { NO_CHANGE } from '../../../../src/core/licensure/changes/change-plan';
import { inSequence, itemsAfter } from '../../../../src/core/licensure/changes/plan-sequence';

const key = (sk: string) => ({ pk: 'p', sk });
const item = (sk: string, value: number) => ({ ...key(sk), value });
const EVENT = { detailType: 'license.deactivation', source: 'org.compactconnect.provider-data', detail: {} } as const;
const SECOND_EVENT = { ...EVENT, detail: { second: true } };

test('after a plan, items stand in stored order with the new in place of the old', () => {
  const plan = { ...NO_CHANGE, puts: [item('c', 2), item('b', 2)], deletes: [key('a')] };

  expect(itemsAfter([item('a', 1), item('c', 1), item('d', 1)], plan)).toEqual([
    item('b', 2),
    item('c', 2),
    item('d', 1),
  ]);
});

const first = {
  puts: [item('a', 1), item('b', 1)],
  deletes: [key('x'), key('y')],
  touches: [item('m', 0), item('z', 0)],
  events: [EVENT],
};
const second = {
  puts: [item('b', 2), item('m', 2), item('x', 2)],
  deletes: [key('a')],
  touches: [item('n', 0), item('z', 0)],
  events: [SECOND_EVENT],
};

test('of two plans in sequence, the second one decides what both write, and what is written is not touched besides', () => {
  expect(inSequence(first, second)).toEqual({
    puts: [item('b', 2), item('m', 2), item('x', 2)],
    deletes: [key('y'), key('a')],
    touches: [item('n', 0), item('z', 0)],
    events: [EVENT, SECOND_EVENT],
  });
});

test('two plans in sequence leave what one after the other leaves', () => {
  const before = ['a', 'm', 'n', 'x', 'y', 'z'].map((name) => item(name, 0));

  expect(itemsAfter(before, inSequence(first, second))).toEqual(itemsAfter(itemsAfter(before, first), second));
});
