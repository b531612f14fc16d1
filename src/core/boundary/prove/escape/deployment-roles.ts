import type { Target } from './attempt';
import { literalText } from '../../../iam/text-matching';
import type { AccountModel, AccountRole } from '../../account/account-model';

/** Roles of the bootstrap whose rights no boundary of CloudFormation or of programs bounds. */
export function deploymentRolesBeyond(model: AccountModel): readonly AccountRole[] {
  const bounds = [model.executionRole.boundary?.arn, model.workloadBoundary?.arn];
  return model.deploymentRoles.filter(({ boundary }) => boundary === undefined || !bounds.includes(boundary.arn));
}

export function targetOf({ arn, boundary }: AccountRole): Target {
  return {
    pattern: literalText(arn),
    context: { 'iam:permissionsboundary': boundary === undefined ? 'absent' : [literalText(boundary.arn)] },
  };
}
