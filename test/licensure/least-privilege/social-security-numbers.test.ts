import { actionsOf, administrator, AssembledAccess, Circumstances } from './assembled-access';
import { productionSettings, sandboxSettings } from '../backend-settings';

const ASSEMBLIES = [
  { kind: 'production', access: new AssembledAccess(productionSettings()) },
  { kind: 'a sandbox', access: new AssembledAccess(sandboxSettings()) },
] as const;

const DYNAMODB = actionsOf('dynamodb');
const KMS = actionsOf('kms');
const SQS = actionsOf('sqs', '${QueueName}');
const OBJECTS = actionsOf('s3', '${ObjectName}');

/** The services through which functions use the key, and a direct call. */
const WAYS: readonly Circumstances[] = [{ via: 'dynamodb' }, { via: 's3' }, { via: 'sqs' }, {}];

/** What makes a key readable: actions that take or give what it encrypts. */
const KEY_USES = KMS.filter((action) => /^kms:(Decrypt|Encrypt|GenerateDataKey\w*|ReEncrypt\w*)$/.test(action));

/** Actions with items of a table, and those that copy all of them. */
const ITEM_ACTIONS = [
  'BatchGetItem',
  'BatchWriteItem',
  'ConditionCheckItem',
  'CreateBackup',
  'DeleteItem',
  'GetItem',
  'PartiQLDelete',
  'PartiQLInsert',
  'PartiQLSelect',
  'PartiQLUpdate',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
].map((action) => `dynamodb:${action}`);

const CALLERS = [administrator('role'), administrator('user')];

test('the actions that are tried are all that there are', () => {
  expect(DYNAMODB).toEqual(expect.arrayContaining(ITEM_ACTIONS));
  expect(KEY_USES).toHaveLength(8);
  expect(OBJECTS).toEqual(expect.arrayContaining(['s3:DeleteObject', 's3:GetObject', 's3:PutObject']));
});

describe.each(ASSEMBLIES)('in $kind', ({ kind, access }) => {
  test('of all roles, only the preprocessor reaches the table, to store a number', () => {
    expect(access.callers.length).toBeGreaterThan(10);
    expect(access.allowed(DYNAMODB, 'SsnTable')).toEqual(['LicenseIngestRole: dynamodb:PutItem']);
  });

  test('no role reaches its index', () => {
    expect(access.allowed(DYNAMODB, 'SsnTable', '/index/ssnIndex')).toEqual([]);
  });

  test('of all roles, only the four named ones use the key, each through the services of its work', () => {
    const uses = WAYS.map((way) => access.allowed(KMS, 'SsnKey', '', way));

    expect(Object.fromEntries(WAYS.map(({ via = 'a direct call' }, index) => [via, uses[index].sort()]))).toEqual({
      dynamodb: ['Decrypt', 'Encrypt', 'GenerateDataKey'].map((action) => `LicenseIngestRole: kms:${action}`),
      s3: ['BulkUploadParserRole: kms:Decrypt', 'BulkUploadUrlRole: kms:GenerateDataKey'],
      sqs: [
        'BulkUploadParserRole: kms:Decrypt',
        'BulkUploadParserRole: kms:GenerateDataKey',
        'LicenseIngestRole: kms:Decrypt',
        'LicenseUploadRole: kms:Decrypt',
        'LicenseUploadRole: kms:GenerateDataKey',
      ],
      'a direct call': [],
    });
  });

  test('of all roles, only the parser reads and deletes uploaded files, and only the signer lets upload', () => {
    const allowed = access.allowed(OBJECTS, 'BulkUploadsBucket', '/aslp/oh/file');
    const byNamedRoles = allowed.filter((right) => right.startsWith('BulkUpload')).sort();
    const byOthers = allowed.filter((right) => !right.startsWith('BulkUpload'));

    expect(byNamedRoles).toEqual([
      'BulkUploadParserRole: s3:DeleteObject',
      'BulkUploadParserRole: s3:GetObject',
      'BulkUploadUrlRole: s3:PutObject',
    ]);
    // What empties the bucket of a sandbox deletes, and reads nothing.
    const emptying = /^CustomS3AutoDelete\w+: s3:(DeleteObject|List)\w*$/;
    expect(byOthers.filter((right) => !emptying.test(right))).toEqual([]);
    expect(byOthers.length > 0).toBe(kind === 'a sandbox');
  });

  test('of all roles, only the two that take licenses send messages with numbers, and only the preprocessor receives', () => {
    const receive = ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map((action) => `sqs:${action}`);

    expect(access.allowed(SQS, 'LicensePreprocessingQueue').sort()).toEqual([
      'BulkUploadParserRole: sqs:SendMessage',
      ...receive.map((action) => `LicenseIngestRole: ${action}`),
      'LicenseUploadRole: sqs:SendMessage',
    ]);
    expect(access.allowed(SQS, 'LicensePreprocessingQueueDeadLetterQueue').sort()).toEqual(
      receive.map((action) => `LicenseIngestRole: ${action}`),
    );
  });

  test.each(CALLERS)('an administrator ($principal.kind) reaches no item, whichever way', (caller) => {
    for (const part of ['', '/index/ssnIndex']) {
      expect(ITEM_ACTIONS.filter((action) => access.decide(caller, action, 'SsnTable', part) !== 'no')).toEqual([]);
    }
  });

  test.each(CALLERS)(
    'an administrator ($principal.kind) can not use the key, so no encrypted file either',
    (caller) => {
      for (const way of WAYS) {
        expect(KEY_USES.filter((action) => access.decide(caller, action, 'SsnKey', '', way) !== 'no')).toEqual([]);
      }
    },
  );

  test('nobody puts a file under another key, where the policy of the key would not protect it', () => {
    const [role] = CALLERS;
    const signer = access.callers.find(({ name }) => name === 'BulkUploadUrlRole')!;
    const put = (encryptionKey?: readonly string[]) =>
      [role, signer].map((caller) =>
        access.decide(caller, 's3:PutObject', 'BulkUploadsBucket', '/aslp/oh/file', { encryptionKey }),
      );

    expect(put(['arn:aws:kms:us-east-1:111122223333:key/another'])).toEqual(['no', 'no']);
    // Without a word about encryption S3 uses the key of the bucket, which the administrator can't use.
    expect(put()).toEqual(['yes', 'yes']);
  });

  test('the guards do it: what the shared key protects is open to all whose own policies say so', () => {
    expect(access.allowed(['kms:Decrypt'], 'SharedKey', '', { via: 'dynamodb' }).length).toBeGreaterThan(5);
    expect(access.decide(CALLERS[0], 'kms:Decrypt', 'SharedKey', '', { via: 's3' })).toBe('yes');
    expect(access.decide(CALLERS[0], 's3:GetObject', 'ProviderUsersBucket', '/file')).toBe('yes');
  });
});
