import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { runCommand } from './command';
import { Project } from './project';
import { TaggedPipeline } from '../../src/pipeline/tagged-pipeline';
import { TaggedPipelineStage } from '../../src/pipeline/tagged-pipeline-stage';
import { cdkJson } from '../config/files';
import { environmentFiles } from '../config/platform-files';

const ACCOUNT = '111100001111';
const REGION = 'us-east-2';
const ENTRY = resolve(__dirname, '../../cli/entry/compact-platform.ts');
const place = new Project();

beforeAll(() => {
  place.installCdk();
  const app = new App({ outdir: join(place.folder, 'cdk.out') });
  const stack = new Stack(app, 'Pipelines', { env: { account: ACCOUNT, region: REGION } });
  addPipeline(stack, 'test', 'lic-test-*', ['test']);
  addPipeline(stack, 'release', 'lic-prod-*', ['beta', 'prod']);
  addPipeline(stack, 'web', '{lic,web}-prod-*', ['live'], ['release']);
  app.synth();
  new App({ outdir: join(place.folder, 'empty') }).synth();
  cpSync(join(place.folder, 'cdk.out'), place.assembly, { recursive: true });
});

afterAll(() => place.remove());

function addPipeline(
  stack: Stack,
  pipelineName: string,
  tagPattern: string,
  environments: readonly string[],
  sharesTagsWith?: string[],
): void {
  const connectionArn = `arn:aws:codeconnections:${REGION}:${ACCOUNT}:connection/0a1b2c3d`;
  const source = { repository: 'example/licensure', connectionArn };
  const pipeline = new TaggedPipeline(stack, pipelineName, { source, pipelineName, sharesTagsWith });
  for (const name of environments) {
    const environment = { name, account: '444400004444', region: REGION };
    const stage = new TaggedPipelineStage(pipeline, name, { tagPattern, environment });
    new CfnOutput(new Stack(stage, 'Service'), 'Name', { value: name });
  }
}

async function plan(...parameters: string[]) {
  const { code, out, error } = await runCommand(['plan', ...parameters], place);
  // The columns of a table are as wide as their widest cell.
  return { code, error, out, lines: out.split('\n').map((line) => line.replace(/ {2,}/g, ' | ')) };
}

const ASSEMBLY = ['--assembly', 'cdk.out'];
const HEADINGS = 'PIPELINE | TRIGGER | STAGE | ACCOUNT | REGION | BEFORE | AFTER | ON FAILURE';
const TEST_ROW = 'test | lic-test-* | test | 444400004444 | us-east-2 | - | - | stop';
const RELEASE_ROWS = [
  'release | lic-prod-* | beta | 444400004444 | us-east-2 | - | - | stop',
  ' | prod | 444400004444 | us-east-2 | - | - | stop',
];
const WEB_ROW = 'web | {lic,web}-prod-* | live | 444400004444 | us-east-2 | - | - | stop';

test('a tag starts the pipeline of its pattern', async () => {
  expect(await plan('lic-test-2026.11.21', ...ASSEMBLY)).toMatchObject({
    code: 0,
    error: '',
    lines: ['the tag lic-test-2026.11.21 starts 1 pipeline', '', HEADINGS, TEST_ROW],
  });
});

test('a tag may start several pipelines', async () => {
  expect((await plan('lic-prod-1', ...ASSEMBLY)).lines).toEqual([
    'the tag lic-prod-1 starts 2 pipelines at the same time',
    '',
    HEADINGS,
    ...RELEASE_ROWS,
    WEB_ROW,
  ]);
});

test('a tag that starts nothing is told with the nearest pattern, and the answer is no', async () => {
  expect(await plan('lic-prd-1', ...ASSEMBLY)).toMatchObject({
    code: 1,
    error: '',
    lines: ['the tag lic-prd-1 starts nothing: the nearest pattern is lic-prod-* of the pipeline release'],
  });
});

test('without a tag, all pipelines are shown', async () => {
  expect(await plan(...ASSEMBLY)).toMatchObject({
    code: 0,
    error: '',
    lines: [HEADINGS, TEST_ROW, ...RELEASE_ROWS, WEB_ROW],
  });
});

