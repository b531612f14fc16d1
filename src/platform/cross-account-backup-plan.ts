import { Duration } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, IBackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { BackupPolicySettings } from '../config/settings';

/** Properties of `CrossAccountBackupPlan`. */
export interface CrossAccountBackupPlanProps {
  /** Begin of the names of plan, rule and selection: `<prefix>-BackupPlan`, `<prefix>-Backup`, `<prefix>-Selection`. */
  readonly namePrefix: string;
  /** What is backed up. */
  readonly resources: BackupResource[];
  /** Vault of this account that holds the backups. */
  readonly vault: IBackupVault;
  /** Vault of another account that holds a copy of each. */
  readonly copyVault: IBackupVault;
  /** Role with which AWS Backup reads the resources. */
  readonly role: IRole;
  /** When backups run and how long they and their copies are kept. */
  readonly policy: BackupPolicySettings;
}

/** Backs resources up on a schedule and copies each backup to a vault in another account, with the same life. */
export class CrossAccountBackupPlan extends Construct {
  /** The plan. */
  public readonly plan: BackupPlan;

  public constructor(scope: Construct, id: string, props: CrossAccountBackupPlanProps) {
    super(scope, id);
    const { namePrefix, resources, vault, copyVault, role, policy } = props;
    const life = {
      deleteAfter: Duration.days(policy.deleteAfterDays),
      moveToColdStorageAfter: Duration.days(policy.coldStorageAfterDays),
    };
    this.plan = new BackupPlan(this, 'Plan', {
      backupPlanName: `${namePrefix}-BackupPlan`,
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: `${namePrefix}-Backup`,
          backupVault: vault,
          scheduleExpression: Schedule.cron({ minute: '0', ...policy.schedule }),
          ...life,
          copyActions: [{ destinationBackupVault: copyVault, ...life }],
        }),
      ],
    });
    this.plan.addSelection('Selection', { backupSelectionName: `${namePrefix}-Selection`, resources, role });
  }
}
