import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { analysis, escapedAnalysis, facts, finding, report, stack } from './made-up-report';
import type { ReportInput } from '../../src/report/build/security-report';
import type { SarifLog } from '../../src/report/writers/sarif';
import { sarifReport } from '../../src/report/writers/sarif';

/** The schema of SARIF is in JSON Schema draft 4, whose only difference here is the name of its own address. */
function sarifSchema(): object {
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _draft, id: _address, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  return schema;
}

// A pattern of the schema has a bracket too many, which regular expressions for Unicode don't take.
const ajv = addFormats(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false }));
const isValid = ajv.compile<SarifLog>(sarifSchema());

function log(members: Partial<ReportInput> = {}): SarifLog {
  const value = JSON.parse(sarifReport(report(members)));
  expect({ valid: isValid(value), errors: isValid.errors }).toEqual({ valid: true, errors: null });
  return value;
}

function resultsOf(members: Partial<ReportInput> = {}) {
  return log(members).runs[0].results;
}

test.each<[string, Partial<ReportInput>]>([
  ['everything', { boundaries: [analysis(), escapedAnalysis()] }],
  ['nothing', { assembly: { facts: facts(), identities: [] }, boundaries: [] }],
  ['gaps', { assembly: { facts: facts({ gaps: ['a template is broken'] }), identities: [] } }],
  [
    'a file with spaces',
    { assembly: { facts: facts({ stacks: [stack('A b')], findings: [finding('P-1', 'A b/X')] }), identities: [] } },
  ],
])('a report with %s is valid', (_, members) => {
  expect(log(members).version).toBe('2.1.0');
});

test('the schema refuses what SARIF does not have', () => {
  const value = log();

  expect(isValid({ ...value, version: '2.2.0' })).toBe(false);
  expect(isValid({ ...value, runs: [{ ...value.runs[0], results: [{ message: {}, level: 'fatal' }] }] })).toBe(false);
});

test('results name rule, place in the app and template', () => {
  const [result] = resultsOf();

  expect(result).toMatchObject({
    ruleId: 'AwsSolutions-IAM5',
    level: 'error',
    message: {
      text: expect.stringMatching(/^AwsSolutions-IAM5\[Resource::\*\] in Prod\/Data\/Reader\/Resource: what /),
    },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'ProdData.template.json', uriBaseId: 'ASSEMBLY' } },
        logicalLocations: [{ fullyQualifiedName: 'Prod/Data/Reader/Resource', name: 'Reader', kind: 'resource' }],
      },
    ],
    suppressions: [],
  });
});

test('rules have help, and results know their rule', () => {
  const [{ tool, results }] = log().runs;
  const { rules } = tool.driver;

  expect(rules.find(({ id }) => id === 'HIPAA.Security-LambdaDLQ')).toMatchObject({
    help: { text: expect.stringContaining('why HIPAA.Security-LambdaDLQ matters HIPAA: 45 CFR 164.312(b).') },
    properties: { tags: ['security', 'HIPAA.Security', '45 CFR 164.312(b)'] },
  });
  expect(results.map(({ ruleIndex = -1 }) => rules[ruleIndex].id)).toEqual(results.map(({ ruleId }) => ruleId));
});

test('acknowledged findings are suppressed in the code, expired ones are under review', () => {
  const suppressions = Object.fromEntries(resultsOf().map((result) => [result.ruleId, result.suppressions]));

  expect(suppressions['HIPAA.Security-LambdaDLQ']).toEqual([
    {
      kind: 'inSource',
      status: 'accepted',
      justification: 'Its queue has the dead letters. (operators, until 2026-06-30; on Prod/Api/Handler)',
    },
  ]);
  expect(suppressions['AwsSolutions-S1']).toMatchObject([{ status: 'underReview' }]);
});

test('fingerprints stay when only words change', () => {
  const fingerprints = (description: string) =>
    resultsOf({ assembly: { facts: facts({ findings: [finding('P-1', 'x', { description })] }), identities: [] } }).map(
      ({ partialFingerprints }) => partialFingerprints,
    );

  expect(fingerprints('one')).toEqual(fingerprints('other'));
});

test('no two results have one fingerprint', () => {
  const results = resultsOf({ boundaries: [analysis(), escapedAnalysis(), analysis({ place: 'elsewhere' })] });
  const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));

  expect(new Set(prints).size).toBe(prints.length);
});

test('ways out of a boundary are errors with their steps', () => {
  const result = resultsOf({ boundaries: [escapedAnalysis()] }).find(
    ({ ruleId }) => ruleId === 'ExecutionRoleCannotEscape',
  );

  expect(result).toMatchObject({
    level: 'error',
    message: { text: expect.stringContaining('1. call iam:DeleteRolePermissionsBoundary on the role\n2. attach') },
  });
});

test('what was not looked at is said, so that no result does not mean proved', () => {
  const [{ invocations }] = log({ boundaries: [] }).runs;

  expect(invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toContain(
    'the boundaries of 111100001111/us-east-1 were not analysed: nothing is proved about them',
  );
});
