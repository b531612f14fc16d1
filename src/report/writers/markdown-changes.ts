import { mdCode, mdList, mdTable, mdText } from './markdown-text';
import type { SecurityReport } from '../model';
import type { ItemChanges, ReportChanges } from '../model-changes';

/** What is different from the earlier assembly; nothing when there is none to compare with. */
export function changeLines({ changes }: SecurityReport, limit: number): string[] {
  if (changes === undefined) return [];
  const parts = [
    ...itemLines('Stacks', changes.stacks, limit),
    ...resourceLines(changes, limit),
    ...itemLines('Findings', changes.findings, limit),
    ...listLines('Findings acknowledged since', changes.acknowledgedFindings.map(mdCode), limit),
    ...itemLines('Acknowledgements', changes.acknowledgements, limit),
    ...itemLines('Roles', changes.roles, limit),
    ...accessLines(changes, limit),
    ...itemLines('Who may take on which role', changes.trust, limit),
  ];
  return [
    `Compared with ${mdCode(changes.since)}.`,
    '',
    ...listLines('What could not be read there', changes.gaps.map(mdText), limit),
    ...(parts.length > 0 ? parts : ['Nothing changed.', '']),
  ];
}

function listLines(heading: string, items: readonly string[], limit: number): string[] {
  return items.length === 0 ? [] : [`**${heading}**`, '', ...mdList(items, limit), ''];
}

function itemLines(heading: string, { added, removed }: ItemChanges, limit: number): string[] {
  const items = [...added.map((item) => `new: ${mdCode(item)}`), ...removed.map((item) => `gone: ${mdCode(item)}`)];
  return listLines(heading, items, limit);
}

function resourceLines({ resources }: ReportChanges, limit: number): string[] {
  return mdTable(
    ['Resources', 'New', 'Gone', 'Changed'],
    resources.map(({ type, added, removed, changed }) => [
      mdCode(type),
      String(added),
      String(removed),
      String(changed),
    ]),
    limit,
  );
}

function accessLines({ access }: ReportChanges, limit: number): string[] {
  const names = (list: readonly string[], count: number) =>
    [...list.map(mdCode), ...(count > list.length ? [`and ${count - list.length} more`] : [])].join(' ');
  return mdTable(
    ['Role', 'Access level', 'Gained', 'Lost'],
    access.map(({ role, level, gained, lost, gainedCount, lostCount }) => [
      mdCode(role),
      level,
      names(gained, gainedCount),
      names(lost, lostCount),
    ]),
    limit,
  );
}
