import { inThisAccount } from './in-this-account';
import type { ActionFacts } from '../../../iam/action-table';
import { resourceOf } from '../../../iam/arn-matching';
import type { PartialText, TextPart } from '../../../iam/partial-text';
import type { AccountModel } from '../../account/account-model';

/**
 * The resources that a pattern of a role's statement can come to for an action, as texts that stand for all of them. A
 * pattern for everything is for resources of the action's own kinds: nobody puts a log event into a bucket.
 */
export function requestedResources(
  pattern: PartialText,
  facts: ActionFacts | undefined,
  account: AccountModel,
): readonly PartialText[] {
  const isEverything = pattern.length === 1 && pattern[0] === '*';
  if (!isEverything || facts === undefined) return [resourceOf(inThisAccount(pattern, account))];
  if (facts.resources.length === 0) return [['*']];
  return facts.resources.map((format) => ofFormat(format, account));
}

/** `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`, with what isn't known of it as unknown parts. */
function ofFormat(format: string, { account, region, partition }: AccountModel): PartialText {
  const known: Readonly<Record<string, string>> = { Partition: partition, Region: region, Account: account };
  return format
    .split(/(\$\{[^}]+\})/)
    .filter((piece) => piece !== '')
    .map((piece): TextPart => {
      const [, name] = /^\$\{([^}]+)\}$/.exec(piece) ?? [];
      return name === undefined ? piece : (known[name] ?? { unknown: name });
    });
}
