import { writeFileIn } from '../scratch-folder';

const ACCOUNT = '111122223333';
const REGION = 'us-east-1';
const HASH = { data: 'a'.repeat(64), api: 'b'.repeat(64), code: 'c'.repeat(64) };

const stack = (hash: string, file: string, dependencies: readonly string[]) => ({
  type: 'aws:cloudformation:stack',
  environment: `aws://${ACCOUNT}/${REGION}`,
  dependencies,
  properties: {
    stackName: `sample-${file}`,
    templateFile: `${file}.template.json`,
    stackTemplateAssetObjectUrl: `s3://staging-${ACCOUNT}/${hash}.json`,
    bootstrapStackVersionSsmParameter: '/bootstrap/version',
    tags: { Project: 'sample' },
  },
});

const assets = (file: string) => ({ type: 'cdk:asset-manifest', properties: { file: `${file}.assets.json` } });

const fileAsset = (hash: string, path: string, packaging: string) => ({
  [hash]: {
    source: { path, packaging },
    destinations: {
      here: { bucketName: 'staging-${AWS::AccountId}', objectKey: `${hash}.${packaging === 'zip' ? 'zip' : 'json'}` },
    },
  },
});

/** Writes an assembly of two stacks, the API before the data it needs, with one function and one firewall. */
export function writeSampleAssembly(folder: string): void {
  writeFileIn(folder, 'manifest.json', {
    version: '55.0.0',
    artifacts: {
      Api: { ...stack(HASH.api, 'api', ['Api.assets', 'Data']), additionalMetadataFile: 'api.metadata.json' },
      'Api.assets': assets('api'),
      Data: {
        ...stack(HASH.data, 'data', ['Data.assets']),
        metadata: { '/Data/Acl/Association': [{ type: 'aws:cdk:logicalId', data: 'Association' }] },
      },
      'Data.assets': assets('data'),
    },
  });
  writeFileIn(folder, 'api.metadata.json', {
    '/Api/Reader/Resource': [{ type: 'aws:cdk:logicalId', data: 'Reader' }],
  });
  writeFileIn(folder, 'data.template.json', {
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue' },
      Association: { Type: 'AWS::WAFv2::WebACLAssociation', Properties: {} },
    },
    Outputs: { Association: { Value: { Ref: 'Association' }, Export: { Name: 'data:Association' } } },
  });
  writeFileIn(folder, 'api.template.json', {
    Resources: {
      Reader: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Runtime: 'nodejs22.x',
          Handler: 'reader.handler',
          Code: { S3Bucket: 'staging', S3Key: `${HASH.code}.zip` },
          Environment: { Variables: { TABLE_NAME: 't', FIREWALL: { 'Fn::ImportValue': 'data:Association' } } },
        },
      },
      Notifier: { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'python3.13' } },
    },
  });
  writeFileIn(folder, 'data.assets.json', { files: fileAsset(HASH.data, 'data.template.json', 'file') });
  writeFileIn(folder, 'api.assets.json', {
    files: {
      ...fileAsset(HASH.api, 'api.template.json', 'file'),
      ...fileAsset(HASH.code, `asset.${HASH.code}`, 'zip'),
    },
  });
  writeFileIn(folder, `asset.${HASH.code}/reader.mjs`, 'export const handler = async () => "read";');
}
