import { Refusal } from './refusal';
import {
  PIPELINE_STACK,
  ScriptedInstallation,
  SETTINGS,
  SHARED_STACK,
  SHARING_SETTINGS,
} from './scripted-installation';
import type { ScriptedExecution } from './scripted-pipeline';
import { SELF_MUTATION_VARIABLES } from '../../src/core/contracts/self-mutation';

let installation: ScriptedInstallation;

beforeAll(async () => {
  installation = await ScriptedInstallation.start();
});

beforeEach(() => installation.reset());

afterAll(() => installation.close());

function changedPipeline(): ScriptedExecution {
  installation.assembly = (_commit, stackName) => (stackName === PIPELINE_STACK ? 'new' : 'old');
  return installation.pipeline.begin('c1');
}

function refuseOnce(operation: string, error: Refusal): void {
  installation.refusals.set(operation, error);
}

test('an execution goes on when nothing changed', async () => {
  const execution = installation.pipeline.begin('c1');

  const { exitCode, log } = await installation.run(execution);

  expect(log).toBe(`stack ${PIPELINE_STACK}: nothing changes\nthe pipeline is up to date: this execution goes on`);
  expect([exitCode, execution.status]).toEqual([0, 'InProgress']);
});

test('an empty change set is not left behind', async () => {
  await installation.run(installation.pipeline.begin('c1'));

  expect(installation.stacks.changeSetsOf(PIPELINE_STACK)).toEqual([]);
});

test('a changed pipeline is deployed and restarted with the same commit, and the execution stops', async () => {
  const execution = changedPipeline();

  const { exitCode, log } = await installation.run(execution);

  const [restart] = installation.restartsOf(execution);
  expect(log).toBe(
    [
      `stack ${PIPELINE_STACK}: deploying`,
      '  Modify AWS::CodePipeline::Pipeline Pipeline',
      `stack ${PIPELINE_STACK}: waiting, it is UPDATE_IN_PROGRESS`,
      `stack ${PIPELINE_STACK}: UPDATE_COMPLETE`,
      `the pipeline changed: execution ${restart.id} deploys commit c1 with it, this execution stops`,
    ].join('\n'),
  );
  expect([exitCode, execution.status, restart.status]).toEqual([0, 'Stopped', 'InProgress']);
  expect(execution).toMatchObject({ stopReason: `Pipeline changed; restarted as ${restart.id}`, isAbandoned: false });
});

test('the restarted execution goes on', async () => {
  await installation.run(changedPipeline());
  const [, restart] = installation.pipeline.executions;

  const { exitCode } = await installation.run(restart);

  expect([exitCode, restart.status]).toEqual([0, 'InProgress']);
});

test('a change of a stack that the pipeline only needs restarts nothing', async () => {
  installation.settings = SHARING_SETTINGS;
  installation.assembly = (_commit, stackName) => (stackName === SHARED_STACK ? 'new' : 'old');
  const execution = installation.pipeline.begin('c1');

  await installation.run(execution);

  expect(installation.stacks.templateOf(SHARED_STACK)).toBe('new');
  expect([execution.status, installation.restartsOf(execution)]).toEqual(['InProgress', []]);
});

test('a deployment that fails ends the program with the reasons in the order of time', async () => {
  installation.stacks.failing.add(PIPELINE_STACK);
  const execution = changedPipeline();

  const { exitCode, log } = await installation.run(execution);

  expect(log.split('\n').slice(-3)).toEqual([
    `the pipeline could not be updated: the deployment of stack ${PIPELINE_STACK} failed, it is UPDATE_ROLLBACK_COMPLETE:`,
    '  Role (AWS::IAM::Role): no right to make it',
    '  Build (AWS::IAM::Role): Role failed',
  ]);
  expect([exitCode, execution.status, installation.restartsOf(execution)]).toEqual([1, 'Failed', []]);
});

test('the reasons are those of the last deployment only', async () => {
  installation.stacks.failing.add(PIPELINE_STACK);
  const execution = changedPipeline();
  await installation.run(execution);

  const { log } = await installation.rerun(execution);

  expect(log.match(/no right to make it/g)).toHaveLength(1);
});

test('after a failed deployment was mended outside, a retry deploys and restarts', async () => {
  installation.stacks.failing.add(PIPELINE_STACK);
  const execution = changedPipeline();
  await installation.run(execution);
  installation.stacks.failing.clear();

  await installation.rerun(execution);

  expect([execution.status, installation.restartsOf(execution).length]).toEqual(['Stopped', 1]);
});

test('a change set that CloudFormation can not make ends the program with its reason', async () => {
  const execution = changedPipeline();
  installation.server.onCall = (operation) => {
    if (operation !== 'cdk.deploy') return;
    installation.stacks.damageChangeSets(PIPELINE_STACK, { status: 'FAILED', reason: 'no such macro' });
  };

  const { log } = await installation.run(execution);

  expect(log).toBe(
    `the pipeline could not be updated: stack ${PIPELINE_STACK} can't be deployed: its change set is FAILED: no such macro`,
  );
});

