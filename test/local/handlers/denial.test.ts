import { denialIn, describeDenial } from '../../../local/handlers/denial';

const USER = 'arn:aws:sts::111122223333:assumed-role/IngestRole/ingest-function';
const TABLE = 'arn:aws:dynamodb:us-east-1:111122223333:table/providers';

describe('denied calls', () => {
  test.each([
    [
      'JSON of DynamoDB',
      `{"__type":"AccessDeniedException","message":"User: ${USER} is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action"}`,
      { role: 'IngestRole', action: 'dynamodb:PutItem', resource: TABLE },
    ],
    [
      'XML of S3 with a quoted resource',
      `<Error><Code>AccessDenied</Code><Message>User: ${USER} is not authorized to perform: s3:GetObject on resource: &quot;arn:aws:s3:::files/a.csv&quot; with an explicit deny in a resource-based policy</Message></Error>`,
      { role: 'IngestRole', action: 's3:GetObject', resource: 'arn:aws:s3:::files/a.csv' },
    ],
    [
      'a user instead of a role',
      'User: arn:aws:iam::111122223333:user/someone is not authorized to perform: sqs:sendmessage on resource: arn:q because',
      { role: 'arn:aws:iam::111122223333:user/someone', action: 'sqs:sendmessage', resource: 'arn:q' },
    ],
  ])('%s tell who may not do what', (_, body, expected) => {
    expect(denialIn(body)).toEqual(expected);
  });

  test('another error is no denial', () => {
    expect(denialIn('{"__type":"ValidationException","message":"bad key"}')).toBeUndefined();
  });

  test('the line names function, role, action and resource', () => {
    const denial = { role: 'IngestRole', action: 'dynamodb:PutItem', resource: TABLE };

    expect(describeDenial('LicenseIngest', denial)).toBe(
      `AccessDenied: function LicenseIngest (role IngestRole) may not dynamodb:PutItem on ${TABLE}`,
    );
  });
});
