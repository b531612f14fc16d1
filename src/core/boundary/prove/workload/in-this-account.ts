import type { PartialText } from '../../../iam/partial-text';
import type { AccountModel } from '../../account/account-model';

/** A text of a template as it is in an account: what CloudFormation knows of the place is filled in. */
export function inThisAccount(text: PartialText, { account, region, partition }: AccountModel): PartialText {
  const known: Readonly<Record<string, string>> = {
    'AWS::AccountId': account,
    'AWS::Partition': partition,
    'AWS::Region': region,
  };
  return text.map((part) => (typeof part === 'string' ? part : (known[part.unknown] ?? part)));
}
