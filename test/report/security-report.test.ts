import {
  analysis,
  DATA_ACCOUNT,
  DEPLOY_ACCOUNT,
  escapedAnalysis,
  facts,
  finding,
  HIPAA_RULES,
  report,
  resource,
  stack,
  TODAY,
} from './made-up-report';
import type { StatedAcknowledgement } from '../../src/nag/acknowledgement-metadata';
import type { AssemblyFacts } from '../../src/report/assembly/assembly-facts';
import { acknowledgementState } from '../../src/report/build/acknowledgements';
import { controlsIn, CONTROL_TITLES } from '../../src/report/hipaa/controls';
import { hipaaRules } from '../../src/report/hipaa/nag-rules';
import type { SecurityReport } from '../../src/report/model';
import { jsonReport } from '../../src/report/writers/json';

function reportOn(members: Partial<AssemblyFacts>): SecurityReport {
  return report({ assembly: { facts: facts(members), identities: [] } });
}

function acknowledgement(
  scope: string,
  id: string,
  members: Partial<StatedAcknowledgement> = {},
): StatedAcknowledgement {
  return {
    scope,
    findings: [id],
    reason: 'made for a test',
    owner: 'operators',
    expires: '2999-12-31',
    ...members,
  };
}

test('the JSON form is the model', () => {
  expect(JSON.parse(jsonReport(report()))).toEqual(JSON.parse(JSON.stringify(report())));
  expect(report()).toMatchObject({ format: 'cdk-compact-platform/security-report', version: 1, today: TODAY });
});

test('the summary counts over all accounts', () => {
  expect(report().summary).toEqual({
    accounts: [DATA_ACCOUNT, DEPLOY_ACCOUNT],
    stacks: 3,
    resources: 5,
    openFindings: { fatal: 0, error: 1, warning: 0, info: 0 },
    acknowledgedFindings: 2,
    expiredAcknowledgements: 1,
    expiringAcknowledgements: 1,
    endlessAcknowledgements: 1,
    boundaryMargin: 2566,
    openBoundaryFindings: { fatal: 0, error: 1, warning: 0, info: 0 },
  });
});

describe('findings', () => {
  test('are open first, the worst first', () => {
    const { findings } = reportOn({
      findings: [
        finding('A-1', 'x', { severity: 'warning' }),
        finding('B-1', 'acknowledged'),
        finding('A-2', 'y'),
        finding('A-2', 'x'),
        finding('C-1', 'z', { severity: 'fatal' }),
      ],
      acknowledgements: [acknowledgement('acknowledged', 'B-1')],
    });

    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'C-1 z',
      'A-2 x',
      'A-2 y',
      'A-1 x',
      'B-1 acknowledged',
    ]);
  });

  test('have an id that depends on rule, detail and place alone', () => {
    const idOf = (...parameters: Parameters<typeof finding>) =>
      reportOn({ findings: [finding(...parameters)] }).findings[0].id;

    expect(idOf('A-1', 'x')).toBe(idOf('A-1', 'x', { severity: 'warning', description: 'other words' }));
    expect(new Set([idOf('A-1', 'x'), idOf('A-1[d]', 'x'), idOf('A-1', 'y'), idOf('A-2', 'x')]).size).toBe(4);
  });

  test('know their stack and resource, the inner one of stacks within stacks', () => {
    const resources = [resource('Queue', 'AWS::SQS::Queue', 'Prod/Data/Queue/Resource')];
    const stacks = [stack('Prod'), stack('Prod/Data', { resources })];
    const { findings } = reportOn({
      stacks,
      findings: [finding('A-1', 'Prod/Data/Queue/Resource'), finding('A-1', 'Prod/Q')],
    });

    expect(findings.map((each) => [each.stack, each.resource])).toEqual([
      ['Prod/Data', { logicalId: 'Queue', type: 'AWS::SQS::Queue' }],
      ['Prod', undefined],
    ]);
  });

  test('that name template and logical id are found by these', () => {
    const resources = [resource('Queue', 'AWS::SQS::Queue', 'Prod/Data/Queue/Resource')];
    const at = { template: 'Prod.template.json', logicalId: 'Queue' };
    const { findings } = reportOn({ stacks: [stack('Prod', { resources })], findings: [finding('A-1', '', at)] });

    expect(findings).toMatchObject([{ stack: 'Prod', resource: { type: 'AWS::SQS::Queue' } }]);
  });
});

describe('an acknowledgement', () => {
  const acknowledged = (scope: string, path: string, members = {}) =>
    reportOn({ findings: [finding('A-1', path, members)], acknowledgements: [acknowledgement(scope, 'A-1')] })
      .findings[0].acknowledgement !== undefined;

  test.each([
    ['Prod/Data', 'Prod/Data', true],
    ['Prod/Data', 'Prod/Data/Queue', true],
    ['', 'Prod/Data/Queue', true],
    ['Prod/Dat', 'Prod/Data/Queue', false],
    ['Prod/Data/Queue', 'Prod/Data', false],
  ])('on "%s" holds for "%s": %s', (scope, path, holds) => {
    expect(acknowledged(scope, path)).toBe(holds);
  });

  test('does not hold for what is fatal', () => {
    expect(acknowledged('', 'Prod', { severity: 'fatal' })).toBe(false);
  });

  test('that stands nearest to the resource counts', () => {
    const { acknowledgements } = reportOn({
      findings: [finding('A-1', 'Prod/Data/Queue')],
      acknowledgements: [
        acknowledgement('Prod', 'A-1'),
        acknowledgement('Prod/Data', 'A-1'),
        acknowledgement('', 'A-1'),
      ],
    });

    expect(acknowledgements.map(({ scope, accepts }) => [scope, accepts])).toEqual([
      ['', 0],
      ['Prod', 0],
      ['Prod/Data', 1],
    ]);
  });

  test.each([
    ['2026-05-14', 'expired'],
    ['2026-05-15', 'expiring'],
    ['2026-08-13', 'expiring'],
    ['2026-08-14', 'current'],
    [undefined, 'endless'],
  ])('whose last day is %s is %s', (expires, state) => {
    expect(acknowledgementState(expires, TODAY)).toBe(state);
  });

  test('comes the earlier, the earlier it ends', () => {
    const ends = [undefined, '2027-01-01', '2026-06-01'];
    const acknowledgements = ends.map((expires, index) => acknowledgement(`${index}`, 'A-1', { expires }));

    expect(reportOn({ acknowledgements }).acknowledgements.map(({ expires }) => expires)).toEqual(ends.reverse());
  });
});

