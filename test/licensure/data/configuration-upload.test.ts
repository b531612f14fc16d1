import { productionSettings, sandboxSettings } from '../backend-settings';
import { resourcesOf, StackJson, synthesize } from '../synthesized';

const settings = sandboxSettings();
const { configuration } = synthesize(settings);

function uploadIn(stack: StackJson) {
  const uploads = resourcesOf(stack, 'Custom::CompactConfigurationUpload');
  expect(uploads).toHaveLength(1);
  return uploads[0][1];
}

test('the members of every compact and all attestations reach the function that writes them', () => {
  const { MemberJurisdictions, Attestations } = uploadIn(configuration).Properties;

  expect(JSON.parse(MemberJurisdictions)).toEqual({ aslp: ['ky', 'ne', 'oh'], coun: ['co', 'oh'] });
  expect(JSON.parse(Attestations).length).toBeGreaterThan(10);
});

test('the function has its rights before it is called, and until its resource is gone', () => {
  const [[policyId]] = resourcesOf(configuration, 'AWS::IAM::Policy');
  const { DependsOn, Properties } = uploadIn(configuration);

  expect(DependsOn).toContain(policyId);
  expect(configuration.Resources[Properties.ServiceToken['Fn::GetAtt'][0]].Properties.Handler).toBe(
    'configuration-upload.handler',
  );
});

test('CloudFormation waits as long as Lambda may try, and gives up within an hour', () => {
  const [[, handler]] = resourcesOf(configuration, 'AWS::Lambda::Function');
  const serviceTimeout = Number(uploadIn(configuration).Properties.ServiceTimeout);

  expect(serviceTimeout).toBeGreaterThan(3 * handler.Properties.Timeout);
  expect(serviceTimeout).toBeLessThan(3600);
});

test('the function is called again when the content changes, and not when nothing did', () => {
  const again = uploadIn(synthesize(settings).configuration).Properties;
  const [first, ...others] = settings.compacts;
  const changed = synthesize({
    ...settings,
    compacts: [{ ...first, memberJurisdictions: [...first.memberJurisdictions, 'tx'] }, ...others],
  });

  expect(again).toEqual(uploadIn(configuration).Properties);
  expect(uploadIn(changed.configuration).Properties).not.toEqual(again);
});

test('a failed upload rolls back no table', () => {
  const stateful = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key'];
  const { configuration: production } = synthesize(productionSettings());

  expect(stateful.flatMap((type) => resourcesOf(production, type))).toEqual([]);
});
