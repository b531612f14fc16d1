import { LOG_DELIVERY, NETWORK_READS } from './calls-of-other-services';
import { supplement, usualCalls } from './supplied-type';

const PRINCIPAL = 'transfer.amazonaws.com';

const TAGS = { tag: 'TagResource', untag: 'UntagResource' };

/** A server in a network is reached by an endpoint that the service makes with the caller's rights. */
const READS_ENDPOINT = `ec2:DescribeAddresses ec2:DescribeNetworkInterfaces ec2:DescribeVpcEndpoints
  ${NETWORK_READS}`;

export const TRANSFER = supplement(
  { prefix: 'transfer', page: 'list_awstransferfamily' },
  {
    'AWS::Transfer::Server': {
      ...usualCalls('Server', 'Describe', 'ListTagsForResource'),
      // Most properties of an endpoint can be changed only while its server is stopped.
      update: 'StartServer StopServer UpdateServer',
      ...TAGS,
      onlyWith: [
        { properties: ['Certificate'], create: 'acm:DescribeCertificate', update: 'acm:DescribeCertificate' },
        {
          properties: ['EndpointDetails'],
          create: `ec2:AssociateAddress ec2:CreateVpcEndpoint ${READS_ENDPOINT}`,
          update: `ec2:AssociateAddress ec2:CreateVpcEndpoint ec2:DeleteVpcEndpoints ec2:DisassociateAddress
            ec2:ModifyVpcEndpoint ${READS_ENDPOINT}`,
          delete: `ec2:DeleteVpcEndpoints ec2:DisassociateAddress ${READS_ENDPOINT}`,
        },
        {
          properties: ['IdentityProviderDetails.DirectoryId'],
          create: 'ds:AuthorizeApplication ds:DescribeDirectories',
          update: 'ds:AuthorizeApplication ds:DescribeDirectories ds:UnauthorizeApplication',
          delete: 'ds:DescribeDirectories ds:UnauthorizeApplication',
        },
        {
          properties: ['StructuredLogDestinations'],
          create: LOG_DELIVERY,
          update: LOG_DELIVERY,
          delete: LOG_DELIVERY,
        },
      ],
      passedRoles: {
        'IdentityProviderDetails.InvocationRole': PRINCIPAL,
        LoggingRole: PRINCIPAL,
        'WorkflowDetails.OnPartialUpload.ExecutionRole': PRINCIPAL,
        'WorkflowDetails.OnUpload.ExecutionRole': PRINCIPAL,
      },
    },
    'AWS::Transfer::User': {
      ...usualCalls('User', 'Describe', 'ListTagsForResource'),
      update: 'DeleteSshPublicKey ImportSshPublicKey UpdateUser',
      ...TAGS,
      onlyWith: [{ properties: ['SshPublicKeys'], create: 'ImportSshPublicKey', delete: 'DeleteSshPublicKey' }],
      passedRoles: { Role: PRINCIPAL },
    },
  },
);
