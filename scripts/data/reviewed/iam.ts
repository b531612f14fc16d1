import { Reviews, set } from '../review';

/** Boundaries may be put on, so that they can be mended; whoever can take them off can leave them. */
const BOUNDARY_STAYS = 'only a template that drops a boundary needs it, and it is how a boundary is escaped';

export const IAM: Reviews = {
  'AWS::IAM::InstanceProfile': {
    always: `iam:AddRoleToInstanceProfile iam:CreateInstanceProfile iam:DeleteInstanceProfile iam:GetInstanceProfile
      iam:ListInstanceProfiles iam:RemoveRoleFromInstanceProfile`,
    passedRoles: [{ property: 'Roles', service: 'ec2.amazonaws.com' }],
  },
  'AWS::IAM::ManagedPolicy': {
    always: `iam:CreatePolicy iam:CreatePolicyVersion iam:DeletePolicy iam:DeletePolicyVersion iam:GetPolicy
      iam:GetPolicyVersion iam:ListEntitiesForPolicy iam:ListPolicies iam:ListPolicyVersions`,
    when: [
      { when: set('Groups'), actions: 'iam:AttachGroupPolicy iam:DetachGroupPolicy' },
      { when: set('Roles'), actions: 'iam:AttachRolePolicy iam:DetachRolePolicy' },
      { when: set('Users'), actions: 'iam:AttachUserPolicy iam:DetachUserPolicy' },
    ],
  },
  'AWS::IAM::Policy': {
    when: [
      { when: set('Groups'), actions: 'iam:DeleteGroupPolicy iam:GetGroupPolicy iam:PutGroupPolicy' },
      { when: set('Roles'), actions: 'iam:DeleteRolePolicy iam:GetRolePolicy iam:PutRolePolicy' },
      { when: set('Users'), actions: 'iam:DeleteUserPolicy iam:GetUserPolicy iam:PutUserPolicy' },
    ],
  },
  'AWS::IAM::Role': {
    always: `iam:CreateRole iam:DeleteRole iam:GetRole iam:GetRolePolicy iam:ListAttachedRolePolicies
      iam:ListRolePolicies iam:ListRoles iam:TagRole iam:UntagRole iam:UpdateAssumeRolePolicy iam:UpdateRole
      iam:UpdateRoleDescription`,
    when: [
      { when: set('ManagedPolicyArns'), actions: 'iam:AttachRolePolicy iam:DetachRolePolicy' },
      { when: set('PermissionsBoundary'), actions: 'iam:PutRolePermissionsBoundary' },
      { when: set('Policies'), actions: 'iam:DeleteRolePolicy iam:PutRolePolicy' },
    ],
    never: [{ actions: 'iam:DeleteRolePermissionsBoundary', reason: BOUNDARY_STAYS }],
  },
  'AWS::IAM::RolePolicy': { always: 'iam:DeleteRolePolicy iam:GetRolePolicy iam:PutRolePolicy' },
  'AWS::IAM::ServiceLinkedRole': {
    always: `iam:CreateServiceLinkedRole iam:DeleteServiceLinkedRole iam:GetRole iam:GetServiceLinkedRoleDeletionStatus
      iam:UpdateRole`,
  },
  'AWS::IAM::User': {
    always: `iam:CreateUser iam:DeleteAccessKey iam:DeleteUser iam:GetLoginProfile iam:GetUser iam:GetUserPolicy
      iam:ListAccessKeys iam:ListAttachedUserPolicies iam:ListGroupsForUser iam:ListUserPolicies iam:ListUserTags
      iam:ListUsers iam:TagUser iam:UntagUser iam:UpdateUser`,
    when: [
      { when: set('Groups'), actions: 'iam:AddUserToGroup iam:RemoveUserFromGroup' },
      {
        when: set('LoginProfile'),
        actions: 'iam:CreateLoginProfile iam:DeleteLoginProfile iam:UpdateLoginProfile',
      },
      { when: set('ManagedPolicyArns'), actions: 'iam:AttachUserPolicy iam:DetachUserPolicy' },
      { when: set('PermissionsBoundary'), actions: 'iam:PutUserPermissionsBoundary' },
      { when: set('Policies'), actions: 'iam:DeleteUserPolicy iam:PutUserPolicy' },
    ],
    never: [{ actions: 'iam:DeleteUserPermissionsBoundary', reason: BOUNDARY_STAYS }],
  },
  'AWS::IAM::UserPolicy': { always: 'iam:DeleteUserPolicy iam:GetUserPolicy iam:PutUserPolicy' },
};
