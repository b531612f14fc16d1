import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { AssemblyStack } from '../../../local/assembly/manifest';
import { deployStack } from '../../../local/deploy/stacks';
import { fakeClient } from '../fake-client';

const stack: AssemblyStack = {
  id: 'Data',
  name: 'sample-data',
  account: '111122223333',
  region: 'us-east-1',
  folder: '/out',
  templateFile: '/out/data.template.json',
  templateUrl: 's3://staging/hash.json',
  tags: { Project: 'sample' },
  parameters: { Size: '2' },
  constructPaths: {},
  files: [],
};
const ENDPOINT = 'https://127.0.0.1:5000';

/** Statuses that CloudFormation reports one after the other; the last one stays. */
function reporting(...statuses: (string | Error)[]) {
  return () => {
    const status = statuses.length > 1 ? statuses.shift()! : statuses[0];
    if (status instanceof Error) throw status;
    return { Stacks: [{ StackStatus: status }] };
  };
}

const missing = new Error('Stack with id sample-data does not exist');
const deploy = async (answers: Parameters<typeof fakeClient>[0]) => {
  const { client, calls, commands } = fakeClient<CloudFormationClient>(answers);
  await deployStack(client, stack, ENDPOINT);
  return { calls, commands };
};

describe('deploying a stack', () => {
  test('that does not exist creates it from the uploaded template and waits for it', async () => {
    const { calls, commands } = await deploy({
      DescribeStacksCommand: reporting(missing, 'CREATE_IN_PROGRESS', 'CREATE_COMPLETE'),
    });

    expect(commands()).toEqual([
      'DescribeStacksCommand',
      'CreateStackCommand',
      'DescribeStacksCommand',
      'DescribeStacksCommand',
    ]);
    expect(calls[1].input).toMatchObject({
      StackName: 'sample-data',
      TemplateURL: 'https://127.0.0.1:5000/staging/hash.json',
      Parameters: [{ ParameterKey: 'Size', ParameterValue: '2' }],
      Tags: [{ Key: 'Project', Value: 'sample' }],
    });
  });

  test('that exists updates it', async () => {
    const { commands } = await deploy({ DescribeStacksCommand: reporting('CREATE_COMPLETE', 'UPDATE_COMPLETE') });

    expect(commands()).toContain('UpdateStackCommand');
  });

  test('that is current already leaves it', async () => {
    const nothing = () => {
      throw new Error('No updates are to be performed.');
    };

    await expect(
      deploy({ DescribeStacksCommand: reporting('CREATE_COMPLETE'), UpdateStackCommand: nothing }),
    ).resolves.toBeDefined();
  });

  test('with types that the emulator does not know names them and what to do', async () => {
    const unknown = () => {
      throw new Error('Template format error: Unrecognized resource types: [AWS::New::Thing, AWS::New::Other]');
    };

    await expect(deploy({ DescribeStacksCommand: reporting(missing), CreateStackCommand: unknown })).rejects.toThrow(
      'stack sample-data has resource types that the emulator does not know (AWS::New::Thing, AWS::New::Other): add a rule for each to local/assembly/rules.ts that says why the local run can do without',
    );
  });

  test('that fails names the resource that failed first', async () => {
    const failed = (LogicalResourceId: string, ResourceStatusReason: string) => ({
      LogicalResourceId,
      ResourceType: 'AWS::SQS::Queue',
      ResourceStatus: 'CREATE_FAILED',
      ResourceStatusReason,
    });
    const StackEvents = [failed('Other', 'Resource creation cancelled'), failed('Queue', 'Invalid value')];

    await expect(
      deploy({
        DescribeStacksCommand: reporting(missing, 'ROLLBACK_COMPLETE'),
        DescribeStackEventsCommand: () => ({ StackEvents }),
      }),
    ).rejects.toThrow('stack sample-data could not be created: Queue (AWS::SQS::Queue): Invalid value');
  });
});
