import type { Construct } from 'constructs';
import type { Deployment } from '../../private/deployment';
import { operatorOutput } from '../../private/outputs';
import { BackendStack } from '../backend-stack';
import { CompactUserPools } from './compact-user-pools';
import type { DataStack } from '../data/data-stack';

/** The user pools; a stack of their own, so that a failing Cognito update can't hold back the tables. */
export class IdentityStack extends BackendStack {
  readonly userPools: CompactUserPools;

  constructor(
    scope: Construct,
    id: string,
    deployment: Deployment,
    { tables, keys, alarmTopic }: DataStack,
    staffCallbackPath?: string,
  ) {
    super(scope, id, {
      deployment,
      part: 'identity',
      description: 'Licensure backend: user pools of staff and of state IT systems',
      isStateful: true,
    });
    const pools = new CompactUserPools(this, 'UserPools', {
      settings: deployment.settings,
      staffUsersTable: tables.staffUsers,
      encryptionKey: keys.shared,
      alarmTopic,
      staffCallbackPath,
    });
    this.userPools = pools;
    operatorOutput(this, 'StaffUsersGreenUserPoolId', pools.staffPool.userPoolId, 'Id of the staff pool');
    operatorOutput(
      this,
      'StaffUsersGreenUIClientId',
      pools.staffClient.userPoolClientId,
      'Id of the web client of staff',
    );
    operatorOutput(this, 'StaffUserPoolDomainName', pools.staffDomainName, 'Host of the sign-in pages of staff');
    operatorOutput(this, 'StateAuthUsersUserPoolId', pools.machinePool.userPoolId, 'Id of the machine pool');
    operatorOutput(
      this,
      'StateAuthUserPoolDomainName',
      pools.machineDomainName,
      'Host of the token endpoint of machines',
    );
  }
}
