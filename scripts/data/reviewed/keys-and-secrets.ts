import { has, Reviews, set } from '../review';
import { actionsPage, typePage } from './pages';

export const KEYS_AND_SECRETS: Reviews = {
  'AWS::KMS::Alias': { always: 'kms:CreateAlias kms:DeleteAlias kms:ListAliases kms:UpdateAlias' },
  'AWS::KMS::Key': {
    always: `kms:CreateKey kms:DescribeKey kms:GetKeyPolicy kms:GetKeyRotationStatus kms:ListKeys kms:ListResourceTags
      kms:PutKeyPolicy kms:ScheduleKeyDeletion kms:TagResource kms:UntagResource kms:UpdateKeyDescription`,
    when: [
      {
        when: set('EnableKeyRotation', 'RotationPeriodInDays'),
        actions: 'kms:DisableKeyRotation kms:EnableKeyRotation',
      },
      { when: set('Enabled'), actions: 'kms:DisableKey kms:EnableKey' },
    ],
    serviceLinkedRoles: [
      {
        service: 'mrk.kms.amazonaws.com',
        when: has('MultiRegion', true),
        source: 'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-auth-slr.html',
      },
    ],
  },
  'AWS::SSM::Parameter': {
    always: `ssm:AddTagsToResource ssm:DeleteParameter ssm:DescribeParameters ssm:GetParameters ssm:PutParameter
      ssm:RemoveTagsFromResource`,
  },
  'AWS::SecretsManager::ResourcePolicy': {
    always: `secretsmanager:DeleteResourcePolicy secretsmanager:GetResourcePolicy secretsmanager:ListSecrets
      secretsmanager:PutResourcePolicy`,
    adds: [
      {
        when: has('BlockPublicPolicy', true),
        actions: { cu: 'secretsmanager:ValidateResourcePolicy' },
        source: actionsPage('awssecretsmanager'),
      },
    ],
  },
  'AWS::SecretsManager::RotationSchedule': {
    adds: [
      {
        actions: {
          cu: 'secretsmanager:RotateSecret',
          crud: 'secretsmanager:DescribeSecret',
          d: 'secretsmanager:CancelRotateSecret',
        },
      },
      {
        when: set('RotationLambdaARN', 'HostedRotationLambda'),
        actions: { cu: 'lambda:InvokeFunction' },
        source: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html',
      },
    ],
    source: typePage('AWS::SecretsManager::RotationSchedule'),
  },
  'AWS::SecretsManager::Secret': {
    always: `secretsmanager:CreateSecret secretsmanager:DeleteSecret secretsmanager:DescribeSecret
      secretsmanager:GetSecretValue secretsmanager:ListSecrets secretsmanager:TagResource secretsmanager:UntagResource
      secretsmanager:UpdateSecret`,
    when: [
      { when: set('GenerateSecretString'), actions: 'secretsmanager:GetRandomPassword' },
      {
        when: set('ReplicaRegions'),
        actions: 'secretsmanager:RemoveRegionsFromReplication secretsmanager:ReplicateSecretToRegions',
      },
    ],
    adds: [
      {
        when: set('KmsKeyId', 'ReplicaRegions.KmsKeyId'),
        actions: { cu: 'kms:GenerateDataKey', cru: 'kms:Decrypt' },
        source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
      },
    ],
  },
  'AWS::SecretsManager::SecretTargetAttachment': {
    adds: [
      {
        actions: {
          cud: 'secretsmanager:GetSecretValue secretsmanager:PutSecretValue secretsmanager:UpdateSecret',
          crud: 'secretsmanager:DescribeSecret',
        },
      },
      {
        when: has('TargetType', 'AWS::RDS::DBInstance', 'AWS::DocDB::DBInstance'),
        actions: { cu: 'rds:DescribeDBInstances' },
      },
      {
        when: has('TargetType', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster'),
        actions: { cu: 'rds:DescribeDBClusters' },
      },
      { when: has('TargetType', 'AWS::Redshift::Cluster'), actions: { cu: 'redshift:DescribeClusters' } },
    ],
    source: typePage('AWS::SecretsManager::SecretTargetAttachment'),
  },
};
