import { BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { madeWith } from './made-with';
import { CrossAccountBackupPlan } from '../../src/platform/cross-account-backup-plan';

const COPY_VAULT = 'arn:aws:backup:us-west-2:444455556666:backup-vault:Copies';

test('backups and their copies in the other account run on the schedule and live equally long', () => {
  const template = madeWith((stack) => {
    const table = new Table(stack, 'Table', { partitionKey: { name: 'pk', type: AttributeType.STRING } });
    new CrossAccountBackupPlan(stack, 'Backup', {
      namePrefix: 'providers',
      resources: [BackupResource.fromDynamoDbTable(table)],
      vault: new BackupVault(stack, 'Vault'),
      copyVault: BackupVault.fromBackupVaultArn(stack, 'Copies', COPY_VAULT),
      role: new Role(stack, 'Role', { assumedBy: new ServicePrincipal('backup.amazonaws.com') }),
      policy: { schedule: { weekDay: '5', hour: '5' }, deleteAfterDays: 180, coldStorageAfterDays: 30 },
    });
  });

  const Lifecycle = { DeleteAfterDays: 180, MoveToColdStorageAfterDays: 30 };
  template.hasResourceProperties('AWS::Backup::BackupPlan', {
    BackupPlan: {
      BackupPlanName: 'providers-BackupPlan',
      BackupPlanRule: [
        {
          RuleName: 'providers-Backup',
          ScheduleExpression: 'cron(0 5 ? * 5 *)',
          Lifecycle,
          CopyActions: [{ DestinationBackupVaultArn: COPY_VAULT, Lifecycle }],
        },
      ],
    },
  });
  template.hasResourceProperties('AWS::Backup::BackupSelection', {
    BackupSelection: { SelectionName: 'providers-Selection' },
  });
});
