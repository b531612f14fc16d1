import { UsageError } from './exit-codes';
import { useOneOf } from '../src/config/problem';
import type { ActionFacts, ActionTable } from '../src/core/iam/action-table';
import type { PartialText } from '../src/core/iam/partial-text';
import type { RequestContext } from '../src/core/iam/request';
import { literalText } from '../src/core/iam/text-matching';

/** Whether a role would be allowed an action on a resource, as asked on a command line. */
export interface QuestionOptions {
  /** Logical id, construct path, name or ARN of a role or user; `execution` for the role that deploys. */
  readonly role: string;
  readonly action: string;
  /** ARN, with wildcards and with references as in `Fn::Sub`; any resource when missing. */
  readonly resource?: string;
  /** `key=value`; a key may stand several times. */
  readonly context?: readonly string[];
  /** Condition keys that the request doesn't carry. */
  readonly without?: readonly string[];
}

/** The same, checked. */
export interface Question extends Pick<QuestionOptions, 'role' | 'resource'> {
  readonly action: ActionFacts;
  readonly context: RequestContext;
}

/** @throws UsageError for what can't be asked */
export function readQuestion(options: QuestionOptions, table: ActionTable): Question {
  const { role, action, resource } = options;
  return { role, resource, action: knownAction(action, table), context: contextOf(options) };
}

function knownAction(action: string, table: ActionTable): ActionFacts {
  const found = table.find(action);
  if (found !== undefined) return found;
  const service = table.services.find((each) => action.toLowerCase().startsWith(`${each}:`));
  const actions = service === undefined ? [] : table.actionsOf(service).map(({ name }) => name);
  const remedy = actions.length > 0 ? useOneOf(actions, action) : 'write one such as dynamodb:GetItem';
  throw new UsageError(`--action has "${action}", which IAM did not know on ${table.provenance.date}; ${remedy}`);
}

function contextOf({ context = [], without = [] }: QuestionOptions): RequestContext {
  const values = new Map<string, readonly PartialText[]>();
  for (const [key, value] of pairsOf(context)) values.set(key, [...(values.get(key) ?? []), literalText(value)]);
  const absent = without.map((key) => key.toLowerCase());
  const both = absent.filter((key) => values.has(key));
  if (both.length > 0) {
    throw new UsageError(`${both.join(', ')} stands in --context and in --without: give one of the two`);
  }
  return { ...Object.fromEntries(values), ...Object.fromEntries(absent.map((key) => [key, 'absent'] as const)) };
}

/** Keys, which compare case-insensitively, in lower case, with their values. */
function pairsOf(context: readonly string[]): [key: string, value: string][] {
  const malformed = context.filter((pair) => pair.indexOf('=') < 1).map((pair) => `"${pair}"`);
  if (malformed.length > 0) {
    throw new UsageError(
      `--context has ${malformed.join(', ')}: write a condition key and its value, e.g. --context aws:SecureTransport=true`,
    );
  }
  return context.map((pair) => {
    const end = pair.indexOf('=');
    return [pair.slice(0, end).toLowerCase(), pair.slice(end + 1)];
  });
}
