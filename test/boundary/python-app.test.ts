import { join } from 'node:path';
import { readAssembly } from '../../src/boundary/assembly/read-assembly';
import { accountFor } from '../../src/boundary/boundary-source';
import { derive } from '../../src/boundary/derivation';
import { placedTemplates } from '../../src/boundary/placed-templates';
import { boundaryTables } from '../../src/boundary/tables';
import { analyse } from '../../src/core/boundary/analyse';
import type { DeployedTemplate } from '../../src/core/boundary/deployed-template';

// A plain CDK app of another team, in Python; `npx projen fixtures` synthesizes it again.
const ASSEMBLY = join(__dirname, '..', 'fixtures', 'python-app', 'assembly');
const WORKLOAD_BOUNDARY = 'arn:aws:iam::555555555555:policy/cdk-hnb659fds-workload-boundary-555555555555-eu-central-1';

jest.setTimeout(120_000);

const tables = boundaryTables();
const { templates, problems } = readAssembly(ASSEMBLY);
const [placed] = placedTemplates(templates);
const { bootstrap, boundaries } = derive(placed, { roleNamePrefixes: ['field-'] });
const account = accountFor({ template: bootstrap.template }, placed, { holdsOtherPrograms: false });
const findingsOf = (checked: readonly DeployedTemplate[]) => analyse({ templates: checked, account }, tables).findings;

function resourcesIn({ template, nested = {} }: DeployedTemplate): any[] {
  const own = Object.values((template as any).Resources);
  return [...own, ...Object.values(nested).flatMap(resourcesIn)];
}

/** As if the app had given its roles the boundary: in Python, `PermissionsBoundary.of(app).apply(...)`. */
function withBoundaries(template: DeployedTemplate): DeployedTemplate {
  const copy = structuredClone(template);
  for (const { Type: type, Properties: properties } of resourcesIn(copy)) {
    if (type === 'AWS::IAM::Role') properties.PermissionsBoundary = WORKLOAD_BOUNDARY;
  }
  return copy;
}

test('the app has stacks, a nested stack, and more than thirty types that we use nowhere', () => {
  const types = new Set(templates.flatMap(resourcesIn).map(({ Type: type }) => type));

  expect(problems).toEqual([]);
  expect(templates.map(({ name }) => name)).toEqual(['field-network', 'field-service']);
  expect(types.size).toBeGreaterThan(50);
});

test('its boundaries fit and allow exactly what it needs, and putting the boundary on its roles', () => {
  expect(boundaries.map(({ boundary, extraActions }) => ({ boundary, extraActions }))).toEqual([
    { boundary: 'execution', extraActions: [expect.objectContaining({ action: 'iam:PutRolePermissionsBoundary' })] },
    { boundary: 'workload', extraActions: [] },
  ]);
  expect(boundaries.every(({ characters, limit }) => characters <= limit)).toBe(true);
  expect(boundaries[0].neededActions).toBeGreaterThan(400);
});

test('its roles, which carry no boundary, are all that a deployment would fail for', () => {
  const errors = findingsOf(placed.templates).filter(({ severity }) => severity !== 'warning');

  expect(new Set(errors.map(({ resourceType }) => resourceType))).toEqual(
    new Set(['AWS::IAM::Role', 'AWS::IAM::Policy']),
  );
  expect(errors.filter(({ rule }) => rule === 'RolesCarryWorkloadBoundary')).toHaveLength(4);
  expect(new Set(errors.map(({ action }) => action))).toEqual(
    new Set([
      undefined,
      'iam:AttachRolePolicy',
      'iam:CreateRole',
      'iam:DeleteRolePolicy',
      'iam:DetachRolePolicy',
      'iam:PutRolePolicy',
    ]),
  );
});

test('with the boundary on its roles nothing is missing; which roles some types pass on, nobody knows', () => {
  const findings = findingsOf(placed.templates.map(withBoundaries));

  expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  expect(new Set(findings.map(({ action }) => action))).toEqual(new Set(['iam:PassRole']));
});
