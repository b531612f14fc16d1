import { tableLines } from '../../../src/core/text/table';

test('columns are as wide as their widest cell, and no line ends with space', () => {
  expect(
    tableLines([
      ['stage', 'account'],
      ['beta', '333344445555'],
      ['prod', ''],
    ]),
  ).toEqual(['stage  account', 'beta   333344445555', 'prod']);
});
