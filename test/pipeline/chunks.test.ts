import * as fc from 'fast-check';
import { chunksOf } from '../../src/pipeline/chunks';

const length = (text: string) => text.length;

test('a list is cut where the next item would exceed the limit', () => {
  expect(chunksOf(['aa', 'bb', 'c', 'dddd'], length, 5)).toEqual([['aa', 'bb', 'c'], ['dddd']]);
});

test('no list makes no chunk', () => {
  expect(chunksOf([], length, 5)).toEqual([]);
});

test('nothing is lost, the order stays, and only an item that is too large itself exceeds the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 9 })), fc.integer({ min: 1, max: 20 }), (items, limit) => {
      const chunks = chunksOf(items, length, limit);

      expect(chunks.flat()).toEqual(items);
      expect(chunks.every((chunk) => chunk.length === 1 || chunk.join('').length <= limit)).toBe(true);
    }),
  );
});
