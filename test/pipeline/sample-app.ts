import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { TaggedPipeline, TaggedPipelineProps } from '../../src/pipeline/tagged-pipeline';
import { TaggedPipelineStage, TaggedPipelineStageProps } from '../../src/pipeline/tagged-pipeline-stage';

export const DEPLOY_ACCOUNT = '111122223333';

export const SOURCE = {
  repository: 'example/service',
  connectionArn: `arn:aws:codeconnections:us-east-1:${DEPLOY_ACCOUNT}:connection/2a1b6f0e-7c5d-4d0a-9a51-0b3f6f3f8f11`,
};

export const TEST = { name: 'test', account: '222233334444', region: 'us-east-1' };
export const PROD = { name: 'prod', account: '444455556666', region: 'us-east-1' };

export function newPipelineStack(app = new App(), name = 'Pipelines'): Stack {
  return new Stack(app, name, { env: { account: DEPLOY_ACCOUNT, region: 'us-east-1' } });
}

/** What a service deploys: a role, and a file that is published. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id = 'Service') {
    super(scope, id);
    new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    new Asset(this, 'File', { path: __filename });
  }
}

export interface SamplePipeline {
  readonly pipeline?: Partial<TaggedPipelineProps>;
  readonly stages?: readonly Partial<TaggedPipelineStageProps>[];
  readonly deploys?: (stage: Stage) => unknown;
}

/** A pipeline as the smallest app of a user has it: one stage, named as its environment, unless more are wanted. */
export function addPipeline(stack: Stack, changes: SamplePipeline = {}, id = 'Release'): TaggedPipeline {
  const { stages = [{}], deploys = (stage) => new ServiceStack(stage) } = changes;
  const pipeline = new TaggedPipeline(stack, id, { source: SOURCE, ...changes.pipeline });
  for (const props of stages) {
    const { environment = TEST } = props;
    const stage = new TaggedPipelineStage(pipeline, environment.name, {
      tagPattern: 'service-*',
      environment,
      ...props,
    });
    deploys(stage);
  }
  return pipeline;
}

/** The template of a stack with one pipeline. */
export function pipelineTemplate(changes: SamplePipeline = {}): Template {
  const stack = newPipelineStack();
  addPipeline(stack, changes);
  return Template.fromStack(stack);
}

/** Properties of the only resource of a type. */
export function onlyResource(template: Template, type: string): any {
  const [resource, ...others] = Object.values(template.findResources(type));
  if (!resource || others.length > 0) {
    throw new Error(`expected one ${type}, found ${others.length + (resource ? 1 : 0)}`);
  }
  return resource.Properties;
}

/** The stages of a pipeline in order, as `<stage>: <actions>`; actions that run at the same time stand in brackets. */
export function outline(template: Template): string[] {
  const { Stages: stages } = onlyResource(template, 'AWS::CodePipeline::Pipeline');
  return stages.map(({ Name: name, Actions: actions }: any) => {
    const orders = [...new Set<number>(actions.map(({ RunOrder }: any) => RunOrder))].sort((one, other) => one - other);
    const steps = orders.map((order) => {
      const names = actions.filter(({ RunOrder }: any) => RunOrder === order).map(({ Name }: any) => Name);
      return names.length === 1 ? names[0] : `(${names.join(', ')})`;
    });
    return `${name}: ${steps.join(', ')}`;
  });
}

/** Text of a value of a template: joins joined, references as `<name>`. */
export function flat(value: any): string {
  if (typeof value !== 'object') return String(value);
  const [[intrinsic, argument]] = Object.entries<any>(value);
  if (intrinsic === 'Fn::Join') return argument[1].map(flat).join(argument[0]);
  return `<${[argument].flat().join('.')}>`;
}
