import { supplement, SuppliedType, usualCalls } from './supplied-type';

const PRINCIPAL = 'servicecatalog.amazonaws.com';

const TAGS = { tag: 'TagResource', untag: 'UntagResource' };

const CONSTRAINT: SuppliedType = usualCalls('Constraint', 'Describe');

/** A product's template is fetched and checked with the caller's rights. */
const USE_OF_TEMPLATE = 'cloudformation:GetTemplate cloudformation:ValidateTemplate s3:GetObject';

export const SERVICE_CATALOG = supplement(
  { prefix: 'servicecatalog', page: 'list_awsservicecatalog' },
  {
    'AWS::ServiceCatalog::AcceptedPortfolioShare': {
      create: 'AcceptPortfolioShare',
      read: 'ListAcceptedPortfolioShares',
      delete: 'RejectPortfolioShare',
    },
    'AWS::ServiceCatalog::CloudFormationProduct': {
      create: `CreateProduct ${USE_OF_TEMPLATE}`,
      read: 'DescribeProductAsAdmin DescribeProvisioningArtifact ListProvisioningArtifacts ListTagsForResource',
      update: `CreateProvisioningArtifact DeleteProvisioningArtifact UpdateProduct UpdateProvisioningArtifact
        ${USE_OF_TEMPLATE}`,
      delete: 'DeleteProduct DeleteProvisioningArtifact',
      ...TAGS,
      onlyWith: [
        {
          properties: ['SourceConnection'],
          create: 'codestar-connections:PassConnection codestar-connections:UseConnection',
          update: 'codestar-connections:PassConnection codestar-connections:UseConnection',
        },
      ],
    },
    'AWS::ServiceCatalog::LaunchNotificationConstraint': CONSTRAINT,
    'AWS::ServiceCatalog::LaunchRoleConstraint': {
      ...CONSTRAINT,
      onlyWith: [{ properties: ['RoleArn', 'LocalRoleName'], create: 'iam:GetRole', update: 'iam:GetRole' }],
      passedRoles: { LocalRoleName: PRINCIPAL, RoleArn: PRINCIPAL },
    },
    'AWS::ServiceCatalog::LaunchTemplateConstraint': CONSTRAINT,
    'AWS::ServiceCatalog::Portfolio': {
      ...usualCalls('Portfolio', 'Describe', 'ListTagsForResource'),
      ...TAGS,
    },
    'AWS::ServiceCatalog::PortfolioPrincipalAssociation': {
      create: 'AssociatePrincipalWithPortfolio iam:GetGroup iam:GetRole iam:GetUser',
      read: 'ListPrincipalsForPortfolio',
      delete: 'DisassociatePrincipalFromPortfolio',
    },
    'AWS::ServiceCatalog::PortfolioProductAssociation': {
      create: 'AssociateProductWithPortfolio',
      read: 'ListPortfoliosForProduct',
      delete: 'DisassociateProductFromPortfolio',
    },
    'AWS::ServiceCatalog::PortfolioShare': {
      create: 'CreatePortfolioShare',
      read: 'DescribePortfolioShareStatus DescribePortfolioShares ListPortfolioAccess',
      update: 'UpdatePortfolioShare',
      delete: 'DeletePortfolioShare',
    },
    'AWS::ServiceCatalog::ResourceUpdateConstraint': CONSTRAINT,
    'AWS::ServiceCatalog::StackSetConstraint': { ...CONSTRAINT, passedRoles: { AdminRole: PRINCIPAL } },
    'AWS::ServiceCatalog::TagOption': usualCalls('TagOption', 'Describe'),
    'AWS::ServiceCatalog::TagOptionAssociation': {
      create: 'AssociateTagOptionWithResource',
      read: 'ListResourcesForTagOption',
      delete: 'DisassociateTagOptionFromResource',
    },
  },
);
