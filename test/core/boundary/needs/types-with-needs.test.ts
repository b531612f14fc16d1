import { resources } from './made-up-tables';
import { boundaryTables } from '../../../../src/boundary/tables';
import { needsOf } from '../../../../src/core/boundary/needs/needs-of';

/** Types that look as if CloudFormation did nothing for them; other tools let them pass without any right. */
test.each([
  ['AWS::ApiGateway::Deployment', {}, 'apigateway:POST'],
  ['AWS::EC2::SecurityGroupIngress', {}, 'ec2:AuthorizeSecurityGroupIngress'],
  ['AWS::EC2::SubnetRouteTableAssociation', {}, 'ec2:AssociateRouteTable'],
  ['AWS::EC2::VPCGatewayAttachment', { InternetGatewayId: 'igw-1' }, 'ec2:AttachInternetGateway'],
  ['AWS::IAM::Policy', { Roles: ['reader'] }, 'iam:PutRolePolicy'],
  ['AWS::Lambda::Permission', {}, 'lambda:AddPermission'],
  ['AWS::Lambda::Version', {}, 'lambda:PublishVersion'],
  ['AWS::Route53::RecordSet', {}, 'route53:ChangeResourceRecordSets'],
  ['AWS::S3::BucketPolicy', {}, 's3:PutBucketPolicy'],
  ['AWS::SNS::TopicPolicy', {}, 'sns:SetTopicAttributes'],
  ['AWS::SQS::QueuePolicy', {}, 'sqs:SetQueueAttributes'],
  ['AWS::SSM::Parameter', {}, 'ssm:PutParameter'],
])('%s needs rights to be created, updated and deleted', (type, properties, action) => {
  const { needs, problems } = needsOf([resources({ It: { Type: type, Properties: properties } })], boundaryTables());

  expect(problems).toEqual([]);
  expect(needs.map((need) => need.action)).toContain(action);
  for (const operation of ['create', 'update', 'delete', 'rollback'] as const) {
    expect(needs.filter(({ operations }) => operations.includes(operation))).not.toEqual([]);
  }
});
