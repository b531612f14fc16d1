import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { Emulator } from './emulator';

/** SDK clients with the root credentials of the emulator. */
export type Clients = ReturnType<typeof clientsOf>;

export function clientsOf({ endpoint, region, credentials }: Pick<Emulator, 'endpoint' | 'region' | 'credentials'>) {
  const configuration = { endpoint, region, credentials };
  return {
    apiGateway: new APIGatewayClient(configuration),
    cloudFormation: new CloudFormationClient(configuration),
    cognito: new CognitoIdentityProviderClient(configuration),
    dynamoDb: new DynamoDBClient(configuration),
    eventBridge: new EventBridgeClient(configuration),
    lambda: new LambdaClient(configuration),
    s3: new S3Client({ ...configuration, forcePathStyle: true }),
    sqs: new SQSClient(configuration),
    ssm: new SSMClient(configuration),
    sts: new STSClient(configuration),
  };
}
