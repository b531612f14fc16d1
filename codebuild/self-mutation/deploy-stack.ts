import { verdictOn } from './change-set';
import type { ChangeSet, DeployedStack, Ports } from './ports';
import type { SelfMutationStack } from '../../src/core/contracts/self-mutation';

/** Several pipelines may deploy the same stack at once; after so many overtaken change sets a person should look. */
const ATTEMPTS = 3;

/** One hour at five seconds a look: CloudFormation gives up on most resources before. */
const LOOKS = 720;

const DEPLOYED = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'];

/** Brings a stack to what the cloud assembly says; throws with the reasons when that fails. */
export async function deployStack(ports: Ports, stack: SelfMutationStack, changeSetName: string): Promise<void> {
  const deployed = ports.stackOf(stack);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await stableStatus(ports, stack, deployed);
    await ports.cli.prepare(stack, changeSetName);
    const changeSet = await deployed.changeSet(changeSetName);
    if (changeSet && (await carryOut(ports, stack, deployed, changeSet)) === 'done') return;
    ports.say(`stack ${stack.stackName}: somebody else deployed it meanwhile; looking again`);
  }
  throw new Error(
    `stack ${stack.stackName} was deployed by somebody else ${ATTEMPTS} times in a row; find out who deploys it, then retry this action`,
  );
}

async function carryOut(
  ports: Ports,
  stack: SelfMutationStack,
  deployed: DeployedStack,
  changeSet: ChangeSet,
): Promise<'done' | 'overtaken'> {
  const { stackName } = stack;
  switch (verdictOn(changeSet)) {
    case 'noChanges':
      ports.say(`stack ${stackName}: nothing changes`);
      await deployed.discard(changeSet.id);
      return 'done';
    case 'outdated':
      return 'overtaken';
    case 'failed':
      throw new Error(
        `stack ${stackName} can't be deployed: its change set is ${changeSet.status}: ${changeSet.statusReason}`,
      );
    case 'changes':
      ports.say([`stack ${stackName}: deploying`, ...changeSet.changes].join('\n  '));
      if ((await deployed.execute(changeSet.id, tokenOf(changeSet))) === 'outdated') return 'overtaken';
      await awaitSuccess(ports, stack, deployed, changeSet);
      return 'done';
  }
}

async function awaitSuccess(
  ports: Ports,
  stack: SelfMutationStack,
  deployed: DeployedStack,
  changeSet: ChangeSet,
): Promise<void> {
  const status = await stableStatus(ports, stack, deployed);
  if (!DEPLOYED.includes(status)) {
    const reasons = await deployed.failures(tokenOf(changeSet));
    throw new Error([`the deployment of stack ${stack.stackName} failed, it is ${status}:`, ...reasons].join('\n  '));
  }
  ports.say(`stack ${stack.stackName}: ${status}`);
}

/** CloudFormation takes no change set while a deployment runs, such as that of another pipeline or of a killed run. */
async function stableStatus(
  { pause, say }: Ports,
  { stackName }: SelfMutationStack,
  deployed: DeployedStack,
): Promise<string> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const status = (await deployed.status()) ?? 'absent';
    if (status === 'REVIEW_IN_PROGRESS' || !status.endsWith('_IN_PROGRESS')) return status;
    if (look === 1) say(`stack ${stackName}: waiting, it is ${status}`);
    await pause();
  }
  throw new Error(
    `stack ${stackName} did not become stable; look at its events in CloudFormation, then retry this action`,
  );
}

/** Unlike its name, the last part of a change set's id is never used twice, so a repeated run isn't taken for the first. */
function tokenOf({ id }: ChangeSet): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
