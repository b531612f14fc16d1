import {
  analysis,
  escapedAnalysis,
  facts,
  finding,
  fullFacts,
  fullIdentities,
  report,
  reportInput,
} from './made-up-report';
import { securityReport } from '../../src/report/build/security-report';
import { markdownReport } from '../../src/report/writers/markdown';
import { mdCode, mdList, mdTable, mdText } from '../../src/report/writers/markdown-text';

describe('what comes from an app is text', () => {
  test.each([
    ['a | b', '`a | b`', 'a | b'],
    ['`x`', '`` `x` ``', '\\`x\\`'],
    ['``', '``` `` ```', '\\`\\`'],
    ['*bold* _it_', '`*bold* _it_`', '\\*bold\\* \\_it\\_'],
    ['<img src=x>', '`<img src=x>`', '&lt;img src=x\\>'],
    ['two\nlines', '`two lines`', 'two lines'],
    ['[a](b)', '`[a](b)`', '\\[a\\](b)'],
    ['a\\b', '`a\\b`', 'a\\\\b'],
    ['&lt;', '`&lt;`', '\\&lt;'],
    ['', '`  `', ''],
  ])('%j', (text, code, escaped) => {
    expect(mdCode(text)).toBe(code);
    expect(mdText(text)).toBe(escaped);
  });

  test('and breaks no table', () => {
    expect(mdTable(['a|b'], [['c | d'], ['`e|f`']])).toEqual([
      '| a\\|b |',
      '| --- |',
      '| c \\| d |',
      '| `e\\|f` |',
      '',
    ]);
  });
});

test('tables and lists that are too long say how much is left out', () => {
  const items = ['1', '2', '3'];

  expect(
    mdTable(
      ['n'],
      items.map((item) => [item]),
      2,
    ).slice(-2),
  ).toEqual(['… and 1 more, in the HTML or JSON form of this report.', '']);
  expect(mdList(items, 2)).toEqual(['- 1', '- 2', '- … and 1 more']);
  expect(mdTable(['n'], [])).toEqual([]);
});

test('the summary comes first', () => {
  expect(markdownReport(report()).split('\n').slice(0, 5)).toEqual([
    '# Security report: cdk.out',
    '',
    '- ℹ️ 3 stacks with 5 resources in 2 accounts (111100001111 and 222200002222).',
    '- ❌ 1 open finding of rule packs: 1 error; 2 findings are acknowledged.',
    '- ❌ 1 acknowledgement has expired.',
  ]);
});

test('open findings are told, acknowledged ones are not', () => {
  const text = markdownReport(report());

  expect(text).toContain(
    '| error | `AwsSolutions-IAM5[Resource::*]` | `Prod/Data/Reader/Resource` | what AwsSolutions-IAM5 is about (Control ID: 164.312(b)). |',
  );
  expect(text).not.toContain('| error | `HIPAA.Security-LambdaDLQ`');
});

test('ways out of a boundary are told step by step', () => {
  expect(markdownReport(report({ boundaries: [escapedAnalysis()] }))).toContain(
    [
      '**111100001111/us-east-1: The execution role can take its own boundary off.**',
      '',
      '1. call iam:DeleteRolePermissionsBoundary on the role',
      '2. attach AdministratorAccess',
      '',
      'Remedy: Deny iam:DeleteRolePermissionsBoundary.',
    ].join('\n'),
  );
});

test('figures of boundaries are told, and places that nobody analysed', () => {
  const text = markdownReport(report({ boundaries: [analysis()] }));

  expect(text).toContain('| 111100001111/us-east-1 | execution | 3,578 of 6,144 | 460 | 462 | 2 | no way out known |');
  expect(text).toContain('- ❌ not analysed, nothing is proved: 222200002222/us-east-1');
});

test('changes since an earlier assembly are told', () => {
  const since = { name: 'old', facts: facts({ stacks: fullFacts().stacks }), identities: fullIdentities().slice(1) };
  const text = markdownReport(report({ since }));

  expect(text).toContain('- new: `AwsSolutions-S1 in Prod/Data/Bucket/Resource`');
  expect(text).toContain('| `Prod-Data/Reader` | Read | `dynamodb:GetItem` `dynamodb:Query` |  |');
});

test('without changes it says so', () => {
  const { assembly } = reportInput();

  expect(markdownReport(report({ since: { name: 'old', ...assembly } }))).toContain(
    'Compared with `old`.\n\nNothing changed.',
  );
});

test('a comment of a pull request has room for it, however much there is', () => {
  const findings = Array.from({ length: 5000 }, (_, index) =>
    finding('AwsSolutions-IAM5[Resource::*]', `Prod/Data/${'Long'.repeat(20)}${index}`, {
      description: 'words '.repeat(40),
    }),
  );
  const text = markdownReport(
    securityReport(reportInput({ assembly: { facts: facts({ findings }), identities: [] } })),
  );

  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/… and [\d,]+ more, in the HTML or JSON form of this report\./);
});
