/**
 * IAM actions of what adapters import from the SDK: commands of its clients and of its document client, and errors that
 * only those get who have a right. What is missing here fails the test that finds it.
 */
export const COMMAND_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  GetCommand: ['dynamodb:GetItem'],
  QueryCommand: ['dynamodb:Query'],
  ScanCommand: ['dynamodb:Scan'],
  paginateQuery: ['dynamodb:Query'],
  paginateScan: ['dynamodb:Scan'],
  PutCommand: ['dynamodb:PutItem'],
  BatchWriteCommand: ['dynamodb:BatchWriteItem'],
  UpdateCommand: ['dynamodb:UpdateItem'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  PutEventsCommand: ['events:PutEvents'],
  SendMessageCommand: ['sqs:SendMessage'],
  SendMessageBatchCommand: ['sqs:SendMessage'],
  // A copy reads one object and writes another; S3 knows no action for it.
  CopyObjectCommand: ['s3:GetObject', 's3:PutObject'],
  HeadObjectCommand: ['s3:GetObject'],
  GetObjectCommand: ['s3:GetObject'],
  PutObjectCommand: ['s3:PutObject'],
  DeleteObjectCommand: ['s3:DeleteObject'],
  ListObjectsV2Command: ['s3:ListBucket'],
  // Who may not list is told of a missing object that access is denied: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
  NoSuchKey: ['s3:ListBucket'],
  NotFound: ['s3:ListBucket'],
  ListHostedZonesByNameCommand: ['route53:ListHostedZonesByName'],
  // The form is signed in the name of the function's role, and S3 checks the role when a browser sends it.
  createPresignedPost: ['s3:PutObject'],
};

/** A transaction needs the action of each of its parts; it has none of its own. */
export const TRANSACTION = 'TransactWriteCommand';

/** Actions of the parts of a transaction by the member that holds a part. */
export const TRANSACTION_PARTS: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
};
