import type { PartialText } from '../../../../iam/partial-text';
import { oneOf, step } from '../attempt';
import type { Technique } from '../attempt';
import type { World } from '../world';

interface Program {
  /** With its article. */
  readonly what: string;
  readonly actions: readonly string[];
  readonly resource: (world: World) => PartialText;
}

/** What runs with a role that it has already: nobody passes it one when it is changed or started. */
const PROGRAMS: readonly Program[] = [
  {
    what: 'a function',
    actions: ['lambda:UpdateFunctionCode'],
    resource: (world) => world.arn('lambda', 'function:of-somebody-else'),
  },
  {
    what: 'a build project',
    actions: ['codebuild:StartBuild', 'codebuild:StartBuildBatch', 'codebuild:UpdateProject'],
    resource: (world) => world.arn('codebuild', 'project/of-somebody-else'),
  },
  {
    what: 'an instance',
    actions: [
      'ssm:SendCommand',
      'ssm:StartSession',
      'ec2:ModifyInstanceAttribute',
      'ec2-instance-connect:SendSSHPublicKey',
    ],
    resource: (world) => world.arn('ec2', 'instance/i-00000000000000000'),
  },
  {
    what: 'a stack with a service role',
    actions: ['cloudformation:UpdateStack', 'cloudformation:CreateChangeSet'],
    resource: (world) => world.arn('cloudformation', 'stack/of-somebody-else/00000000-0000-0000-0000-000000000000'),
  },
  {
    what: 'a state machine',
    actions: ['states:UpdateStateMachine'],
    resource: (world) => world.arn('states', 'stateMachine:of-somebody-else'),
  },
  {
    what: 'a container',
    actions: ['ecs:ExecuteCommand'],
    resource: (world) => world.arn('ecs', 'task/of-somebody-else/00000000000000000000000000000000'),
  },
  {
    what: 'a job',
    actions: ['glue:UpdateJob'],
    resource: (world) => world.arn('glue', 'job/of-somebody-else'),
  },
  {
    what: 'a notebook',
    actions: ['sagemaker:CreatePresignedNotebookInstanceUrl'],
    resource: (world) => world.arn('sagemaker', 'notebook-instance/of-somebody-else'),
  },
  {
    what: 'a cluster',
    actions: ['elasticmapreduce:AddJobFlowSteps'],
    resource: (world) => world.arn('elasticmapreduce', 'cluster/j-0000000000000'),
  },
  {
    what: 'a data pipeline',
    actions: ['datapipeline:PutPipelineDefinition'],
    resource: (world) => world.arn('datapipeline', 'pipeline/df-00000000000000000000'),
  },
  {
    what: 'a pipeline',
    actions: ['codepipeline:UpdatePipeline'],
    resource: (world) => world.arn('codepipeline', 'of-somebody-else'),
  },
];

/** Programs of others: whoever changes them has their rights. */
export const programsOfOthers: Technique = (world) =>
  PROGRAMS.map(({ what, actions, resource }) => ({
    path: `change or start ${what} of somebody else`,
    targets: [{ pattern: resource(world) }],
    steps: [step(`${what} that is there does what the attacker says, with its own role`, ...oneOf(actions, 'target'))],
    remedy: `allow ${actions.join(', ')} on names of own resources only, or use an account that holds nothing else`,
    assumes: `${what} whose role has no boundary`,
  }));
