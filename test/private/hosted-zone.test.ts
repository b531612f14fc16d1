import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { deploymentOf } from '../../src/private/deployment';
import { hostedZone } from '../../src/private/hosted-zone';
import { productionSettings } from '../licensure/backend-settings';

const ZONE = 'boards.example.org';

function zoneIn(hostedZoneId?: string) {
  const settings = productionSettings();
  const deployment = deploymentOf({ ...settings, environment: { ...settings.environment, hostedZoneId } });
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
  const zone = hostedZone(stack, { deployment, zoneName: ZONE, logKey: new Key(stack, 'Key') });
  return { zone, stack, template: Template.fromStack(stack) };
}

test('a zone whose id is configured needs no function', () => {
  const { zone, template } = zoneIn('Z0123456789ABC');

  expect([zone.hostedZoneId, zone.zoneName]).toEqual(['Z0123456789ABC', ZONE]);
  template.resourceCountIs('AWS::Lambda::Function', 0);
});

test('a zone whose name is known only is found by a function when the stack is deployed', () => {
  const { zone, stack, template } = zoneIn();

  const [[id, resource]] = Object.entries(template.findResources('Custom::PublicHostedZone'));
  const [functionId] = Object.keys(template.findResources('AWS::Lambda::Function'));
  expect(resource.Properties).toEqual({
    ServiceToken: { 'Fn::GetAtt': [functionId, 'Arn'] },
    ServiceTimeout: '300',
    ZoneName: ZONE,
  });
  expect(stack.resolve(zone.hostedZoneId)).toEqual({ Ref: id });
  template.hasResourceProperties('AWS::Lambda::Function', { Handler: 'hosted-zone.handler', Timeout: 60 });
});

test('the function may list hosted zones and write its log, nothing else', () => {
  const { template } = zoneIn();

  const [logGroup] = Object.keys(template.findResources('AWS::Logs::LogGroup'));
  template.resourceCountIs('AWS::IAM::Policy', 1);
  template.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
  template.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Version: Match.anyValue(),
      Statement: [
        { Effect: 'Allow', Action: 'route53:ListHostedZonesByName', Resource: '*' },
        {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: { 'Fn::GetAtt': [logGroup, 'Arn'] },
        },
      ],
    },
  });
  template.hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent(), Policies: Match.absent() });
});

test('the rights of the function outlive the resource, whose deletion calls it', () => {
  const { template } = zoneIn();

  const [policy] = Object.keys(template.findResources('AWS::IAM::Policy'));
  template.hasResource('Custom::PublicHostedZone', { DependsOn: Match.arrayWith([policy]) });
});
