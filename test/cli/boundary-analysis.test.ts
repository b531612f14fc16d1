import { analysisLines, isFailing } from '../../cli/boundary-analysis';
import type { BoundaryAnalysis } from '../../src/core/boundary/analysis';
import type { BoundaryFinding, Severity } from '../../src/core/boundary/finding';

function finding(severity: Severity, more: Partial<BoundaryFinding> = {}): BoundaryFinding {
  return { rule: 'GoodProperty', severity, description: `what is ${severity}`, change: 'mend it', ...more };
}

const CLEAN: BoundaryAnalysis = {
  place: '111111111111/us-east-1',
  stacks: ['Data', 'Api'],
  boundaries: [
    {
      boundary: 'execution',
      characters: 5_900,
      limit: 6_144,
      neededActions: 1_200,
      allowedActions: 1_203,
      extraActions: [
        { action: 's3:ListBucket', level: 'List' },
        { action: 's3:PutBucketPolicy', level: 'PermissionsManagement' },
        { action: 's3:ListAllMyBuckets', level: 'List' },
      ],
    },
  ],
  findings: [],
  closedPaths: [{ path: 'create a user without boundary', closedBy: ['statement A denies it', 'nothing allows it'] }],
};

test('without findings, figures and what was checked are printed', () => {
  expect(analysisLines([CLEAN])).toEqual([
    '111111111111/us-east-1: Data, Api',
    'boundary   characters      actions needed  allowed  extra  extra by access level',
    'execution  5,900 of 6,144  1,200           1,203    3      PermissionsManagement 1, List 2',
    '',
    'checked 1,200 needed actions of 2 stacks and 1 closed path: no findings',
  ]);
});

test('findings are grouped, the worst first, with place, steps and change', () => {
  const findings = [
    finding('warning'),
    finding('error', { path: 'Data/Table' }),
    finding('fatal', { steps: ['make a role', 'take it on'] }),
    finding('error'),
  ];

  expect(analysisLines([{ ...CLEAN, boundaries: [], findings }])).toEqual([
    '111111111111/us-east-1: Data, Api',
    '',
    '1 escape:',
    '  GoodProperty: what is fatal',
    '    1. make a role',
    '    2. take it on',
    '    change: mend it',
    '',
    '2 errors:',
    '  GoodProperty: what is error',
    '    at Data/Table',
    '    change: mend it',
    '  GoodProperty: what is error',
    '    change: mend it',
    '',
    '1 warning:',
    '  GoodProperty: what is warning',
    '    change: mend it',
    '',
    'checked 0 needed actions of 2 stacks and 1 closed path: 1 escape, 2 errors, 1 warning',
  ]);
});

test('of many warnings the first are printed, all of them on demand, with the ways out that are closed', () => {
  const analysis = { ...CLEAN, boundaries: [], findings: Array.from({ length: 22 }, () => finding('warning')) };
  const count = (lines: readonly string[]) => lines.filter((line) => line.includes('what is warning')).length;

  const brief = analysisLines([analysis]);
  const verbose = analysisLines([analysis], { verbose: true });

  expect([count(brief), count(verbose)]).toEqual([20, 22]);
  expect(brief).toContain('  and 2 more (all: --verbose)');
  expect(brief).not.toContain('closed paths:');
  expect(verbose.slice(-4)).toEqual([
    'closed paths:',
    '  create a user without boundary: statement A denies it; nothing allows it',
    '',
    'checked 0 needed actions of 2 stacks and 1 closed path: 22 warnings',
  ]);
});

test('accounts stand apart', () => {
  const lines = analysisLines([CLEAN, { ...CLEAN, place: '222222222222/us-east-1' }]);

  expect(lines[lines.indexOf('222222222222/us-east-1: Data, Api') - 1]).toBe('');
});

test.each<[Severity[], boolean, boolean]>([
  [[], false, false],
  [[], true, false],
  [['warning'], false, false],
  [['warning'], true, true],
  [['warning', 'error'], false, true],
  [['fatal'], false, true],
])('a check with the findings %j, strict %p, fails: %p', (severities, isStrict, fails) => {
  const findings = severities.map((severity) => finding(severity));

  expect(isFailing([CLEAN, { ...CLEAN, findings }], isStrict)).toBe(fails);
});
