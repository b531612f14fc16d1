import { runCommand } from './command';
import { Project } from './project';
import { CDK_CLI_VERSION } from '../../src/pipeline/cli-version';

const REMEDY = `install it in the project: npm install --save-dev aws-cdk@${CDK_CLI_VERSION}`;
let project: Project;

beforeEach(() => {
  project = new Project();
  project.write({ 'cdk.json': {} });
});

afterEach(() => project.remove());

function command(...parameters: string[]) {
  return runCommand(parameters, project);
}

test.each(['synth', 'diff', 'deploy', 'destroy'])(
  '%s runs the CDK of the project in the folder of the app',
  async (name) => {
    project.write({ 'apps/sandbox/cdk.json': {} });
    project.installCdk();

    expect(await command(name, 'sandbox', 'ana', 'Backend', '--verbose', '--version')).toMatchObject({ code: 0 });

    const [{ parameters, folder }] = project.cdkCalls;
    expect(parameters).toEqual([name, '--context', 'environment=ana', 'Backend', '--verbose', '--version']);
    expect(folder).toBe(`${project.folder}/apps/sandbox`);
  },
);

test('a CDK that fails is a failure, whatever its exit code', async () => {
  project.installCdk();
  project.failAt(1);

  expect(await command('diff')).toEqual({ code: 1, out: '', error: '' });
});

test('without the CDK, the pinned version is asked for', async () => {
  expect(await command('synth')).toEqual({
    code: 1,
    out: '',
    error: `the CDK CLI (package aws-cdk) was not found from ${project.folder}; ${REMEDY}`,
  });
});

test('with another version of the CDK, the pinned one is asked for', async () => {
  project.installCdk('3.0.0');

  expect(await command('synth')).toEqual({
    code: 1,
    out: '',
    error: `the project has version 3.0.0 of aws-cdk, but ${CDK_CLI_VERSION} is needed; ${REMEDY}`,
  });
  expect(project.cdkCalls).toEqual([]);
});