test('a command line that fails ends the program', async () => {
  const execution = changedPipeline();
  refuseOnce('cdk.deploy', new Refusal('Bug', 'no bucket'));

  const { exitCode, log } = await installation.run(execution);

  expect(log).toBe(
    `the pipeline could not be updated: stack ${PIPELINE_STACK} can't be deployed: the CDK's command line ended with 1; its reason stands above`,
  );
  expect(exitCode).toBe(1);
});

test('somebody who deploys the stack again and again ends the program after three attempts', async () => {
  const execution = changedPipeline();
  installation.server.onCall = (operation) => {
    if (operation === 'cdk.deploy') {
      installation.stacks.damageChangeSets(PIPELINE_STACK, { executionStatus: 'OBSOLETE' });
    }
  };

  const { log } = await installation.run(execution);

  expect(installation.server.calls.filter((operation) => operation === 'cdk.deploy')).toHaveLength(3);
  expect(log).toContain(
    `stack ${PIPELINE_STACK} was deployed by somebody else 3 times in a row; find out who deploys it`,
  );
});

test('a deployment that never ends is given up after an hour', async () => {
  installation.stacks.looks = Infinity;
  const execution = changedPipeline();

  const { log } = await installation.run(execution);

  expect(log).toContain(`stack ${PIPELINE_STACK} did not become stable; look at its events in CloudFormation`);
});

test.each([
  ['ConcurrentPipelineExecutionsLimitExceededException', 'too many executions'],
  ['AccessDeniedException', 'not authorized to perform codepipeline:StartPipelineExecution'],
])(
  'a restart that is refused (%s) fails the action, so that the old definition does not go on',
  async (code, reason) => {
    const execution = changedPipeline();
    refuseOnce('codepipeline.StartPipelineExecution', new Refusal(code, reason));

    const { log } = await installation.run(execution);

    expect(log.split('\n').at(-1)).toBe(
      `the pipeline could not be updated: the pipeline changed, but an execution of service-test with commit c1 could not be started; retry this action, which starts nothing twice, or push the tag again: ${code}: ${reason}`,
    );
    expect(execution.status).toBe('Failed');
  },
);

test('an update that replaced the pipeline says what to do', async () => {
  const execution = changedPipeline();
  installation.stacks.onUpdated = () => installation.pipeline.executions.splice(0);

  const { log } = await installation.run(execution);

  expect(log.split('\n').at(-1)).toBe(
    `the pipeline could not be updated: pipeline service-test has no execution ${execution.id}: it was deleted or replaced; start the new pipeline, by pushing the tag again`,
  );
});

test('a pipeline that is gone ends the program', async () => {
  installation.pipeline.exists = false;

  const { log } = await installation.run(installation.pipeline.begin('c1'));

  expect(log).toContain("PipelineNotFoundException: Account does not have a pipeline with name 'service-test'");
});

test.each(['ListPipelineExecutions', 'StartPipelineExecution', 'StopPipelineExecution'])(
  '%s that is throttled once is asked again',
  async (operation) => {
    const execution = changedPipeline();
    refuseOnce(`codepipeline.${operation}`, new Refusal('ThrottlingException', 'Rate exceeded'));

    const { exitCode } = await installation.run(execution, undefined, { variables: { AWS_MAX_ATTEMPTS: '2' } });

    expect([exitCode, execution.status, installation.restartsOf(execution).length]).toEqual([0, 'Stopped', 1]);
  },
);

test('a stop that is refused while the execution runs fails the action, and a retry stops it', async () => {
  const execution = changedPipeline();
  refuseOnce('codepipeline.StopPipelineExecution', new Refusal('ConflictException', 'the pipeline is busy'));

  const { log } = await installation.run(execution);

  expect(log.split('\n').at(-1)).toBe(
    `the pipeline could not be updated: execution ${execution.id} could not be stopped, so this action fails instead: the pipeline must not go on with its old definition: ConflictException: the pipeline is busy`,
  );
  expect(execution.status).toBe('Failed');

  await installation.rerun(execution);

  expect([execution.status, installation.restartsOf(execution).length]).toEqual(['Stopped', 1]);
});

test.each([
  ['PipelineExecutionNotStoppableException', 1, 'Failed'],
  ['DuplicatedStopRequestException', 0, 'InProgress'],
])('a stop that is refused with %s while the history shows it running ends with %d', async (code, exit, status) => {
  const execution = changedPipeline();
  refuseOnce('codepipeline.StopPipelineExecution', new Refusal(code, 'no'));

  const { exitCode } = await installation.run(execution);

  expect([exitCode, execution.status]).toEqual([exit, status]);
});

test.each(['Stopped', 'Failed', 'Cancelled', 'Superseded'])(
  'a stop that is refused because the execution is already %s is fine',
  async (status) => {
    const execution = changedPipeline();
    installation.server.onCall = (operation) => {
      if (operation === 'codepipeline.StartPipelineExecution') execution.status = status;
    };

    const { exitCode } = await installation.run(execution);

    expect([exitCode, execution.status]).toEqual([0, status]);
  },
);

