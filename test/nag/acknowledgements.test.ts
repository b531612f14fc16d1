import { App, Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Acknowledgement, Acknowledgements } from '../../src/nag/acknowledgements';

const sound: Acknowledgement = {
  findings: ['AwsSolutions-S1', 'AwsSolutions-IAM5[Resource::*]'],
  reason: 'made for a test',
  owner: 'operators',
  expires: '2027-06-30',
};

test('rule packs see the findings as acknowledged, with reason, owner and expiry', () => {
  const scope = new Construct(new App(), 'Bucket');

  Acknowledgements.of(scope).add(sound);

  const acknowledged = scope.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
  const text = 'made for a test (owner: operators; expires: 2027-06-30)';
  expect(acknowledged.map(({ data }) => data)).toEqual([
    { 'Annotation::AwsSolutions-S1': text },
    { 'Annotation::AwsSolutions-IAM5[Resource::*]': text },
  ]);
});

test('all acknowledgements of a tree are found, with the constructs that carry them', () => {
  const app = new App();
  const scope = new Construct(app, 'Stack');
  const inner = new Construct(scope, 'Bucket');
  Acknowledgements.of(app).add(sound);
  Acknowledgements.of(inner).add(sound);

  expect(Acknowledgements.of(app).all()).toEqual([
    { ...sound, scope: '' },
    { ...sound, scope: 'Stack/Bucket' },
  ]);
  expect(Acknowledgements.of(scope).all()).toEqual([{ ...sound, scope: 'Stack/Bucket' }]);
});

test.each<[Partial<Acknowledgement>, string]>([
  [{ findings: [] }, 'it names no finding: list at least one id'],
  [{ reason: ' ' }, 'its reason is empty: say why the finding is accepted'],
  [{ owner: '' }, 'its owner is empty: name a person or a team'],
  [{ expires: 'soon' }, 'its expiry "soon" is not a day: write it as YYYY-MM-DD'],
  [{ expires: '2027-13-01' }, 'its expiry "2027-13-01" is not a day: write it as YYYY-MM-DD'],
])('an acknowledgement with %j is refused', (damage, problem) => {
  const scope = new Construct(new App(), 'Bucket');

  expect(() => Acknowledgements.of(scope).add({ ...sound, ...damage })).toThrow(
    `the acknowledgement on Bucket is incomplete: ${problem}`,
  );
});

test('everything that is wrong with an acknowledgement is said at once', () => {
  const damaged = { findings: [], reason: '', owner: '', expires: '' };

  expect(() => Acknowledgements.of(new App()).add(damaged)).toThrow(/finding.*reason.*owner.*expiry/);
});
