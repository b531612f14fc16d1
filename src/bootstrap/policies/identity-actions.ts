/**
 * IAM actions that know the condition key `iam:PermissionsBoundary`, without those that take a boundary away
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html).
 */
export const BOUNDED_ACTIONS: readonly string[] = ['Role', 'User'].flatMap((kind) => [
  `iam:Create${kind}`,
  `iam:Put${kind}PermissionsBoundary`,
  `iam:Attach${kind}Policy`,
  `iam:Detach${kind}Policy`,
  `iam:Put${kind}Policy`,
  `iam:Delete${kind}Policy`,
]);

/**
 * What else stacks do with their own roles, users and policies. Nothing here gives a person or a program outside a way
 * in: no access keys, no passwords, no groups, no identity providers.
 */
export const UNBOUNDED_ACTIONS: readonly string[] = [
  'iam:CreatePolicy',
  'iam:CreatePolicyVersion',
  'iam:DeletePolicy',
  'iam:DeletePolicyVersion',
  'iam:DeleteRole',
  'iam:DeleteUser',
  'iam:SetDefaultPolicyVersion',
  'iam:TagPolicy',
  'iam:TagRole',
  'iam:TagUser',
  'iam:UntagPolicy',
  'iam:UntagRole',
  'iam:UntagUser',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
  'iam:UpdateUser',
];
