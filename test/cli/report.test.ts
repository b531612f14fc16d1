import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { runCommand } from './command';
import { Project } from './project';
import { appWithFindings, synthesizeInto } from '../report/synthesized-app';

const place = new Project();
const TODAY = ['--today', '2026-05-15'];

beforeAll(() => {
  synthesize('cdk.out', appWithFindings);
  synthesize('old', (app) => new Queue(new Stack(app, 'Deploy'), 'OtherQueue'));
});

afterAll(() => place.remove());

function synthesize(folder: string, make: (app: App) => void): void {
  synthesizeInto(join(place.folder, folder), make);
}

function report(...parameters: string[]) {
  return runCommand(['report', ...parameters], place);
}

test('without options, a page for people is written to report.html', async () => {
  expect(await report('cdk.out')).toEqual({ code: 0, out: 'wrote report.html', error: '' });
  expect(readFileSync(join(place.folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>.*<h1>cdk\.out<\/h1>/s);

  rmSync(join(place.folder, 'report.html'));
});

test('other programs read JSON from standard output', async () => {
  const { code, out, error } = await report('cdk.out', '--format', 'json', '--title', 'Licensure', ...TODAY);

  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(JSON.parse(out)).toMatchObject({
    title: 'Licensure',
    today: '2026-05-15',
    generator: { name: 'cdk-compact-platform' },
    gaps: [],
    summary: { stacks: 2, openFindings: { error: 2 }, acknowledgedFindings: 2 },
    roles: [{ name: 'Deploy/Role/Resource' }, { name: 'Prod/Data/Role/Resource' }],
    boundaries: { analysed: [], notAnalysed: ['111100001111/us-east-2', '222200002222/us-east-1'] },
  });
});

test.each([
  ['md', /^# Security report: cdk\.out\n/],
  ['sarif', /"version": "2\.1\.0"/],
])('%s goes to the file that is named', async (format, content) => {
  const file = `report.${format}`;

  expect(await report('cdk.out', '--format', format, '--output', file)).toMatchObject({
    code: 0,
    out: `wrote ${file}`,
  });
  expect(readFileSync(join(place.folder, file), 'utf8')).toMatch(content);
});

test('what changed since an earlier assembly is told', async () => {
  const { out } = await report('cdk.out', '--since', 'old', '--format', 'json');

  expect(JSON.parse(out).changes).toMatchObject({
    since: 'old',
    stacks: { added: ['Prod/Data'], removed: [] },
    resources: [
      { type: 'AWS::IAM::Role', added: 2, removed: 0, changed: 0 },
      { type: 'AWS::SQS::Queue', added: 2, removed: 1, changed: 0 },
    ],
  });
});

test.each<[string, string[]]>([
  ['the assembly', ['gone']],
  ['the earlier assembly', ['cdk.out', '--since', 'gone']],
])('%s that is not there is told in one line, and nothing is written', async (_, parameters) => {
  const { code, out, error } = await report(...parameters, '--format', 'json');

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(error).toMatch(/^gone can't be read as a cloud assembly: .*; synthesize the app anew$/);
});

test('a file of a template that is broken is a gap of the report', async () => {
  synthesize('broken', (app) => new Stack(app, 'Deploy'));
  place.write({ 'broken/Deploy.template.json': '{"Resources": {' });

  const { code, out } = await report('broken', '--format', 'json');

  expect(code).toBe(0);
  expect(JSON.parse(out).gaps).toContainEqual(
    expect.stringMatching(/^the template Deploy\.template\.json can't be read/),
  );
});

test.each([
  ['2026-02-30', '2026-13-01'],
  ['15.05.2026', 'today'],
])('%s and %s are no days', async (...days) => {
  for (const day of days) {
    const { code, error } = await report('cdk.out', '--today', day);

    expect(code).toBe(2);
    expect(error).toContain('Write a day as YYYY-MM-DD.');
  }
});
