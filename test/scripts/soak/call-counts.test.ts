import { CallCounts } from '../../../scripts/soak/call-counts';

test('calls of a soak are those since its beginning, most frequent first', () => {
  const before = new CallCounts(
    new Map([
      ['sts AssumeRole', 3],
      ['dynamodb Query', 2],
    ]),
  );
  const after = new CallCounts(
    new Map([
      ['sts AssumeRole', 3],
      ['dynamodb Query', 7],
      ['dynamodb PutItem', 9],
    ]),
  );

  const during = after.minus(before);

  expect(during.entries()).toEqual([
    ['dynamodb PutItem', 9],
    ['dynamodb Query', 5],
  ]);
  expect(during.total()).toBe(14);
});
