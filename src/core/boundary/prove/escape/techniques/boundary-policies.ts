import { literalText } from '../../../../iam/text-matching';
import { step } from '../attempt';
import type { Attempt, Technique } from '../attempt';

/** The policies that are the boundaries, changed themselves. */
export const boundaryPolicies: Technique = (_, model) => {
  const { executionRole, workloadBoundary, demandedBoundaries, policies } = model;
  const arns = [
    executionRole.boundary?.arn,
    workloadBoundary?.arn,
    ...demandedBoundaries,
    ...policies.map(({ arn }) => arn),
  ];
  const ofTheAccount = [...new Set(arns)].filter(
    (arn): arn is string => arn !== undefined && !arn.includes(':iam::aws:'),
  );
  return ofTheAccount.flatMap(editsOf);
};

function editsOf(arn: string): Attempt[] {
  const targets = [{ pattern: literalText(arn) }];
  const remedy = `deny changes of ${arn}`;
  const call = (action: string) => ({ action, resource: 'target' as const });
  return [
    {
      path: 'edit a boundary policy',
      targets,
      steps: [step(`a new default version of ${arn} that allows everything`, call('iam:CreatePolicyVersion'))],
      remedy,
    },
    {
      path: 'go back to an older version of a boundary policy',
      targets,
      steps: [step(`an older, weaker version of ${arn}`, call('iam:SetDefaultPolicyVersion'))],
      remedy,
    },
    {
      path: 'put another policy in the place of a boundary policy',
      targets,
      steps: [
        step(`${arn} deleted`, call('iam:DeletePolicy')),
        step('a policy of the same name that allows everything', call('iam:CreatePolicy')),
      ],
      remedy,
    },
  ];
}