test('an execution whose successor failed is not restarted again, and says which one to retry', async () => {
  const execution = changedPipeline();
  refuseOnce('codepipeline.StopPipelineExecution', new Refusal('ConflictException', 'the pipeline is busy'));
  await installation.run(execution);
  const [restart] = installation.restartsOf(execution);
  Object.assign(restart, { status: 'Failed', hasSource: true });

  const { log } = await installation.rerun(execution);

  expect(log.split('\n').at(-1)).toBe(
    `the pipeline changed, and execution ${restart.id} (Failed) already deploys commit c1 with it: this execution stops; if that one failed, retry its failed stage`,
  );
  expect([execution.status, installation.restartsOf(execution).length]).toEqual(['Stopped', 1]);
});

test('an execution that somebody stopped deploys nothing', async () => {
  const execution = changedPipeline();
  execution.status = 'Stopping';

  const { exitCode, log } = await installation.run(execution);

  expect([exitCode, log]).toEqual([0, `execution ${execution.id} is Stopping: nothing is deployed for it any more`]);
  expect(installation.stacks.templateOf(PIPELINE_STACK)).toBe('old');
});

test('an execution that somebody stops during the deployment is not restarted', async () => {
  const execution = changedPipeline();
  installation.stacks.onUpdated = () => (execution.status = 'Stopping');

  const { exitCode, log } = await installation.run(execution);

  expect([exitCode, log.split('\n').at(-1)]).toEqual([
    0,
    `execution ${execution.id} is Stopping: the pipeline is up to date, but is not restarted`,
  ]);
  expect(installation.restartsOf(execution)).toEqual([]);
});

test('all missing variables are named at once', async () => {
  const nothing = Object.fromEntries(Object.values(SELF_MUTATION_VARIABLES).map((name) => [name, '']));

  const { exitCode, log } = await installation.run(installation.pipeline.begin('c1'), undefined, {
    variables: nothing,
  });

  expect([exitCode, log]).toEqual([
    1,
    'the pipeline could not be updated: the environment variables SELF_MUTATION_SETTINGS, PIPELINE_EXECUTION_ID, SOURCE_COMMIT_ID are missing: run this program in the action that the pipeline construct makes',
  ]);
});

test('a role that can not be assumed ends the program', async () => {
  const [stack] = SETTINGS.stacks;
  installation.settings = {
    ...SETTINGS,
    stacks: [{ ...stack, deployRoleArn: 'arn:aws:iam::111122223333:role/other' }],
  };

  const { log } = await installation.run(installation.pipeline.begin('c1'));

  expect(log).toContain('AccessDenied: not authorized to assume arn:aws:iam::111122223333:role/other');
});

/** Runs everything that waits, oldest first, until nothing is left; returns the executions that went on. */
async function drain(): Promise<ScriptedExecution[]> {
  const { executions } = installation.pipeline;
  const gone: ScriptedExecution[] = [];
  for (let round = 0; round < 20; round += 1) {
    const next = executions.find((execution) => execution.status === 'InProgress' && !gone.includes(execution));
    if (!next) return gone;
    executions.forEach((execution) => (execution.hasSource = true));
    const { exitCode } = await installation.run(next);
    if (exitCode === 0 && next.status === 'InProgress') gone.push(next);
  }
  throw new Error('the pipeline runs in circles');
}

test('a synthesis that differs from run to run ends after three restarts, and says what to look for', async () => {
  let synthesis = 0;
  installation.assembly = () => `template ${(synthesis += 1)}`;
  const first = installation.pipeline.begin('c1');

  await drain();

  const last = installation.pipeline.executions.at(-1)!;
  const { log } = await installation.rerun(last);
  expect(installation.pipeline.executions.map(({ status }) => status)).toEqual([
    'Stopped',
    'Stopped',
    'Stopped',
    'Failed',
  ]);
  expect(installation.restartsOf(first)).toHaveLength(3);
  expect(log).toContain(
    'commit c1 restarted the pipeline 3 times, and its definition changed again: the synthesis differs from run to run',
  );
});

test('of two commits that change the pipeline at once, the newer one is deployed, and it once', async () => {
  installation.assembly = (commit) => commit;
  installation.pipeline.begin('c1');
  installation.pipeline.begin('c2');

  const gone = await drain();

  expect(gone.map(({ commit }) => commit)).toEqual(['c2']);
  expect(installation.stacks.templateOf(PIPELINE_STACK)).toBe('c2');
});

test('a commit that is pushed just before the restart of another does not make them replace each other', async () => {
  installation.assembly = (commit) => commit;
  const first = installation.pipeline.begin('c1');
  installation.server.onCall = (operation) => {
    if (operation === 'cloudformation.DescribeStackEvents' && installation.pipeline.executions.length === 1) {
      installation.pipeline.begin('c2');
    }
  };

  const gone = await drain();

  expect(first.status).toBe('Stopped');
  expect(gone).toHaveLength(1);
  expect(installation.stacks.templateOf(PIPELINE_STACK)).toBe(gone[0].commit);
});