test('other programs read JSON', async () => {
  const json = async (...parameters: string[]) => JSON.parse((await plan(...parameters, '--json')).out);

  expect(await json('lic-test-1', ...ASSEMBLY)).toMatchObject({ tag: 'lic-test-1', starts: [{ name: 'test' }] });
  expect(await json('lic-tst-1', ...ASSEMBLY)).toMatchObject({
    starts: [],
    nearest: { pattern: 'lic-test-*', pipeline: 'test' },
  });
  expect((await json(...ASSEMBLY)).map(({ name }: { name: string }) => name)).toEqual(['test', 'release', 'web']);
});

test('an app without pipelines is told', async () => {
  expect(await plan('lic-test-1', '--assembly', 'empty')).toMatchObject({
    code: 1,
    error: 'the app has no pipelines; name the app that has them with --app <app>',
  });
});

test.each([
  ['is not there', 'gone', {}],
  ['has no manifest', 'folder', { 'folder/file.txt': 'text' }],
  ['has a manifest that is no JSON', 'broken', { 'broken/manifest.json': 'text' }],
  ['was written by a later CDK', 'later', { 'later/manifest.json': { version: '9999.0.0' } }],
])('a folder that %s is no assembly, in one line', async (_, folder, files) => {
  place.write(files);

  const { code, error } = await plan('lic-test-1', '--assembly', folder);

  expect(code).toBe(1);
  expect(error.split('\n')).toHaveLength(1);
  expect(error).toContain(`${join(place.folder, folder)} is no cloud assembly: `);
  expect(error).toMatch(/; give the folder that cdk synth has written$/);
});

describe('without an assembly', () => {
  test('the app is synthesized, without the rules that templates are held to', async () => {
    place.write({ 'apps/deploy-account/cdk.json': {} });

    expect((await plan('lic-test-1')).lines).toContain(TEST_ROW);
    expect(place.cdkCalls.at(-1)).toEqual({
      parameters: ['synth', '--quiet', '--output', expect.any(String)],
      folder: join(place.folder, 'apps', 'deploy-account'),
      validation: 'false',
    });
  });

  test('what the CDK says does not mix with the plan', async () => {
    place.write({ 'cdk.json': {} });

    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', require.resolve('tsx'), ENTRY, 'plan', 'lic-test-1', '--json'],
      { cwd: place.folder, env: { ...process.env, CDK_STUB_TALKS: 'yes' } },
    );

    expect(JSON.parse(stdout).starts).toHaveLength(1);
    expect(stderr).toContain('NOTICES');
  });

  test('an app that does not synthesize has no plan', async () => {
    place.write({ 'cdk.json': {} });
    place.failAt(place.cdkCalls.length + 1);

    expect(await plan('lic-test-1')).toMatchObject({ code: 1, error: 'the app could not be synthesized: see above' });
  });
});

test('configuration files of CompactConnect say what a tag starts, and nothing is synthesized', async () => {
  const files = environmentFiles('beta', 'prod');
  const { context } = cdkJson();
  const tags = { ...context.tags, service: 'jcc' };
  place.write({ 'compact-connect.json': { context: { ...context, tags } }, ...files });
  const from = ['--cdk-json', 'compact-connect.json', '--config', ...Object.keys(files)];

  const { code, lines } = await plan('cc-prod-2026.11.21', ...from);

  expect(code).toBe(0);
  expect(lines.slice(3).map((line) => line.split(' | ').slice(0, 3))).toEqual([
    ['beta-compactConnect-backendPipeline', 'cc-prod-*', 'beta'],
    ['prod-compactConnect-backendPipeline', 'cc-prod-*', 'prod'],
  ]);
});

test('files in place of an app and an assembly at once are a mistake of the command line', async () => {
  const { code, error } = await plan('a-1', '--config', 'beta.json', ...ASSEMBLY);

  expect(code).toBe(2);
  expect(error).toContain("option '--config <file...>' cannot be used with option '--assembly <folder>'");
});
