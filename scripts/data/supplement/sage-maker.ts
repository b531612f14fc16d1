import { NETWORK_INTERFACES, USE_OF_KEY } from './calls-of-other-services';
import { supplement, usualCalls } from './supplied-type';

const PRINCIPAL = 'sagemaker.amazonaws.com';

const TAGS = { tag: 'AddTags', untag: 'DeleteTags' };

/** Members that come from a user pool get a client of it, which the service changes with the caller's rights. */
const USE_OF_USER_POOL = `cognito-idp:DescribeUserPool cognito-idp:DescribeUserPoolClient cognito-idp:UpdateUserPool
  cognito-idp:UpdateUserPoolClient`;

export const SAGE_MAKER = supplement(
  { prefix: 'sagemaker', page: 'list_amazonsagemaker' },
  {
    'AWS::SageMaker::CodeRepository': { ...usualCalls('CodeRepository', 'Describe', 'ListTags'), ...TAGS },
    'AWS::SageMaker::Endpoint': {
      ...usualCalls('Endpoint', 'Describe', 'DescribeEndpointConfig', 'ListTags'),
      // Only with a key in the configuration of the endpoint, which is another resource.
      create: 'CreateEndpoint kms:CreateGrant',
      update: 'UpdateEndpoint kms:CreateGrant',
      ...TAGS,
    },
    'AWS::SageMaker::EndpointConfig': {
      create: 'CreateEndpointConfig',
      read: 'DescribeEndpointConfig ListTags',
      delete: 'DeleteEndpointConfig',
      ...TAGS,
      onlyWith: [{ properties: ['KmsKeyId'], create: USE_OF_KEY }],
      passedRoles: { ExecutionRoleArn: PRINCIPAL },
    },
    'AWS::SageMaker::Model': {
      create: 'CreateModel',
      read: 'DescribeModel ListTags',
      delete: 'DeleteModel',
      ...TAGS,
      passedRoles: { ExecutionRoleArn: PRINCIPAL },
    },
    'AWS::SageMaker::NotebookInstance': {
      ...usualCalls('NotebookInstance', 'Describe', 'ListTags'),
      // An instance that runs can neither be changed nor deleted.
      update: 'StartNotebookInstance StopNotebookInstance UpdateNotebookInstance',
      delete: 'DeleteNotebookInstance StopNotebookInstance',
      ...TAGS,
      onlyWith: [
        { properties: ['KmsKeyId'], create: USE_OF_KEY },
        {
          properties: ['SubnetId'],
          create: `ec2:AttachNetworkInterface ec2:DescribeAvailabilityZones ec2:DescribeInternetGateways
            ec2:ModifyNetworkInterfaceAttribute ${NETWORK_INTERFACES}`,
          delete: 'ec2:DeleteNetworkInterface ec2:DescribeNetworkInterfaces ec2:DetachNetworkInterface',
        },
      ],
      passedRoles: { RoleArn: PRINCIPAL },
    },
    'AWS::SageMaker::NotebookInstanceLifecycleConfig': usualCalls('NotebookInstanceLifecycleConfig', 'Describe'),
    'AWS::SageMaker::Workteam': {
      ...usualCalls('Workteam', 'Describe', 'ListTags'),
      ...TAGS,
      onlyWith: [
        {
          properties: ['MemberDefinitions.CognitoMemberDefinition'],
          create: USE_OF_USER_POOL,
          update: USE_OF_USER_POOL,
        },
      ],
    },
  },
);
