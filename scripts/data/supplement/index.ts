import type { Reviews } from '../review';
import { ALEXA } from './alexa';
import { API_GATEWAY_V2 } from './api-gateway-v2';
import { APP_CONFIG } from './app-config';
import { APP_MESH } from './app-mesh';
import { APP_STREAM } from './app-stream';
import { APP_SYNC } from './app-sync';
import { AUTO_SCALING_PLANS } from './auto-scaling-plans';
import { BATCH } from './batch';
import { BUDGETS } from './budgets';
import { CLOUD_FORMATION } from './cloud-formation';
import { CLOUD_FRONT } from './cloud-front';
import { CLOUD_WATCH } from './cloud-watch';
import { CLOUD9 } from './cloud9';
import { COGNITO } from './cognito';
import { CONFIG } from './config';
import { DAX } from './dax';
import { DEVELOPER_TOOLS } from './developer-tools';
import { DIRECTORY_SERVICE } from './directory-service';
import { DLM } from './dlm';
import { DMS } from './dms';
import { EC2 } from './ec2';
import { ELASTIC_LOAD_BALANCING } from './elastic-load-balancing';
import { ELASTICACHE } from './elasticache';
import { ELASTICSEARCH } from './elasticsearch';
import { EMR } from './emr';
import { EVENT_BRIDGE } from './event-bridge';
import { FSX } from './fsx';
import { GLUE } from './glue';
import { GREENGRASS } from './greengrass';
import { IAM } from './iam';
import { IOT } from './iot';
import { KINESIS } from './kinesis';
import { LAKE_FORMATION } from './lake-formation';
import { MANAGED_BLOCKCHAIN } from './managed-blockchain';
import { MEDIA } from './media';
import { MQ } from './mq';
import { OPS_WORKS } from './ops-works';
import { PINPOINT } from './pinpoint';
import { QLDB } from './qldb';
import { RAM } from './ram';
import { RDS } from './rds';
import { REDSHIFT } from './redshift';
import { ROUTE53 } from './route53';
import { SAGE_MAKER } from './sage-maker';
import { SERVICE_CATALOG } from './service-catalog';
import { SERVICE_DISCOVERY } from './service-discovery';
import { SES } from './ses';
import { SIMPLE_DB } from './simple-db';
import { SSM } from './ssm';
import { TRANSFER } from './transfer';
import { WAF } from './waf';
import { WORKSPACES } from './workspaces';

/**
 * What CloudFormation calls for the types whose registry schema names no permissions, as far as the calls of their
 * services tell. Nobody has looked at when each call is made: the lists are upper bounds, and reviews replace them.
 */
export const SUPPLEMENT: Reviews = {
  ...ALEXA,
  ...API_GATEWAY_V2,
  ...APP_CONFIG,
  ...APP_MESH,
  ...APP_STREAM,
  ...APP_SYNC,
  ...AUTO_SCALING_PLANS,
  ...BATCH,
  ...BUDGETS,
  ...CLOUD_FORMATION,
  ...CLOUD_FRONT,
  ...CLOUD_WATCH,
  ...CLOUD9,
  ...COGNITO,
  ...CONFIG,
  ...DAX,
  ...DEVELOPER_TOOLS,
  ...DIRECTORY_SERVICE,
  ...DLM,
  ...DMS,
  ...EC2,
  ...ELASTIC_LOAD_BALANCING,
  ...ELASTICACHE,
  ...ELASTICSEARCH,
  ...EMR,
  ...EVENT_BRIDGE,
  ...FSX,
  ...GLUE,
  ...GREENGRASS,
  ...IAM,
  ...IOT,
  ...KINESIS,
  ...LAKE_FORMATION,
  ...MANAGED_BLOCKCHAIN,
  ...MEDIA,
  ...MQ,
  ...OPS_WORKS,
  ...PINPOINT,
  ...QLDB,
  ...RAM,
  ...RDS,
  ...REDSHIFT,
  ...ROUTE53,
  ...SAGE_MAKER,
  ...SERVICE_CATALOG,
  ...SERVICE_DISCOVERY,
  ...SES,
  ...SIMPLE_DB,
  ...SSM,
  ...TRANSFER,
  ...WAF,
  ...WORKSPACES,
};
