import type { Step } from './scenario';
import type { Item } from '../../src/core/licensure/item';

const INTRODUCTION = `# Stored records

What one practitioner's records look like, from the first upload to a corrected social security number. \`npx projen
stored-records\` generates this page by running the rules on a made-up practitioner; a test holds every item against the
documented shapes of the reference system, field by field. All tables have a partition key \`pk\` and a sort key \`sk\`;
\`dateOfUpdate\` is the time of writing. String sets are shown as \`{"set": […]}\`.
`;

/** The page that shows what each step of a scenario wrote and published. */
export function storedRecordsDocument(steps: readonly Step[]): string {
  return [INTRODUCTION, ...steps.map(section)].join('\n');
}

function section({ title, explanation, written, events }: Step): string {
  return [
    `## ${title}`,
    '',
    explanation,
    '',
    ...lastWritten(written).flatMap((item) => [`\`${nameOf(item)}\`:`, '', block(item)]),
    ...events.flatMap(({ detailType, source, detail }) => [
      `Event \`${detailType}\` of \`${source}\`:`,
      '',
      block(detail),
    ]),
  ].join('\n');
}

/** Of an item that one step wrote several times the last form counts. */
function lastWritten(written: readonly Item[]): Item[] {
  return [...new Map(written.map((item) => [`${item.pk} ${item.sk}`, item])).values()];
}

function nameOf({ type, updateType }: Item): string {
  if (type === undefined) return 'SSN table';
  return updateType === undefined ? String(type) : `${type}, ${updateType}`;
}

function block(content: object): string {
  return ['```json', JSON.stringify(content, shown, 2), '```', ''].join('\n');
}

function shown(_key: string, value: unknown): unknown {
  if (value instanceof Set) return { set: [...value].sort() };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, content]) => content !== undefined);
  return Object.fromEntries(entries.sort(([left], [right]) => order(left) - order(right) || (left < right ? -1 : 1)));
}

/** Keys first, then what the record is, then its content by name. */
function order(name: string): number {
  const position = ['pk', 'sk', 'type', 'updateType'].indexOf(name);
  return position < 0 ? Number.MAX_SAFE_INTEGER : position;
}
