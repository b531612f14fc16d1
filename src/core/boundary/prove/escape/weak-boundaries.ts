import { examplesOf, patternsIn } from './target-patterns';
import { workloadBoundaryName } from '../../../contracts/bootstrap';
import type { PartialText } from '../../../iam/partial-text';
import { displayText } from '../../../iam/text-matching';
import type { AccountModel } from '../../account/account-model';
import { demandedBoundaries } from '../../account/demanded-boundaries';
import { administratorAccessArn } from '../../account/policy-shelf';

/** A policy that is no bound, used as one. */
export interface WeakBoundary {
  readonly arn: string;
  readonly what: string;
  /** Whether the attacker makes it first. */
  readonly isMade: boolean;
}

interface OtherBootstrap {
  readonly qualifier: string;
  readonly region: string;
}

export function weakBoundaries(
  model: AccountModel,
  iam: (resource: string) => PartialText,
  other: OtherBootstrap,
): readonly WeakBoundary[] {
  const {
    partition,
    account,
    region,
    qualifier,
    executionRole,
    workloadBoundary,
    policies,
    demandedBoundaries: demanded,
  } = model;
  const strong = new Set([executionRole.boundary?.arn, workloadBoundary?.arn, ...demanded]);
  const existing = (arn: string, what: string): WeakBoundary => ({ arn, what, isMade: false });
  const elsewhere = (place: OtherBootstrap) =>
    displayText(iam(`policy/${workloadBoundaryName({ ...place, account })}`));
  const made = patternsOfConditions(model)
    .flatMap((pattern) => patternsIn(pattern, iam('policy/*')))
    .flatMap(examplesOf)
    .map(displayText);
  const all: WeakBoundary[] = [
    existing(administratorAccessArn(partition), 'AdministratorAccess'),
    ...policies.map(({ arn }) => existing(arn, 'another policy of the bootstrap')),
    existing(elsewhere({ qualifier: other.qualifier, region }), 'the boundary of a bootstrap of another qualifier'),
    existing(elsewhere({ qualifier, region: other.region }), 'the boundary of a bootstrap of another region'),
    ...[...made, displayText(iam('policy/somebodys'))].map((arn) => ({
      arn,
      what: 'a policy of the attacker',
      isMade: true,
    })),
  ];
  return all.filter(({ arn }) => !strong.has(arn));
}

function patternsOfConditions({ executionRole, workloadBoundary }: AccountModel): PartialText[] {
  const policies = [executionRole.boundary?.policy, workloadBoundary?.policy];
  return policies.flatMap((policy) => (policy === undefined ? [] : [...demandedBoundaries(policy)]));
}
