import { Reviews, set } from '../review';
import { typePage } from './pages';

const SERVICE_LINKED_ROLES =
  'https://docs.aws.amazon.com/cognito/latest/developerguide/using-service-linked-roles.html';

/** Registered for Cognito as a whole, though no property of the type names a role. */
const NO_ROLE = { actions: 'iam:PassRole', reason: 'no property of the type names a role' };

export const COGNITO: Reviews = {
  'AWS::Cognito::IdentityPool': {
    always: `cognito-identity:CreateIdentityPool cognito-identity:DeleteIdentityPool
      cognito-identity:DescribeIdentityPool cognito-identity:ListIdentityPools cognito-identity:TagResource
      cognito-identity:UntagResource cognito-identity:UpdateIdentityPool`,
    when: [
      { when: set('CognitoEvents'), actions: 'cognito-sync:SetCognitoEvents' },
      { when: set('CognitoStreams', 'PushSync'), actions: 'cognito-sync:SetIdentityPoolConfiguration' },
    ],
    passedRoles: [
      { property: 'CognitoStreams.RoleArn', service: 'cognito-sync.amazonaws.com' },
      { property: 'PushSync.RoleArn', service: 'cognito-sync.amazonaws.com' },
    ],
  },
  'AWS::Cognito::IdentityPoolRoleAttachment': {
    always: 'cognito-identity:GetIdentityPoolRoles cognito-identity:SetIdentityPoolRoles',
    when: [{ when: set('RoleMappings'), actions: 'iam:PassRole' }],
    passedRoles: [
      { property: 'Roles.authenticated', service: 'cognito-identity.amazonaws.com' },
      { property: 'Roles.unauthenticated', service: 'cognito-identity.amazonaws.com' },
    ],
  },
  'AWS::Cognito::ManagedLoginBranding': {
    adds: [
      {
        actions: {
          c: 'cognito-idp:CreateManagedLoginBranding',
          crud: 'cognito-idp:DescribeManagedLoginBranding',
          r: 'cognito-idp:DescribeManagedLoginBrandingByClient',
          u: 'cognito-idp:UpdateManagedLoginBranding',
          d: 'cognito-idp:DeleteManagedLoginBranding',
        },
      },
    ],
    source: typePage('AWS::Cognito::ManagedLoginBranding'),
  },
  'AWS::Cognito::UserPool': {
    always: `cognito-idp:CreateUserPool cognito-idp:DeleteUserPool cognito-idp:DescribeUserPool
      cognito-idp:GetUserPoolMfaConfig cognito-idp:ListTagsForResource cognito-idp:ListUserPools
      cognito-idp:TagResource cognito-idp:UntagResource cognito-idp:UpdateUserPool`,
    when: [
      {
        when: set('EnabledMfas', 'MfaConfiguration', 'WebAuthnRelyingPartyID', 'WebAuthnUserVerification'),
        actions: 'cognito-idp:SetUserPoolMfaConfig',
      },
      { when: set('Schema'), actions: 'cognito-idp:AddCustomAttributes' },
      { when: set('LambdaConfig.KMSKeyID'), actions: 'kms:CreateGrant' },
    ],
    passedRoles: [{ property: 'SmsConfiguration.SnsCallerArn', service: 'cognito-idp.amazonaws.com' }],
    serviceLinkedRoles: [
      {
        service: 'email.cognito-idp.amazonaws.com',
        when: set('EmailConfiguration.SourceArn', 'EmailConfiguration.EmailSendingAccount'),
        source: SERVICE_LINKED_ROLES,
      },
    ],
  },
  'AWS::Cognito::UserPoolClient': {
    always: `cognito-idp:CreateUserPoolClient cognito-idp:DeleteUserPoolClient cognito-idp:DescribeUserPoolClient
      cognito-idp:ListUserPoolClients cognito-idp:UpdateUserPoolClient`,
    // Roles have to do with a client only where it sends what users do to Amazon Pinpoint.
    when: [{ when: set('AnalyticsConfiguration'), actions: 'iam:DeleteRolePolicy iam:PutRolePolicy' }],
    passedRoles: [{ property: 'AnalyticsConfiguration.RoleArn', service: 'cognito-idp.amazonaws.com' }],
    serviceLinkedRoles: [
      {
        service: 'cognito-idp.amazonaws.com',
        when: set('AnalyticsConfiguration.ApplicationArn'),
        source: SERVICE_LINKED_ROLES,
      },
    ],
  },
  'AWS::Cognito::UserPoolDomain': {
    adds: [
      {
        actions: {
          c: 'cognito-idp:CreateUserPoolDomain',
          crud: 'cognito-idp:DescribeUserPoolDomain',
          u: 'cognito-idp:UpdateUserPoolDomain',
          d: 'cognito-idp:DeleteUserPoolDomain',
        },
      },
      {
        when: set('CustomDomainConfig'),
        actions: { cu: 'cloudfront:UpdateDistribution' },
        source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html',
      },
    ],
    source: typePage('AWS::Cognito::UserPoolDomain'),
  },
  'AWS::Cognito::UserPoolGroup': {
    always: `cognito-idp:CreateGroup cognito-idp:DeleteGroup cognito-idp:GetGroup cognito-idp:ListGroups
      cognito-idp:UpdateGroup`,
    when: [{ when: set('RoleArn'), actions: 'iam:PutRolePolicy' }],
    passedRoles: [{ property: 'RoleArn', service: 'cognito-idp.amazonaws.com' }],
  },
  'AWS::Cognito::UserPoolResourceServer': {
    always: `cognito-idp:CreateResourceServer cognito-idp:DeleteResourceServer cognito-idp:DescribeResourceServer
      cognito-idp:ListResourceServers cognito-idp:UpdateResourceServer`,
    never: [NO_ROLE],
  },
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': {
    always: 'cognito-idp:DescribeRiskConfiguration cognito-idp:SetRiskConfiguration',
    never: [NO_ROLE],
  },
};
