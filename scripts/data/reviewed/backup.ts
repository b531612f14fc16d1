import { Reviews, set } from '../review';

export const BACKUP: Reviews = {
  'AWS::Backup::BackupPlan': {
    always: `backup:CreateBackupPlan backup:DeleteBackupPlan backup:GetBackupPlan backup:ListBackupPlans
      backup:ListTags backup:TagResource backup:UntagResource backup:UpdateBackupPlan`,
  },
  'AWS::Backup::BackupSelection': {
    always: `backup:CreateBackupSelection backup:DeleteBackupSelection backup:GetBackupSelection
      backup:ListBackupSelections iam:GetRole`,
    passedRoles: [{ property: 'BackupSelection.IamRoleArn', service: 'backup.amazonaws.com' }],
    serviceLinkedRoles: [
      {
        service: 'backup.amazonaws.com',
        source:
          'https://docs.aws.amazon.com/aws-backup/latest/devguide/using-service-linked-roles-AWSServiceRoleForBackup.html',
      },
    ],
  },
  'AWS::Backup::BackupVault': {
    // With a key of AWS as well: https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html
    always: `backup:CreateBackupVault backup-storage:MountCapsule backup:DeleteBackupVault backup:DescribeBackupVault
      backup:GetBackupVaultAccessPolicy backup:GetBackupVaultNotifications backup:ListBackupVaults backup:ListTags
      backup:TagResource backup:UntagResource kms:CreateGrant kms:Decrypt kms:DescribeKey kms:GenerateDataKey
      kms:RetireGrant`,
    when: [
      {
        when: set('AccessPolicy'),
        actions: 'backup:DeleteBackupVaultAccessPolicy backup:PutBackupVaultAccessPolicy',
      },
      {
        when: set('LockConfiguration'),
        actions: 'backup:DeleteBackupVaultLockConfiguration backup:PutBackupVaultLockConfiguration',
      },
      {
        when: set('Notifications'),
        actions: 'backup:DeleteBackupVaultNotifications backup:PutBackupVaultNotifications',
      },
    ],
  },
};
