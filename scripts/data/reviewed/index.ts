import type { Reviews } from '../review';
import { API_GATEWAY } from './api-gateway';
import { BACKUP } from './backup';
import { CLOUDFORMATION } from './cloudformation';
import { CLOUDWATCH } from './cloudwatch';
import { COGNITO } from './cognito';
import { CONTAINERS } from './containers';
import { DATABASES } from './databases';
import { DEVELOPER_TOOLS } from './developer-tools';
import { DOMAINS } from './domains';
import { DYNAMODB } from './dynamodb';
import { EDGE_AND_AUDIT } from './edge-and-audit';
import { EVENTS } from './events';
import { IAM } from './iam';
import { KEYS_AND_SECRETS } from './keys-and-secrets';
import { LAMBDA } from './lambda';
import { LOGS } from './logs';
import { MESSAGING } from './messaging';
import { NETWORK } from './network';
import { S3 } from './s3';
import { WAF } from './waf';

/** All reviews. */
export const REVIEWS: Reviews = {
  ...API_GATEWAY,
  ...BACKUP,
  ...CLOUDFORMATION,
  ...CLOUDWATCH,
  ...COGNITO,
  ...CONTAINERS,
  ...DATABASES,
  ...DEVELOPER_TOOLS,
  ...DOMAINS,
  ...DYNAMODB,
  ...EDGE_AND_AUDIT,
  ...EVENTS,
  ...IAM,
  ...KEYS_AND_SECRETS,
  ...LAMBDA,
  ...LOGS,
  ...MESSAGING,
  ...NETWORK,
  ...S3,
  ...WAF,
};
