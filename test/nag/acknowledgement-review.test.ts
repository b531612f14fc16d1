import { AcknowledgementProblem, RawFinding, reviewAcknowledgements } from '../../src/nag/acknowledgement-review';
import { RecordedAcknowledgement } from '../../src/nag/acknowledgements';

const TODAY = '2026-05-15';
const PACKS = ['AwsSolutions', 'HIPAA.Security'];

const acknowledgement: RecordedAcknowledgement = {
  scope: 'Backend/Data/Bucket',
  findings: ['AwsSolutions-S1'],
  reason: 'made for a test',
  owner: 'operators',
  expires: '2026-12-31',
};

const finding: RawFinding = { id: 'AwsSolutions-S1', resource: 'Backend/Data/Bucket/Resource' };

const PATHS = {
  resources: ['Backend/Data/Bucket/Resource', 'Backend/Data/Bucket/Policy/Resource', 'Backend/Data/Table/Resource'],
  deployables: ['', 'Backend', 'Backend/Data'],
};

function review(
  acknowledgements: RecordedAcknowledgement[],
  findings: RawFinding[] = [finding],
  today = TODAY,
): AcknowledgementProblem[] {
  return reviewAcknowledgements({ acknowledgements, findings, packNames: PACKS, paths: PATHS, today });
}

function kinds(changes: Partial<RecordedAcknowledgement>, findings: RawFinding[] = [finding], today = TODAY): string[] {
  return review([{ ...acknowledgement, ...changes }], findings, today).map(({ kind }) => kind);
}

test('an acknowledgement that a finding needs and that holds is no problem', () => {
  expect(kinds({})).toEqual([]);
});

test.each([
  ['2026-05-14', ['expired']],
  ['2026-05-15', []],
  ['2026-05-16', []],
])('on 15 May an acknowledgement until %s gives %j: the last day still counts', (expires, expected) => {
  expect(kinds({ expires })).toEqual(expected);
});

test.each<[string, RawFinding[], string[]]>([
  ['no resource has it', [], ['unused']],
  ['a resource elsewhere has it', [{ ...finding, resource: 'Backend/Api/Bucket' }], ['unused']],
  ['a resource beside it has a longer name', [{ ...finding, resource: 'Backend/Data/Buckets/Resource' }], ['unused']],
  ['the construct itself has it', [{ ...finding, resource: 'Backend/Data/Bucket' }], []],
  ['another finding is there', [{ ...finding, id: 'AwsSolutions-S10' }], ['unused']],
  ['a detail of it is there', [{ ...finding, id: 'AwsSolutions-S1[Detail]' }], ['unused']],
])('an acknowledgement where %s: %#', (_name, findings, expected) => {
  expect(kinds({}, findings)).toEqual(expected);
});

test.each([
  ['the app', ''],
  ['a stage', 'Backend'],
  ['a stack', 'Backend/Data'],
])('an acknowledgement on %s holds for the resource, but stands too high', (_name, scope) => {
  expect(review([{ ...acknowledgement, scope }])).toEqual([
    {
      kind: 'wide',
      scope,
      description:
        "the acknowledgement of AwsSolutions-S1 stands above resources that don't have this finding, where it can hide later ones; move it to Backend/Data/Bucket",
    },
  ]);
});

test('of many places for an acknowledgement, the first three are named', () => {
  const everywhere = ['A', 'B', 'C', 'D', 'E'].map((id) => ({ ...finding, resource: `Backend/Data/${id}` }));

  const [problem] = review([{ ...acknowledgement, scope: 'Backend/Data' }], everywhere);

  expect(problem.description).toMatch(/; move it to Backend\/Data\/A, Backend\/Data\/B, Backend\/Data\/C, 2 more$/);
});

test('each finding of an acknowledgement is judged by itself', () => {
  const problems = review([
    { ...acknowledgement, findings: ['AwsSolutions-S1', 'AwsSolutions-S2', 'HIPAA.Security-Rule'] },
  ]);

  expect(problems.map(({ description }) => description)).toEqual([
    "the acknowledgement of AwsSolutions-S2 is not needed: no resource has this finding; remove it, so that it can't hide a later one",
    "the acknowledgement of HIPAA.Security-Rule is not needed: no resource has this finding; remove it, so that it can't hide a later one",
  ]);
});

test('findings of packs that did not run are left alone', () => {
  expect(kinds({ findings: ['NIST.800.53.R5-Rule', 'AwsSolutionsExtra-S1'] }, [])).toEqual([]);
});

test('an expired acknowledgement names its findings, its day and who answers for it', () => {
  const [problem] = review([{ ...acknowledgement, expires: '2026-01-31' }]);

  expect(problem).toEqual({
    kind: 'expired',
    scope: 'Backend/Data/Bucket',
    description:
      'the acknowledgement of AwsSolutions-S1 expired on 2026-01-31: operators looks at it again, then fixes the finding or moves the day',
  });
});
