import { cdkParameters, separate } from '../../cli/commands/cdk';

test.each<[string[], ReturnType<typeof separate>]>([
  [[], { others: [] }],
  [['deploy-account'], { app: 'deploy-account', others: [] }],
  [['sandbox', 'ana'], { app: 'sandbox', environment: 'ana', others: [] }],
  [
    ['sandbox', 'ana', 'StackA', 'StackB', '--exclusively'],
    { app: 'sandbox', environment: 'ana', others: ['StackA', 'StackB', '--exclusively'] },
  ],
  [
    ['--app', 'cdk.out', '--require-approval', 'never'],
    { others: ['--app', 'cdk.out', '--require-approval', 'never'] },
  ],
  [['.', '-c', 'a=b'], { app: '.', others: ['-c', 'a=b'] }],
])('%j names an app, then an environment, and hands on the rest', (parameters, expected) => {
  expect(separate(parameters)).toEqual(expected);
});

test.each<[Parameters<typeof cdkParameters>, string[]]>([
  [
    ['deploy', undefined, []],
    ['deploy', '--all'],
  ],
  [
    ['deploy', 'ana', ['--hotswap']],
    ['deploy', '--all', '--context', 'environment=ana', '--hotswap'],
  ],
  [
    ['deploy', undefined, ['--all']],
    ['deploy', '--all'],
  ],
  [
    ['deploy', 'ana', ['StackA']],
    ['deploy', '--context', 'environment=ana', 'StackA'],
  ],
  [
    ['synth', undefined, ['--quiet']],
    ['synth', '--quiet'],
  ],
  [
    ['diff', 'ana', []],
    ['diff', '--context', 'environment=ana'],
  ],
])('the CDK gets its own options: %#', (given, expected) => {
  expect(cdkParameters(...given)).toEqual(expected);
});
