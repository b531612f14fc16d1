/**
 * Services that the hand-written boundary of a comparable installation allows as a whole: 27 of them, and what its network
 * needs. Such a list is what boundaries are made of where nobody derives them.
 */
export const HAND_WRITTEN_ACTIONS: readonly string[] = [
  ...[
    'acm',
    'apigateway',
    'backup',
    'backup-storage',
    'chatbot',
    'cloudformation',
    'cloudfront',
    'cloudwatch',
    'cognito-identity',
    'cognito-idp',
    'dynamodb',
    'es',
    'events',
    'iam',
    'kms',
    'lambda',
    'logs',
    'pipes',
    'route53',
    's3',
    'secretsmanager',
    'ses',
    'sns',
    'sqs',
    'ssm',
    'states',
    'wafv2',
  ].map((service) => `${service}:*`),
  'sts:AssumeRole',
  'sts:GetCallerIdentity',
  'sts:TagSession',
];
