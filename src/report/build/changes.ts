import { compareTexts, without } from './order';
import type { RoleRights } from './role-rights';
import { MOST_NAMES } from './roles';
import { actionDifference } from '../../core/boundary/action-difference';
import type { ActionTable } from '../../core/iam/action-table';
import type { ResourceFacts, StackFacts } from '../assembly/assembly-facts';
import type { ReportedFinding, SecurityReport } from '../model';
import type { ItemChanges, ReportChanges, ResourceTypeChange, RoleAccessChange } from '../model-changes';
import { acknowledgementText, findingText } from '../wording/items';

/** One of the assemblies that are compared. */
export interface ComparedAssembly {
  readonly report: SecurityReport;
  readonly stacks: readonly StackFacts[];
  readonly rights: readonly RoleRights[];
}

/** What is different from an earlier assembly, which is called `since`. */
export function reportChanges(
  since: string,
  before: ComparedAssembly,
  after: ComparedAssembly,
  table: ActionTable,
): ReportChanges {
  const items = (namesOf: (report: SecurityReport) => readonly string[]): ItemChanges => ({
    added: without(namesOf(after.report), namesOf(before.report)),
    removed: without(namesOf(before.report), namesOf(after.report)),
  });
  return {
    since,
    stacks: items(({ stacks }) => stacks.map(({ path }) => path)),
    resources: resourceChanges(before.stacks, after.stacks),
    findings: items(({ findings }) => findings.map(findingText)),
    acknowledgedFindings: acknowledgedSince(before.report, after.report),
    acknowledgements: items(({ acknowledgements }) => acknowledgements.map(acknowledgementText)),
    roles: items(({ roles }) => roles.map(({ id }) => id)),
    access: accessChanges(before.rights, after.rights, table),
    trust: items(trustTexts),
    gaps: before.report.gaps,
  };
}

function acknowledgedSince(before: SecurityReport, after: SecurityReport): string[] {
  const isOpen = ({ acknowledgement }: ReportedFinding) => acknowledgement === undefined;
  const wereOpen = new Set(before.findings.filter(isOpen).map(({ id }) => id));
  return after.findings.filter((finding) => !isOpen(finding) && wereOpen.has(finding.id)).map(findingText);
}

function trustTexts({ trust: { nodes, edges } }: SecurityReport): string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return edges.map(({ from, to }) => `${labels.get(from)} → ${labels.get(to)}`);
}

function resourceChanges(before: readonly StackFacts[], after: readonly StackFacts[]): ResourceTypeChange[] {
  const old = resourcesByKey(before);
  const present = resourcesByKey(after);
  const changes = new Map<string, { added: number; removed: number; changed: number }>();
  const count = (type: string, kind: 'added' | 'removed' | 'changed') => {
    const counts = changes.get(type) ?? { added: 0, removed: 0, changed: 0 };
    counts[kind] += 1;
    changes.set(type, counts);
  };
  for (const [key, { type, digest }] of present) {
    const earlier = old.get(key);
    if (earlier === undefined) count(type, 'added');
    else if (earlier.digest !== digest) count(type, 'changed');
  }
  for (const [key, { type }] of old) if (!present.has(key)) count(type, 'removed');
  return [...changes].sort(([one], [other]) => compareTexts(one, other)).map(([type, counts]) => ({ type, ...counts }));
}

/** A resource whose type changed is another resource. */
function resourcesByKey(stacks: readonly StackFacts[]): Map<string, ResourceFacts> {
  return new Map(
    stacks.flatMap(({ path, resources }) =>
      resources.map((resource) => [JSON.stringify([path, resource.logicalId, resource.type]), resource] as const),
    ),
  );
}

function accessChanges(
  before: readonly RoleRights[],
  after: readonly RoleRights[],
  table: ActionTable,
): RoleAccessChange[] {
  const names = (all: readonly RoleRights[], id: string) =>
    all.find((rights) => rights.id === id)?.actions.keys() ?? [];
  const roles = [...new Set([...before, ...after].map(({ id }) => id))].sort(compareTexts);
  return roles.flatMap((role) => {
    const { gained, lost } = actionDifference(names(before, role), names(after, role), table);
    const levels = [...new Set([...gained, ...lost].map(({ level }) => level))];
    return levels.map((level) => {
      const gainedOfLevel = gained.find((group) => group.level === level)?.actions ?? [];
      const lostOfLevel = lost.find((group) => group.level === level)?.actions ?? [];
      return {
        role,
        level,
        gained: gainedOfLevel.slice(0, MOST_NAMES),
        lost: lostOfLevel.slice(0, MOST_NAMES),
        gainedCount: gainedOfLevel.length,
        lostCount: lostOfLevel.length,
      };
    });
  });
}
