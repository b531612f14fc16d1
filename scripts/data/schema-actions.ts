import { Normalisation, NORMALISATIONS } from './normalisations';
import type { SourceSchema } from './packages';
import { words } from './review';
import { WILDCARDS } from './wildcards';
import { Handler, HANDLERS } from '../../src/core/handler-permissions/type-needs';
import { ACCESS_LEVELS, ActionTable } from '../../src/core/iam/action-table';

/** The handlers that need an action, by the action's name. */
export type HandlersOfActions = ReadonlyMap<string, ReadonlySet<Handler>>;

/** A wildcard that allows nothing beyond this level is expanded. */
const READS = ACCESS_LEVELS.indexOf('Read');

/** Reads the permissions of schemas, and remembers which normalisations were of use. */
export class SchemaActions {
  private readonly used = new Set<Normalisation>();

  constructor(private readonly table: ActionTable) {}

  /** What a schema says, in the spelling of the action table. */
  of({ typeName, handlers = {}, tagging }: SourceSchema): HandlersOfActions {
    const result = new Map<string, Set<Handler>>();
    for (const handler of HANDLERS) {
      const entries = handler === 'tag' ? tagging?.permissions : handlers[handler]?.permissions;
      for (const action of (entries ?? []).flatMap((entry) => this.actionsOf(typeName, entry))) {
        result.set(action, (result.get(action) ?? new Set()).add(handler));
      }
    }
    return result;
  }

  /** Normalisations that no entry needs any more. */
  unused(): Normalisation[] {
    return [...NORMALISATIONS, ...WILDCARDS].filter((normalisation) => !this.used.has(normalisation));
  }

  private actionsOf(type: string, entry: string): string[] {
    const action = this.table.find(entry);
    if (action) return [action.name];
    const listed = [...WILDCARDS, ...NORMALISATIONS].find((normalisation) => {
      return normalisation.entry === entry && (normalisation.types?.includes(type) ?? true);
    });
    if (listed) {
      this.used.add(listed);
      return words(listed.actions).flatMap((pattern) => this.matching(pattern));
    }
    const matched = this.table.matching(entry);
    const harmless = matched.every(({ level }) => ACCESS_LEVELS.indexOf(level) <= READS);
    if (matched.length > 0 && harmless) return matched.map(({ name }) => name);
    throw new Error(
      matched.length > 0
        ? `${type} lists ${entry}, which allows more than reading: say in wildcards.ts what it stands for`
        : `${type} lists "${entry}", which is no action: say in normalisations.ts what it stands for`,
    );
  }

  private matching(pattern: string): string[] {
    const matched = this.table.matching(pattern).map(({ name }) => name);
    if (matched.length === 0) throw new Error(`a normalisation gives ${pattern}, which is no action: correct it`);
    return matched;
  }
}
