import { Refusal } from './refusal';
import { PIPELINE_STACK, ScriptedInstallation, SHARED_STACK, SHARING_SETTINGS } from './scripted-installation';
import type { ScriptedExecution } from './scripted-pipeline';
import type { Fault } from './scripted-server';
import type { Cli } from '../../codebuild/self-mutation/ports';

/**
 * Every state that a run can leave behind. In each situation, the program is killed after each of its calls in turn; then
 * the stage is retried, and must end as an undisturbed run does. For a changed pipeline each call is also refused and
 * throttled, and the second run is killed after each of its calls as well.
 */

type Ending = 'goes on' | 'is restarted once' | 'stops' | 'fails';

interface Situation {
  readonly name: string;
  /** Sets the installation up and returns the execution that the program runs in. */
  readonly arrange: (installation: ScriptedInstallation) => ScriptedExecution;
  readonly ending: Ending;
}

let installation: ScriptedInstallation;

beforeAll(async () => {
  installation = await ScriptedInstallation.start();
});

afterAll(() => installation.close());

function changePipeline({ ...changed }: Record<string, string> = { [PIPELINE_STACK]: 'new' }): void {
  installation.assembly = (_commit, stackName) => changed[stackName] ?? 'old';
}

const CHANGED: Situation = {
  name: 'the pipeline changed',
  arrange: ({ pipeline }) => {
    changePipeline();
    return pipeline.begin('c1');
  },
  ending: 'is restarted once',
};

const SITUATIONS: readonly Situation[] = [
  { name: 'nothing changed', arrange: ({ pipeline }) => pipeline.begin('c1'), ending: 'goes on' },
  CHANGED,
  {
    name: 'the pipeline changed, which cancels the execution',
    arrange: (all) => {
      changePipeline();
      all.updateCancels = true;
      return all.pipeline.begin('c1');
    },
    ending: 'is restarted once',
  },
  {
    name: 'the pipeline changed, and CodePipeline forgets tokens',
    arrange: ({ pipeline }) => {
      changePipeline();
      pipeline.forgetsTokens = true;
      return pipeline.begin('c1');
    },
    ending: 'is restarted once',
  },
  {
    name: 'a stack that the pipeline needs is new',
    arrange: (all) => {
      all.settings = SHARING_SETTINGS;
      all.stacks.remove(SHARED_STACK);
      return all.pipeline.begin('c1');
    },
    ending: 'goes on',
  },
  {
    name: 'a stack that the pipeline needs is new, and the pipeline changed',
    arrange: (all) => {
      all.settings = SHARING_SETTINGS;
      changePipeline();
      all.stacks.remove(SHARED_STACK);
      return all.pipeline.begin('c1');
    },
    ending: 'is restarted once',
  },
  {
    name: 'both stacks changed',
    arrange: (all) => {
      all.settings = SHARING_SETTINGS;
      changePipeline({ [SHARED_STACK]: 'new', [PIPELINE_STACK]: 'new' });
      return all.pipeline.begin('c1');
    },
    ending: 'is restarted once',
  },
  {
    name: 'somebody else updated the pipeline since the execution began',
    arrange: ({ stacks, pipeline }) => {
      const execution = pipeline.begin('c1');
      stacks.put(PIPELINE_STACK, 'old');
      return execution;
    },
    ending: 'is restarted once',
  },
  {
    name: 'somebody else is updating the pipeline',
    arrange: ({ stacks, pipeline }) => {
      const execution = pipeline.begin('c1');
      stacks.beginUpdate(PIPELINE_STACK, 'old');
      return execution;
    },
    ending: 'is restarted once',
  },
  ...['cdk.deploy', 'cloudformation.DescribeChangeSet'].map((moment): Situation => ({
    name: `the pipeline changed, and somebody else deploys it right after ${moment}`,
    arrange: ({ stacks, pipeline, server }) => {
      changePipeline();
      let others = 1;
      server.onCall = (operation) => {
        if (operation === moment && others-- > 0) stacks.put(PIPELINE_STACK, 'of somebody else');
      };
      return pipeline.begin('c1');
    },
    ending: 'is restarted once',
  })),
  {
    name: 'the pipeline changed, and another tag of the commit was pushed before',
    arrange: ({ pipeline }) => {
      changePipeline();
      const execution = pipeline.begin('c1');
      pipeline.begin('c1');
      return execution;
    },
    ending: 'is restarted once',
  },
  {
    name: 'the pipeline changed, and a stage is being rolled back',
    arrange: ({ pipeline }) => {
      changePipeline();
      const execution = pipeline.begin('c1');
      pipeline.begin('c0', { type: 'ROLLBACK' });
      return execution;
    },
    ending: 'is restarted once',
  },
  {
    name: 'the pipeline changed, and a newer commit waits behind',
    arrange: ({ pipeline }) => {
      changePipeline();
      const execution = pipeline.begin('c1');
      pipeline.begin('c2');
      return execution;
    },
    ending: 'stops',
  },
  {
    name: 'the pipeline changed, and a tag was pushed whose commit is not known yet',
    arrange: ({ pipeline }) => {
      changePipeline();
      const execution = pipeline.begin('c1');
      pipeline.begin('c2', { hasSource: false });
      return execution;
    },
    ending: 'stops',
  },
  {
    name: 'the commit restarted the pipeline as often as it may',
    arrange: ({ pipeline }) => {
      changePipeline();
      pipeline.begin('c1', { status: 'Stopped' });
      const byCall = { trigger: 'StartPipelineExecution' } as const;
      pipeline.begin('c1', { ...byCall, status: 'Stopped' });
      pipeline.begin('c1', { ...byCall, status: 'Cancelled' });
      return pipeline.begin('c1', byCall);
    },
    ending: 'fails',
  },
];

