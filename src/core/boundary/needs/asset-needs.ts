import { afterHost, imageRepository } from './asset-addresses';
import { ImpliedNeed, needOfResource } from './needs-context';
import { DEPLOYING } from './operations';
import { valuesAt } from './property-values';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';
import { concatenated } from '../../iam/text-building';
import { literalText } from '../../iam/text-matching';
import type { Need } from '../need';
import { arnText } from '../templates/physical-names';
import type { TemplateResource } from '../templates/template-model';

/** Properties with the place of a file that the service reads with the rights of its caller. */
interface FileProperty {
  readonly bucket: string;
  readonly key: string;
  readonly version?: string;
  readonly source: string;
}

const TYPES_URL = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';

const FILES: Readonly<Record<string, FileProperty>> = {
  'AWS::ApiGateway::RestApi': {
    bucket: 'BodyS3Location.Bucket',
    key: 'BodyS3Location.Key',
    version: 'BodyS3Location.Version',
    source: `${TYPES_URL}/aws-properties-apigateway-restapi-s3location.html`,
  },
  'AWS::Lambda::Function': {
    bucket: 'Code.S3Bucket',
    key: 'Code.S3Key',
    version: 'Code.S3ObjectVersion',
    source: `${TYPES_URL}/aws-properties-lambda-function-code.html`,
  },
  'AWS::Lambda::LayerVersion': {
    bucket: 'Content.S3Bucket',
    key: 'Content.S3Key',
    version: 'Content.S3ObjectVersion',
    source: `${TYPES_URL}/aws-properties-lambda-layerversion-content.html`,
  },
  'AWS::StepFunctions::StateMachine': {
    bucket: 'DefinitionS3Location.Bucket',
    key: 'DefinitionS3Location.Key',
    version: 'DefinitionS3Location.Version',
    source: `${TYPES_URL}/aws-properties-stepfunctions-statemachine-s3location.html`,
  },
};

/** https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions */
const IMAGE_ACTIONS = [
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
  'ecr:GetRepositoryPolicy',
  'ecr:SetRepositoryPolicy',
];

/** Files and images that were uploaded before the deployment. */
export function assetNeeds(resource: TemplateResource): Need[] {
  return [...fileNeeds(resource), ...imageNeeds(resource), ...templateNeeds(resource)].map((need) =>
    needOfResource(resource, { operations: DEPLOYING, ...need, kind: 'asset' }),
  );
}

type AssetNeed = Omit<ImpliedNeed, 'kind' | 'operations'>;

function fileNeeds(resource: TemplateResource): AssetNeed[] {
  const file = Object.hasOwn(FILES, resource.type) ? FILES[resource.type] : undefined;
  if (!file) return [];
  const keys = textsAt(resource, file.key);
  return textsAt(resource, file.bucket).flatMap(({ text: bucket, isCertain }) => {
    const key = keys.length === 1 ? keys[0].text : [{ unknown: `${resource.logicalId}.${file.key}` }];
    const object = concatenated(bucket, literalText('/'), key);
    const version = file.version !== undefined && valuesAt(resource, file.version).length > 0;
    return objectNeeds(resource, object, { isCertain, property: file.bucket, source: file.source }, version);
  });
}

/** A nested stack's template; its address is `https://s3.region.suffix/bucket/key` or `https://bucket.s3.region.suffix/key`. */
function templateNeeds(resource: TemplateResource): AssetNeed[] {
  if (resource.type !== 'AWS::CloudFormation::Stack') return [];
  const source = `${TYPES_URL}/aws-resource-cloudformation-stack.html`;
  return textsAt(resource, 'TemplateURL').flatMap(({ text, isCertain }) =>
    objectNeeds(resource, afterHost(text), { isCertain, property: 'TemplateURL', source }, false),
  );
}

type Why = Pick<AssetNeed, 'isCertain' | 'property' | 'source'>;

function objectNeeds(
  { model }: TemplateResource,
  object: PartialText | undefined,
  why: Why,
  hasVersion: boolean,
): AssetNeed[] {
  const resource = object && concatenated(arnText('s3:::', model.scope), object);
  const read: AssetNeed[] = (hasVersion ? ['s3:GetObject', 's3:GetObjectVersion'] : ['s3:GetObject']).map((action) => ({
    action,
    ...(resource && { resource }),
    ...why,
  }));
  // Whether the bucket has a key of its own stands in another stack, that of the bootstrap.
  return [...read, { ...why, action: 'kms:Decrypt', isCertain: false }];
}

function imageNeeds(resource: TemplateResource): AssetNeed[] {
  if (resource.type !== 'AWS::Lambda::Function') return [];
  return textsAt(resource, 'Code.ImageUri').flatMap(({ text, isCertain }) => {
    const name = imageRepository(text);
    const repository = name && concatenated(arnText('ecr:R:A:repository/', resource.model.scope), name);
    return IMAGE_ACTIONS.map((action) => ({
      action,
      ...(repository && { resource: repository }),
      isCertain,
      property: 'Code.ImageUri',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions',
    }));
  });
}

interface FoundText {
  readonly text: PartialText;
  readonly isCertain: boolean;
}

function textsAt(resource: TemplateResource, path: string): FoundText[] {
  return valuesAt(resource, path).flatMap(({ value, isCertain, isHidden }) => {
    const texts = isHidden ? [] : textsOf(value, resource.model.scope);
    return texts.map((text) => ({ text, isCertain: isCertain && texts.length === 1 }));
  });
}