describe('boundaries', () => {
  const place = (account: string) => `${account}/us-east-1`;

  test('of places without an analysis are named', () => {
    expect(report({ boundaries: [analysis()] }).boundaries.notAnalysed).toEqual([place(DEPLOY_ACCOUNT)]);
    expect(report({ boundaries: [] }).boundaries).toEqual({
      analysed: [],
      notAnalysed: [place(DATA_ACCOUNT), place(DEPLOY_ACCOUNT)],
    });
  });

  test('of stacks that do not say where they go are analysed when all these stacks are', () => {
    const stacks = ['A', 'B'].map((path) => stack(path, { account: undefined, region: undefined }));
    const notAnalysed = (...names: string[]) =>
      report({
        assembly: { facts: facts({ stacks }), identities: [] },
        boundaries: [analysis({ place: 'any account', stacks: names })],
      }).boundaries.notAnalysed;

    expect(notAnalysed('A', 'B')).toEqual([]);
    expect(notAnalysed('A')).toEqual(['account and region not stated']);
  });

  const DOUBTFUL_ESCAPE = {
    rule: 'ExecutionBoundaryCannotBeEscaped',
    severity: 'warning' as const,
    description: 'CloudFormation could change a function of somebody else when there is one',
    change: 'use an account that holds nothing else',
  };

  test.each([
    ['closed', analysis()],
    ['escape', escapedAnalysis()],
    ['depends', analysis({ findings: [DOUBTFUL_ESCAPE] })],
    ['not examined', analysis({ closedPaths: [] })],
  ])('are %s', (proof, examined) => {
    expect(report({ boundaries: [examined] }).boundaries.analysed[0].proof).toBe(proof);
  });

  test('that are too long have a margin below zero', () => {
    const [execution, workload] = analysis().boundaries;
    const { summary } = report({
      boundaries: [analysis({ boundaries: [{ ...execution, characters: 6200 }, workload] })],
    });

    expect(summary.boundaryMargin).toBe(-56);
  });
});

describe('controls', () => {
  test('have the state of their rules', () => {
    const dlq = 'HIPAA.Security-LambdaDLQ';
    const states = (members: Partial<AssemblyFacts>) =>
      Object.fromEntries(reportOn(members).controls.map(({ citation, state }) => [citation, state]));

    expect(states({ resourcesOfRules: undefined })).toEqual({
      '164.308(a)(5)(ii)(C)': 'not checked',
      '164.312(a)(2)(iv)': 'not checked',
      '164.312(b)': 'not checked',
      '164.312(e)(1)': 'not checked',
      '164.312(e)(2)(ii)': 'not checked',
    });
    expect(
      states({
        resourcesOfRules: new Map([
          [dlq, 1],
          ['HIPAA.Security-RDSLogging', 0],
        ]),
      }),
    ).toMatchObject({
      '164.308(a)(5)(ii)(C)': 'nothing to check',
      '164.312(b)': 'no findings',
    });
    expect(states({ findings: [finding(dlq, 'x')] })).toMatchObject({ '164.312(b)': 'open findings' });
    expect(states({ findings: [finding(dlq, 'x')], acknowledgements: [acknowledgement('x', dlq)] })).toMatchObject({
      '164.312(b)': 'acknowledged findings',
    });
  });

  test('count findings by rule', () => {
    const dlq = 'HIPAA.Security-LambdaDLQ';
    const { controls } = reportOn({
      findings: [finding(dlq, 'x'), finding(dlq, 'y'), finding(dlq, 'z')],
      acknowledgements: [acknowledgement('x', dlq)],
      resourcesOfRules: new Map([[dlq, 9]]),
    });

    expect(controls.find(({ citation }) => citation === '164.312(b)')).toEqual({
      citation: '164.312(b)',
      title: 'Audit controls',
      state: 'open findings',
      rules: [{ rule: dlq, resources: 9, openFindings: 2, acknowledgedFindings: 1 }],
    });
  });

  test('are cited in the descriptions of rules', () => {
    expect(controlsIn('It is not so - (Control IDs: 164.308(a)(3)(ii)(A), 164.312(b), 164.312(b)).')).toEqual([
      '164.308(a)(3)(ii)(A)',
      '164.312(b)',
    ]);
    expect(controlsIn('No control.')).toEqual([]);
  });

  test('of every rule of cdk-nag are known with their headings', () => {
    const rules = hipaaRules();

    expect(rules.length).toBeGreaterThan(80);
    expect(rules.filter(({ controls }) => controls.length === 0)).toEqual([]);
    expect(rules.flatMap(({ controls }) => controls).filter((control) => !(control in CONTROL_TITLES))).toEqual([]);
  });

  test('of which no rule is are left out', () => {
    const cited = new Set(HIPAA_RULES.flatMap(({ controls }) => controls));

    expect(report().controls.map(({ citation }) => citation)).toEqual([...cited].sort());
  });
});
