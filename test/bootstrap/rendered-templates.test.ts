import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { movesOf, upstreamShape } from '../../scripts/bootstrap-content/upstream-shape';
import { lintTemplates } from '../../scripts/lint-templates';
import { bootstraps, TEMPLATE_FOLDER, UPSTREAM_SHAPE } from '../../scripts/render-bootstrap-templates';
import { longestPolicy, MANAGED_POLICY_CHARACTERS, TEMPLATE_BODY_CHARACTERS } from '../../src/bootstrap/limits';
import { templateYaml } from '../../src/bootstrap/template-yaml';
import { upstreamTemplate } from '../../src/bootstrap/upstream-template';

// The first run on a machine installs cfn-lint.
jest.setTimeout(180_000);

const rendered = bootstraps();
const files = Object.entries(rendered);
const committed = (file: string) => readFileSync(join(TEMPLATE_FOLDER, file), 'utf8');

test('there is one template for each kind of account', () => {
  expect(readdirSync(TEMPLATE_FOLDER).filter((file) => file.endsWith('.yaml'))).toEqual(Object.keys(rendered).sort());
});

test('upstream is what it was when the templates were rendered; else: npx tsx scripts/render-bootstrap-templates.ts', () => {
  const before = JSON.parse(readFileSync(UPSTREAM_SHAPE, 'utf8'));

  expect(movesOf(before, upstreamShape(Object.values(rendered)))).toEqual([]);
});

test('what has moved upstream is said in words', () => {
  const before = upstreamShape(Object.values(rendered));
  const { LookupRole: gone, ...others } = before.resources;
  const place = 'Parameters.BootstrapVariant.Default';
  const after = {
    ...before,
    conditions: [...before.conditions, 'HasMore'],
    resources: { ...others, StagingBucket: 'AWS::S3::Other' },
    places: { ...before.places, [place]: 'Another' },
  };

  expect(gone).toBe('AWS::IAM::Role');
  expect(movesOf(before, after)).toEqual([
    'condition HasMore is new',
    'resource LookupRole is gone',
    'resource StagingBucket was "AWS::S3::Bucket" and is "AWS::S3::Other"',
    `place that the overlay changes ${place} was "AWS CDK: Default Resources" and is "Another"`,
  ]);
});

/** Paths at which two values differ; of what only one of them has, the path itself. */
function differences(one: any, other: any, path = ''): string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (Object(one) !== one || Object(other) !== other || Array.isArray(one) !== Array.isArray(other)) return [path];
  if (Array.isArray(one) && one.length !== other.length) return [path];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const step = (key: string) => (Array.isArray(one) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
  return keys.flatMap((key) =>
    key in one && key in other ? differences(one[key], other[key], step(key)) : [step(key)],
  );
}

describe.each(files)('%s', (file, bootstrap) => {
  test('is what the library renders', () => {
    expect(committed(file)).toBe(bootstrap.toYaml());
  });

  test('differs from upstream in the declared places and in nothing else', () => {
    const places = bootstrap.changes().flatMap((change) => change.places);
    const found = differences(upstreamTemplate().template, bootstrap.template);

    const undeclared = found.filter(
      (path) => !places.some((place) => path.startsWith(place) || place.startsWith(path)),
    );
    const idle = places.filter((place) => !found.some((path) => path.startsWith(place) || place.startsWith(path)));
    expect({ undeclared, idle }).toEqual({ undeclared: [], idle: [] });
    expect(found.length).toBeGreaterThan(15);
  });

  test('can be sent without a bucket, with margin', () => {
    expect(templateYaml(bootstrap.template).length).toBeLessThan(0.9 * TEMPLATE_BODY_CHARACTERS);
  });

  test.each(['ExecutionBoundary', 'WorkloadBoundary', 'DeploymentBoundary'])(
    '%s fits into a managed policy, with margin',
    (id) => {
      const document = bootstrap.template.Resources[id].Properties.PolicyDocument;

      expect(longestPolicy(document)).toBeLessThan(0.9 * MANAGED_POLICY_CHARACTERS);
    },
  );
});

test('cfn-lint finds nothing that it does not find in upstream', async () => {
  expect(await lintTemplates(files.map(([file]) => join(TEMPLATE_FOLDER, file)))).toEqual([]);
});

/** What the CDK's own engine finds in a template that is included into a stack. */
function findingsOf(template: unknown, folder: string): string[] {
  const outdir = mkdtempSync(join(folder, 'cdk.out-'));
  const templateFile = join(outdir, 'template.json');
  writeFileSync(templateFile, JSON.stringify(template));
  const app = new App({ outdir, context: { '@aws-cdk/core:validateAgainstDefaultRules': true } });
  new CfnInclude(new Stack(app, 'Bootstrap'), 'Template', { templateFile });
  // Findings make the synthesis fail; they are in the report then.
  expect(() => app.synth()).toThrow(/Validation failed|validation/i);
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  return pluginReports.flatMap(({ violations }: any) =>
    violations.map(({ ruleName, description }: any) => `${ruleName} ${description}`),
  );
}

describe('the validation engine of the CDK', () => {
  const switchedOff = process.env.CDK_VALIDATION;
  let folder: string;
  let upstream: string[];

  beforeAll(() => {
    delete process.env.CDK_VALIDATION;
    folder = mkdtempSync(join(tmpdir(), 'validation-'));
    jest.spyOn(console, 'error').mockImplementation();
    jest.spyOn(console, 'log').mockImplementation();
    upstream = findingsOf(upstreamTemplate().template, folder);
  });

  afterAll(() => {
    process.env.CDK_VALIDATION = switchedOff;
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  test.each(files)('finds nothing in %s that it does not find in upstream', (_, bootstrap) => {
    expect(findingsOf(bootstrap.template, folder).filter((finding) => !upstream.includes(finding))).toEqual([]);
  });
});
