import { acknowledgedCounts, differences, sumOfCounts } from '../../scripts/nag-baseline/baseline';

const acknowledgement = {
  scope: 'Stack/Role',
  findings: ['AwsSolutions-IAM5[Resource::*]', 'AwsSolutions-IAM5[Action::s3:*]', 'AwsSolutions-IAM4'],
  reason: 'made for a test',
  owner: 'operators',
  expires: '2027-12-31',
};

test('acknowledged findings are counted by rule, open ones are not', () => {
  const counts = acknowledgedCounts(
    [
      { id: 'AwsSolutions-IAM5[Resource::*]', resource: 'Stack/Role/Resource' },
      { id: 'AwsSolutions-IAM5[Action::s3:*]', resource: 'Stack/Role/DefaultPolicy/Resource' },
      { id: 'AwsSolutions-IAM4', resource: 'Stack/Role/Resource' },
      { id: 'AwsSolutions-IAM4', resource: 'Stack/RoleOfOthers/Resource' },
      { id: 'AwsSolutions-IAM5[Resource::bucket/*]', resource: 'Stack/Role/Resource' },
    ],
    [acknowledgement],
  );

  expect(counts).toEqual({ 'AwsSolutions-IAM4': 1, 'AwsSolutions-IAM5': 2 });
});

test('counts of several apps are summed, in the order of rules', () => {
  const sum = sumOfCounts([
    { b: 1, c: 2 },
    { a: 3, b: 4 },
  ]);

  expect(Object.entries(sum)).toEqual([
    ['a', 3],
    ['b', 5],
    ['c', 2],
  ]);
});

test.each([
  ['equal counts', { a: 1 }, { a: 1 }, [], []],
  [
    'a rule that was never acknowledged before',
    {},
    { a: 2 },
    [
      'a: 2 acknowledged findings, but the baseline is 0; mend the new ones, or where they must stay, raise the number in nag-baseline.json by hand and say why in the commit',
    ],
    [],
  ],
  [
    'a finding that was mended',
    { a: 3 },
    { a: 2 },
    [],
    ['a: 2 acknowledged findings, and the baseline is still 3; run "npx tsx scripts/nag-baseline.ts", which lowers it'],
  ],
  [
    'a rule with nothing left',
    { a: 3 },
    {},
    [],
    ['a: 0 acknowledged findings, and the baseline is still 3; run "npx tsx scripts/nag-baseline.ts", which lowers it'],
  ],
])('%s: what rose and what fell', (_name, baseline, counts, risen, fallen) => {
  expect(differences(baseline as {}, counts as {})).toEqual({ risen, fallen });
});
