import { Pipeline, TABLES } from './pipeline';
import { canonicalJson } from '../../../src/core/iam/canonical-json';

/**
 * What a run leaves, without what may differ: instants, ids of new providers, and how often an event was published, or
 * came to nothing.
 */
export interface Outcome {
  readonly records: readonly string[];
  readonly numbers: readonly string[];
  readonly events: readonly string[];
  /** Uploads that were not read to their end. */
  readonly files: readonly string[];
  readonly documents: readonly string[];
  readonly deadLetters: readonly string[];
}

export function outcomeOf({ tables, bus, files, documents, queues }: Pipeline): Outcome {
  const numbers = tables.items(TABLES.ssn);
  const names = new Map(numbers.map(({ providerId, ssn }) => [String(providerId), `provider of ${ssn}`]));
  const deadLetters = Object.values(queues).flatMap((queue) => queue.deadLetters);
  return {
    records: comparable(tables.items(TABLES.provider), names),
    numbers: comparable(numbers, names),
    events: [...new Set(comparable(bus.published, names))],
    files: [...files.objects.keys()],
    documents: comparable([...documents.objects.entries()], names),
    deadLetters: [
      ...new Set(
        comparable(
          deadLetters.map((body) => JSON.parse(body)),
          names,
        ),
      ),
    ],
  };
}

/** Values as texts, in an order of their own, with names in the place of ids. */
export function comparable(values: readonly unknown[], names: ReadonlyMap<string, string> = new Map()): string[] {
  return values.map((value) => textOf(value, names)).sort();
}

function textOf(value: unknown, names: ReadonlyMap<string, string>): string {
  const plain = JSON.parse(JSON.stringify(value, (_, part) => (part instanceof Set ? [...part].sort() : part)));
  const named = [...names].reduce((text, [id, name]) => text.replaceAll(id, name), canonicalJson(plain, Infinity));
  return withoutInstants(named);
}

/** Keys of update records hold an instant and a hash of instants. */
function withoutInstants(json: string): string {
  return json
    .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00(\/[0-9a-f]{32})?/g, 'then')
    .replaceAll(/TIME#\d+/g, 'TIME#then');
}