function killed(at: number): Fault {
  return { at, kind: 'killed' };
}

const REFUSALS = [
  new Refusal('AccessDeniedException', 'not authorized'),
  new Refusal('ThrottlingException', 'Rate exceeded'),
];

/** Runs in this process, so that thousands of runs take seconds; other tests have the command on the PATH. */
const cli: Cli = {
  prepare: async ({ selector }, changeSetName) => {
    const options = `--app . --exclusively --method prepare-change-set --require-approval never --ci --no-notices`;
    const command = ['deploy', selector, ...options.split(' '), '--change-set-name', changeSetName];
    const answer = await fetch(`${installation.server.url}/cdk`, { method: 'POST', body: JSON.stringify(command) });
    if (!answer.ok) throw new Error('the command line failed');
  },
};

let states = 0;

/** Runs with each fault in turn and then without; returns how many calls the last run made. */
async function endUp(situation: Situation, faults: readonly Fault[]): Promise<number> {
  installation.reset();
  const execution = situation.arrange(installation);
  for (const fault of faults) await installation.rerun(execution, fault, { cli });
  const { exitCode } = await installation.rerun(execution, undefined, { cli });

  const restarts = installation.restartsOf(execution).length;
  expect([faults, endingOf(execution, exitCode, restarts)]).toEqual([faults, situation.ending]);
  const names = installation.settings.stacks.map(({ stackName }) => stackName);
  expect(names.map((name) => installation.stacks.templateOf(name))).toEqual(
    names.map((name) => installation.assembly('c1', name)),
  );
  states += 1;
  return installation.server.calls.length;
}

function endingOf({ status }: ScriptedExecution, exitCode: number, restarts: number): Ending | string {
  const ending = `${status}, exit code ${exitCode}, ${restarts} restarts`;
  const known: Readonly<Record<string, Ending>> = {
    'InProgress, exit code 0, 0 restarts': 'goes on',
    'Stopped, exit code 0, 1 restarts': 'is restarted once',
    'Cancelled, exit code 0, 1 restarts': 'is restarted once',
    'Stopped, exit code 0, 0 restarts': 'stops',
    'Failed, exit code 1, 0 restarts': 'fails',
  };
  return known[ending] ?? ending;
}

test.each(SITUATIONS)('an execution $ending when $name, also after it was killed anywhere', async (situation) => {
  const calls = await endUp(situation, []);

  for (let at = 1; at <= calls; at += 1) await endUp(situation, [killed(at)]);
});

test('a changed pipeline is restarted once, also after any call was refused or throttled', async () => {
  const calls = await endUp(CHANGED, []);

  for (let at = 1; at <= calls; at += 1) {
    for (const error of REFUSALS) await endUp(CHANGED, [{ at, kind: 'answered', error }]);
  }
});

test('a changed pipeline is restarted once, also after it was killed anywhere twice', async () => {
  const calls = await endUp(CHANGED, []);

  for (let first = 1; first <= calls; first += 1) {
    for (let second = 1; second <= calls; second += 1) await endUp(CHANGED, [killed(first), killed(second)]);
  }
});

test('together these are 391 states', () => {
  expect(states).toBe(391);
});
