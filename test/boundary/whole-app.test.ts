import { rmSync } from 'node:fs';
import { withoutAction } from './without-action';
import { synthesizedInstallation } from '../../scripts/made-up-installation';
import { readAssembly } from '../../src/boundary/assembly/read-assembly';
import { accountFor } from '../../src/boundary/boundary-source';
import { derive } from '../../src/boundary/derivation';
import { placedTemplates } from '../../src/boundary/placed-templates';
import { boundaryTables } from '../../src/boundary/tables';
import { analyse } from '../../src/core/boundary/analyse';
import { actionsOfIdentities, MANAGED_POLICY_CHARACTERS } from '../../src/core/boundary/boundary-figures';
import type { Need } from '../../src/core/boundary/need';
import { identitiesOf } from '../../src/core/boundary/needs/identities-of';
import { needsOf } from '../../src/core/boundary/needs/needs-of';
import { unmetNeeds } from '../../src/core/boundary/prove/needs/unmet-needs';
import { strippedActions } from '../../src/core/boundary/prove/workload/stripped-actions';

jest.setTimeout(300_000);

const tables = boundaryTables();
const installation = synthesizedInstallation();
const places = placedTemplates(readAssembly(installation.assembly).templates);

afterAll(() => rmSync(installation.assembly, { recursive: true, force: true }));

const ACCOUNTS = [
  { kind: 'an environment', place: installation.environment, deploysWithBootstrapRoles: false },
  { kind: 'the deploy account', place: installation.deployAccount, deploysWithBootstrapRoles: true },
];

/** Stacks ask for the same things again and again. */
function distinct(needs: readonly Need[]): Need[] {
  return [...new Map(needs.map((need) => [JSON.stringify([need.action, need.resource, need.context]), need])).values()];
}

type BoundaryResource = 'ExecutionBoundary' | 'WorkloadBoundary';

/** The template of a bootstrap, one of whose boundaries doesn't allow an action. */
function templateWithout(template: any, boundary: BoundaryResource, action: string): unknown {
  const { Resources: resources } = template;
  const { Properties: properties } = resources[boundary];
  const document = withoutAction(properties.PolicyDocument, action, tables.actions);
  const changed = { ...resources[boundary], Properties: { ...properties, PolicyDocument: document } };
  return { ...template, Resources: { ...resources, [boundary]: changed } };
}

describe.each(ACCOUNTS)('the boundaries of $kind', ({ place, deploysWithBootstrapRoles }) => {
  const placed = places.find((each) => each.place === place)!;
  const { bootstrap, boundaries } = derive(placed, {
    roleNamePrefixes: ['compact-connect-', 'CompactConnect-'],
    deploysWithBootstrapRoles,
  });
  const account = accountFor({ template: bootstrap.template }, placed, { deploysWithBootstrapRoles });
  const needs = distinct(needsOf(placed.templates, tables).needs);
  const { identities } = identitiesOf(placed.templates, tables);

  test.each(boundaries)(
    'the $boundary boundary is one policy that allows what is needed and nothing else',
    (figures) => {
      const { characters, neededActions, allowedActions, extraActions, fold } = figures;

      expect(characters).toBeLessThanOrEqual(MANAGED_POLICY_CHARACTERS);
      expect(extraActions).toEqual([]);
      expect(allowedActions).toBe(neededActions);
      expect(neededActions).toBeGreaterThan(60);
      expect(fold).toEqual({ characters: fold.lowerBound, lowerBound: fold.lowerBound, isLossless: true });
    },
  );

  test('nothing is missing, nothing is stripped, and nothing leads out', () => {
    const { findings, closedPaths } = analyse({ templates: placed.templates, account }, tables);

    expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    expect(closedPaths.length).toBeGreaterThan(20);
  });

  const accountWithout = (boundary: BoundaryResource, action: string) =>
    accountFor({ template: templateWithout(bootstrap.template, boundary, action) }, placed, {
      deploysWithBootstrapRoles,
    });

  test('without any one of the actions that CloudFormation needs, the check names that action and no other', () => {
    const actions = [...new Set(needs.map(({ action }) => action))].sort();
    const named = actions.map((action) => {
      const missed = unmetNeeds(needs, accountWithout('ExecutionBoundary', action)).map((finding) => finding.action);
      return [...new Set(missed)];
    });

    expect(named).toEqual(actions.map((action) => [action]));
    console.info(`${place}: ${named.length} of ${actions.length} removals from the execution boundary are named`);
  });

  test('without any one of the actions that roles use, the check names that action and no other', () => {
    const actions = [...actionsOfIdentities(identities, tables.actions)].sort();
    const before = new Set(strippedActions(identities, account, tables.actions).map(({ description }) => description));
    const named = actions.map((action) => {
      const findings = strippedActions(identities, accountWithout('WorkloadBoundary', action), tables.actions);
      const texts = findings.map(({ description }) => description).filter((text) => !before.has(text));
      return [...new Set(texts.flatMap((text) => text.match(/\b[a-z0-9-]+:[A-Z]\w+/g) ?? []))];
    });

    expect(named).toEqual(actions.map((action) => [action]));
    console.info(`${place}: ${named.length} of ${actions.length} removals from the workload boundary are named`);
  });
});
