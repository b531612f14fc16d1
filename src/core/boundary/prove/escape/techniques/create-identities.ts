import { literalText } from '../../../../iam/text-matching';
import { oneOf, step } from '../attempt';
import type { Attempt, Technique } from '../attempt';
import type { WeakBoundary } from '../weak-boundaries';
import type { World } from '../world';

interface Kind {
  readonly name: string;
  readonly type: string;
  readonly create: string;
  readonly givePolicy: readonly string[];
  readonly space: string;
}

const KINDS: readonly Kind[] = [
  {
    name: 'role',
    type: 'AWS::IAM::Role',
    create: 'iam:CreateRole',
    givePolicy: ['iam:PutRolePolicy', 'iam:AttachRolePolicy'],
    space: 'role/*',
  },
  {
    name: 'user',
    type: 'AWS::IAM::User',
    create: 'iam:CreateUser',
    givePolicy: ['iam:PutUserPolicy', 'iam:AttachUserPolicy'],
    space: 'user/*',
  },
];

/** New roles and users that no boundary bounds, or another one. */
export const createIdentities: Technique = (world) =>
  KINDS.flatMap((kind) => [
    withoutBoundary(kind, world),
    ...world.weakBoundaries.map((boundary) => withBoundary(kind, world, boundary)),
  ]);

function withoutBoundary({ name, type, create, givePolicy, space }: Kind, world: World): Attempt {
  const absent = { 'iam:permissionsboundary': 'absent' } as const;
  return {
    path: `create a ${name} without boundary`,
    targets: [{ pattern: world.iam(space) }],
    steps: [
      step(`${type} without PermissionsBoundary`, { action: create, resource: 'target', context: absent }),
      step('a policy for it that allows everything', ...oneOf(givePolicy, 'target', absent)),
    ],
    remedy: `allow ${[create, ...givePolicy].join(', ')} only with the condition StringEquals on iam:PermissionsBoundary`,
  };
}

function withBoundary({ name, type, create, givePolicy, space }: Kind, world: World, boundary: WeakBoundary): Attempt {
  const { arn, what, isMade } = boundary;
  const carried = { 'iam:permissionsboundary': [literalText(arn)] };
  return {
    path: `create a ${name} with another boundary`,
    targets: [{ pattern: world.iam(space) }],
    steps: [
      ...(isMade
        ? [
            step(`AWS::IAM::ManagedPolicy ${arn} that allows everything`, {
              action: 'iam:CreatePolicy',
              resource: literalText(arn),
            }),
          ]
        : []),
      step(`${type} with PermissionsBoundary ${arn}, ${what}`, {
        action: create,
        resource: 'target',
        context: carried,
      }),
      step('a policy for it that allows everything', ...oneOf(givePolicy, 'target', carried)),
    ],
    remedy: `name the ARN of the boundary in full in the condition of ${create} on iam:PermissionsBoundary`,
  };
}
