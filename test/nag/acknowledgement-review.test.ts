import { RawFinding, reviewAcknowledgements } from '../../src/nag/acknowledgement-review';
import { RecordedAcknowledgement } from '../../src/nag/acknowledgements';

const TODAY = '2026-05-15';
const PACKS = ['AwsSolutions', 'HIPAA.Security'];

const acknowledgement: RecordedAcknowledgement = {
  scope: 'Backend/Data',
  findings: ['AwsSolutions-S1'],
  reason: 'made for a test',
  owner: 'operators',
  expires: '2026-12-31',
};

const finding: RawFinding = { id: 'AwsSolutions-S1', resource: 'Backend/Data/Bucket/Resource' };

function kinds(changes: Partial<RecordedAcknowledgement>, findings: RawFinding[] = [finding], today = TODAY): string[] {
  return reviewAcknowledgements([{ ...acknowledgement, ...changes }], findings, PACKS, today).map(({ kind }) => kind);
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
  ['a resource beside it has a longer name', [{ ...finding, resource: 'Backend/DataLake/Bucket' }], ['unused']],
  ['the construct itself has it', [{ ...finding, resource: 'Backend/Data' }], []],
  ['another finding is there', [{ ...finding, id: 'AwsSolutions-S10' }], ['unused']],
  ['a detail of it is there', [{ ...finding, id: 'AwsSolutions-S1[Detail]' }], ['unused']],
])('an acknowledgement where %s: %#', (_name, findings, expected) => {
  expect(kinds({}, findings)).toEqual(expected);
});

test('an acknowledgement on the app holds for every resource', () => {
  expect(kinds({ scope: '' })).toEqual([]);
});

test('each finding of an acknowledgement is judged by itself', () => {
  const problems = reviewAcknowledgements(
    [{ ...acknowledgement, findings: ['AwsSolutions-S1', 'AwsSolutions-S2', 'HIPAA.Security-Rule'] }],
    [finding],
    PACKS,
    TODAY,
  );

  expect(problems.map(({ description }) => description)).toEqual([
    "the acknowledgement of AwsSolutions-S2 is not needed: no resource has this finding; remove it, so that it can't hide a later one",
    "the acknowledgement of HIPAA.Security-Rule is not needed: no resource has this finding; remove it, so that it can't hide a later one",
  ]);
});

test('findings of packs that did not run are left alone', () => {
  expect(kinds({ findings: ['NIST.800.53.R5-Rule', 'AwsSolutionsExtra-S1'] }, [])).toEqual([]);
});

test('an expired acknowledgement names its findings, its day and who answers for it', () => {
  const [problem] = reviewAcknowledgements([{ ...acknowledgement, expires: '2026-01-31' }], [finding], PACKS, TODAY);

  expect(problem).toEqual({
    kind: 'expired',
    scope: 'Backend/Data',
    description:
      'the acknowledgement of AwsSolutions-S1 expired on 2026-01-31: operators looks at it again, then fixes the finding or moves the day',
  });
});
