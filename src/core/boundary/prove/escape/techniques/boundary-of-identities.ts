import { literalText } from '../../../../iam/text-matching';
import type { AccountModel } from '../../../account/account-model';
import { step } from '../attempt';
import type { Attempt, Target, Technique } from '../attempt';
import type { World } from '../world';

interface Bounded {
  readonly who: string;
  readonly target: Target;
  readonly drop: string;
  readonly put: string;
  /** ARN of the boundary that it has. */
  readonly boundary?: string;
}

/** Boundaries taken away, or others put in their place. */
export const boundaryOfIdentities: Technique = (world, model) =>
  bounded(world, model).flatMap((identity) => [...dropped(identity), ...exchanged(identity, world)]);

function bounded(world: World, model: AccountModel): readonly Bounded[] {
  const role = { drop: 'iam:DeleteRolePermissionsBoundary', put: 'iam:PutRolePermissionsBoundary' };
  const user = { drop: 'iam:DeleteUserPermissionsBoundary', put: 'iam:PutUserPermissionsBoundary' };
  const workload = model.workloadBoundary?.arn;
  const { arn, boundary } = model.executionRole;
  return [
    { who: 'the execution role', target: { pattern: literalText(arn) }, ...role, boundary: boundary?.arn },
    { who: 'a role', target: { pattern: world.iam('role/*') }, ...role, boundary: workload },
    { who: 'a user', target: { pattern: world.iam('user/*') }, ...user, boundary: workload },
  ];
}

function dropped({ who, target, drop, boundary }: Bounded): Attempt[] {
  if (boundary === undefined) return [];
  return [
    {
      path: `take the boundary from ${who}`,
      targets: [target],
      steps: [
        step(`no PermissionsBoundary any more for ${who}`, {
          action: drop,
          resource: 'target',
          context: { 'iam:permissionsboundary': [literalText(boundary)] },
        }),
      ],
      remedy: `deny ${drop}`,
    },
  ];
}

function exchanged({ who, target, put }: Bounded, world: World): Attempt[] {
  return world.weakBoundaries.map(({ arn, what, isMade }) => ({
    path: `put a weaker boundary on ${who}`,
    targets: [target],
    steps: [
      ...(isMade
        ? [
            step(`AWS::IAM::ManagedPolicy ${arn} that allows everything`, {
              action: 'iam:CreatePolicy',
              resource: literalText(arn),
            }),
          ]
        : []),
      step(`PermissionsBoundary ${arn}, ${what}, for ${who}`, {
        action: put,
        resource: 'target',
        context: { 'iam:permissionsboundary': [literalText(arn)] },
      }),
    ],
    remedy: `allow ${put} only with the condition StringEquals on iam:PermissionsBoundary, and never on roles of the bootstrap`,
  }));
}
