import { PolicyReading } from './policy-reading';
import { valuesAt } from './property-values';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';
import type { Policy } from '../../iam/policy';
import { concatenated } from '../../iam/text-building';
import type { DeployedTemplate, TemplateProblem } from '../deployed-template';
import { isArn } from './identity-index';
import { arnOf, arnText } from '../templates/physical-names';
import { readTemplates } from '../templates/read-templates';
import type { TemplateResource } from '../templates/template-model';

/** A policy of a bucket, queue, topic, key, secret, function or bus. */
export interface ResourcePolicy {
  readonly stack: string;
  readonly logicalId: string;
  /** ARN of what it belongs to; nothing where the template doesn't tell. */
  readonly resource?: PartialText;
  readonly policy: Policy;
}

export interface ResourcePoliciesOfTemplates {
  readonly policies: readonly ResourcePolicy[];
  readonly problems: readonly TemplateProblem[];
}

interface PolicyProperty {
  /** Path of the property with the policy document. */
  readonly document: string;
  /** Property that says what the policy belongs to, as ARN or as name behind `arn`; the resource itself when missing. */
  readonly of?: string;
  readonly arn?: string;
}

const POLICIES: Readonly<Record<string, PolicyProperty>> = {
  'AWS::Backup::BackupVault': { document: 'AccessPolicy' },
  'AWS::DynamoDB::Table': { document: 'ResourcePolicy.PolicyDocument' },
  'AWS::ECR::Repository': { document: 'RepositoryPolicyText' },
  'AWS::KMS::Key': { document: 'KeyPolicy' },
  'AWS::OpenSearchService::Domain': { document: 'AccessPolicies' },
  'AWS::S3::BucketPolicy': { document: 'PolicyDocument', of: 'Bucket', arn: 's3:::' },
  'AWS::SNS::TopicPolicy': { document: 'PolicyDocument', of: 'Topics' },
  'AWS::SQS::QueuePolicy': { document: 'PolicyDocument', of: 'Queues' },
  'AWS::SecretsManager::ResourcePolicy': { document: 'ResourcePolicy', of: 'SecretId' },
};

/** Every resource policy of the templates: who from outside may use what they make. */
export function resourcePoliciesOf(templates: readonly DeployedTemplate[]): ResourcePoliciesOfTemplates {
  const reading = new PolicyReading();
  const policies = readTemplates(templates).models.flatMap(({ resources }) =>
    [...resources.values()].flatMap((resource) => policiesOfResource(resource, reading)),
  );
  return { policies, problems: reading.problems };
}

function policiesOfResource(resource: TemplateResource, reading: PolicyReading): ResourcePolicy[] {
  const { type, model, logicalId } = resource;
  const place = { stack: model.stack, logicalId };
  if (type === 'AWS::Lambda::Permission') {
    const targets = targetsOf(resource, 'FunctionName', 'lambda:R:A:function:');
    const policy = reading.document(resource, 'FunctionName', permissionDocument(resource));
    return targets.map((target) => ({ ...place, ...target, policy }));
  }
  const property = Object.hasOwn(POLICIES, type) ? POLICIES[type] : undefined;
  if (!property) return [];
  const policies = valuesAt(resource, property.document).map(({ value }) =>
    reading.document(resource, property.document, value),
  );
  const own = property.of === undefined ? arnOf(resource) : undefined;
  const targets =
    property.of === undefined ? [{ ...(own && { resource: own }) }] : targetsOf(resource, property.of, property.arn);
  return policies.flatMap((policy) => targets.map((target) => ({ ...place, ...target, policy })));
}

/** Queues are named by their URL, which doesn't tell the ARN; by a reference to a queue of the template it is known. */
function targetsOf(resource: TemplateResource, property: string, arn?: string): Pick<ResourcePolicy, 'resource'>[] {
  const { scope, resources } = resource.model;
  return valuesAt(resource, property).flatMap(({ value }) => {
    const referred = resources.get(String((value as { readonly Ref?: unknown }).Ref));
    const known = referred && arnOf(referred);
    if (known) return [{ resource: known }];
    return textsOf(value, scope).map((text) => {
      if (isArn(text)) return { resource: text };
      return arn === undefined ? {} : { resource: concatenated(arnText(arn, scope), text) };
    });
  });
}

/** The statement that Lambda adds to a function's policy for a permission (https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html). */
function permissionDocument({ properties }: TemplateResource): unknown {
  const { Action, Principal, SourceArn, SourceAccount, PrincipalOrgID } = properties;
  const isService = typeof Principal === 'string' && Principal.includes('.amazonaws.com');
  const condition = {
    ...(SourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': SourceArn } }),
    ...((SourceAccount !== undefined || PrincipalOrgID !== undefined) && {
      StringEquals: {
        ...(SourceAccount !== undefined && { 'AWS:SourceAccount': SourceAccount }),
        ...(PrincipalOrgID !== undefined && { 'aws:PrincipalOrgID': PrincipalOrgID }),
      },
    }),
  };
  return {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action,
      Principal: isService ? { Service: Principal } : Principal === '*' ? '*' : { AWS: Principal },
      Resource: '*',
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    },
  };
}
