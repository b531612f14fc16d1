import { choicesOf, intrinsicOf, isNoValue } from './intrinsic-function';
import type { IntrinsicScope } from './intrinsic-scope';
import { alternativesOf } from './intrinsic-text';
import type { PartialText } from './partial-text';
import { PolicyProblem, shownValue } from './policy-problem';
import { readVariables } from './policy-variables';

/** A value of a policy, with whether it stands there for certain. */
export interface PolicyItem {
  readonly value: unknown;
  readonly isCertain: boolean;
  /** Place in the list that it stands in, from 0; both sides of an `Fn::If` have the same. */
  readonly index: number;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** What the readers of a policy's parts share: the template's values, the version, and a list of what isn't understood. */
export class PolicyReader {
  readonly problems: PolicyProblem[] = [];
  /** Policy variables are such since version 2012-10-17; before they are plain text. */
  hasVariables = true;

  constructor(private readonly scope: IntrinsicScope) {}

  report(place: string, value: unknown, reason: string, remedy: string): void {
    this.problems.push({ place, value: shownValue(value), reason, remedy });
  }

  /** The values at the ends of `Fn::If`; `AWS::NoValue` is left out. */
  choices(value: unknown): PolicyItem[] {
    const choices = choicesOf(value, this.scope.conditions);
    return choices
      .filter((choice) => choice !== undefined && !isNoValue(choice))
      .map((choice) => ({ value: choice, isCertain: choices.length === 1, index: 0 }));
  }

  /** The entries of a list, or of what may stand without a list around it. */
  items(value: unknown): PolicyItem[] {
    return this.choices(value).flatMap((choice) => {
      if (!Array.isArray(choice.value)) return [choice];
      return choice.value.flatMap((entry, index) =>
        this.choices(entry).map((item) => ({ ...item, isCertain: item.isCertain && choice.isCertain, index })),
      );
    });
  }

  /** The texts that a value can be; nothing for a value that is no text. */
  texts(value: unknown): { readonly alternatives: readonly PartialText[]; readonly isCertain: boolean } | undefined {
    if (typeof value === 'object' && !intrinsicOf(value)) return undefined;
    const all = alternativesOf(value, this.scope);
    const alternatives = all.filter((text) => text !== undefined);
    return { alternatives, isCertain: all.length === 1 };
  }

  /** The text with its policy variables. */
  withVariables(text: PartialText): PartialText {
    return this.hasVariables ? readVariables(text) : text;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
