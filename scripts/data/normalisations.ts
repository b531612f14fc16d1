/** What an entry of a resource schema stands for that isn't an action of the Service Authorization Reference. */
export interface Normalisation {
  /** As the schema writes it. */
  readonly entry: string;
  /** The actions that it stands for, separated by spaces; empty where it stands for none. */
  readonly actions: string;
  readonly reason: string;
  /** The only types that it is said of; all when missing. */
  readonly types?: readonly string[];
}

const named = (reason: string, names: Readonly<Record<string, string>>): Normalisation[] =>
  Object.entries(names).map(([entry, actions]) => ({ entry, actions, reason }));

const dropped = (reason: string, ...entries: string[]): Normalisation[] =>
  entries.map((entry) => ({ entry, actions: '', reason }));

/** Types whose actions are of a service that the Service Authorization Reference doesn't have: they stay unknown. */
export const UNTOLD_TYPES: readonly string[] = ['AWS::EMR::WALWorkspace'];

export const NORMALISATIONS: readonly Normalisation[] = [
  ...named('the action has another name than the operation of the API that it allows', {
    'apigateway:TagResource': 'apigateway:POST',
    'apigateway:unTagResource': 'apigateway:DELETE',
    'cloudfront:CreateDistributionWithTags': 'cloudfront:CreateDistribution cloudfront:TagResource',
    'dms:DescribeDataProviders': 'dms:ListDataProviders',
    'dms:DescribeInstanceProfiles': 'dms:ListInstanceProfiles',
    'dms:DescribeMigrationProjects': 'dms:ListMigrationProjects',
    'dms:ModifyDataProvider': 'dms:UpdateDataProvider',
    'dms:ModifyInstanceProfile': 'dms:UpdateInstanceProfile',
    'dms:ModifyMigrationProject': 'dms:UpdateMigrationProject',
    'ec2:CreateVpcEndpointServicePermissions': 'ec2:ModifyVpcEndpointServicePermissions',
    'ec2:DeleteVpcEndpointServicePermissions': 'ec2:ModifyVpcEndpointServicePermissions',
    'es:UpdateDomain': 'es:UpdateDomainConfig',
    'kms:ReEncrypt': 'kms:ReEncryptFrom kms:ReEncryptTo',
    'lambda:GetLayerVersionByArn': 'lambda:GetLayerVersion',
    'lambda:Invoke': 'lambda:InvokeFunction',
    'lightsail:GetCertificateDetails': 'lightsail:GetCertificates',
    's3-outposts:DeleteBucketTagging': 's3-outposts:PutBucketTagging',
    's3:DeleteBucketAnalyticsConfiguration': 's3:PutAnalyticsConfiguration',
    's3:DeleteBucketCors': 's3:PutBucketCORS',
    's3:DeleteBucketEncryption': 's3:PutEncryptionConfiguration',
    's3:DeleteBucketLifecycle': 's3:PutLifecycleConfiguration',
    's3:DeleteBucketMetricsConfiguration': 's3:PutMetricsConfiguration',
    's3:DeleteBucketReplication': 's3:PutReplicationConfiguration',
    's3:DoesObjectExist': 's3:GetObject',
    's3:GetBucketNotificationConfiguration': 's3:GetBucketNotification',
    's3:GetObjectMetadata': 's3:GetObject',
    's3:HeadBucket': 's3:ListBucket',
    's3:HeadObject': 's3:GetObject',
    's3:listBuckets': 's3:ListAllMyBuckets',
    's3:ListObjects': 's3:ListBucket',
    's3:ListObjectsV2': 's3:ListBucket',
    's3:PutBucketEncryption': 's3:PutEncryptionConfiguration',
    's3:PutBucketNotificationConfiguration': 's3:PutBucketNotification',
    's3:PutBucketReplication': 's3:PutReplicationConfiguration',
    's3:PutObjectLockConfiguration': 's3:PutBucketObjectLockConfiguration',
    'workspaces-web:UpdateResource': 'workspaces-web:UpdateNetworkSettings',
  }),
  ...named('the name is misspelt', {
    'apprunner:ListAutoScalingConfiguration': 'apprunner:ListAutoScalingConfigurations',
    'athena:ListDataCatalog': 'athena:ListDataCatalogs',
    'backup:UpdateRestoreTestingPlanScheduleStatus': 'backup:UpdateRestoreTestingPlan',
    'dms:RemoveTagsToResource': 'dms:RemoveTagsFromResource',
    'ec2:DeleteVpcEndpoint': 'ec2:DeleteVpcEndpoints',
    'ec2:DescribeAvailabilityZoneMappings': 'ec2:DescribeAvailabilityZones',
    'ec2:DescribeVpcEndpoint': 'ec2:DescribeVpcEndpoints',
    'ec2:ModifyTransitGatewayOptions': 'ec2:ModifyTransitGateway',
    'events:CreateRule': 'events:PutRule',
    'evidently:ListSegment': 'evidently:ListSegments',
    'iam:ListOpenIDConnectProvider': 'iam:ListOpenIDConnectProviders',
    'network-firewall:ListTagsForResources': 'network-firewall:ListTagsForResource',
    'redshift:DescribeSnapshotCopyGrant': 'redshift:DescribeSnapshotCopyGrants',
    'redshift:ModifyClusterDbRevisions': 'redshift:ModifyClusterDbRevision',
    'route53-recovery-readiness:GetReadinessChecks': 'route53-recovery-readiness:ListReadinessChecks',
    'sagemaker:ListMonitoringSchedule': 'sagemaker:ListMonitoringSchedules',
    'sso:TagInstance': 'sso:TagResource',
    'thinclient:ListEnvironment': 'thinclient:ListEnvironments',
  }),
  ...named('the service has another prefix', {
    'backup-storage:Mount': 'backup-storage:MountCapsule',
    'efs:CreateFileSystem': 'elasticfilesystem:CreateFileSystem',
    'emr:AddJobFlowSteps': 'elasticmapreduce:AddJobFlowSteps',
    'iam:assumeRole': 'sts:AssumeRole',
    'iam:AssumeRole': 'sts:AssumeRole',
    'iam:DescribeOrganization': 'organizations:DescribeOrganization',
    'refactor-spacess:GetService': 'refactor-spaces:GetService',
    'resolverdnssec:CreateConfig': 'route53resolver:UpdateResolverDnssecConfig',
    'resolverdnssec:DeleteConfig': 'route53resolver:UpdateResolverDnssecConfig',
    'resolverdnssec:GetConfig': 'route53resolver:GetResolverDnssecConfig',
    'resolverdnssec:ListConfig': 'route53resolver:ListResolverDnssecConfigs',
    'resolverquerylogging:AssociateConfig': 'route53resolver:AssociateResolverQueryLogConfig',
    'resolverquerylogging:CreateConfig': 'route53resolver:CreateResolverQueryLogConfig',
    'resolverquerylogging:DeleteConfig': 'route53resolver:DeleteResolverQueryLogConfig',
    'resolverquerylogging:DisassociateConfig': 'route53resolver:DisassociateResolverQueryLogConfig',
    'resolverquerylogging:GetConfig': 'route53resolver:GetResolverQueryLogConfig',
    'resolverquerylogging:GetConfigAssociation': 'route53resolver:GetResolverQueryLogConfigAssociation',
    'resolverquerylogging:ListConfig': 'route53resolver:ListResolverQueryLogConfigs',
    'resolverquerylogging:ListConfigAssociation': 'route53resolver:ListResolverQueryLogConfigAssociations',
    'resolverquerylogging:ListConfigAssociations': 'route53resolver:ListResolverQueryLogConfigAssociations',
    'sqs:UntagResource': 'eks:UntagResource',
  }),
  ...named('it is what access logs of S3 call the operation', { 's3:REST.PUT.OBJECT': 's3:PutObject' }),
  ...named('it is left over from an example in the documentation of schemas, in the only type that has it', {
    'initech:DeleteReport': 'redshift:DeleteClusterParameterGroup',
    'initech:DescribeReport': 'redshift:DescribeClusterParameterGroups',
    'initech:ListReports': 'redshift:DescribeClusterParameterGroups',
    'initech:UpdateReport': 'redshift:ModifyClusterParameterGroup',
  }),
  ...dropped('it is left over from a template of a schema', '', 'noservice:NoAction'),
  ...dropped(
    'the Service Authorization Reference has no such action: nobody can say what a policy that names it would allow',
    'acm:CreateCertificateRelation',
    'acm:DeleteCertificateRelation',
    'acm:GetCertificateWithPK',
    'autoloop:AllowVendedLogDeliveryForResource',
    'codestar-connections:ListBranches',
    'codestar-connections:ListRepositories',
    'datazone:DeleteGroupProfile',
    'datazone:DeleteUserProfile',
    'deadline:GetMeteredProduct',
    'evidently:ExportProjectAsConfiguration',
    'kafka:CreateReplicatorReference',
    'sso:GetPeregrineStatus',
    'sso:RegisterRegion',
    'sso:StartPeregrine',
    'sso:UpdateApplicationProfileForAWSAccountInstance',
  ),
  ...dropped(
    'the Service Authorization Reference has no such service',
    'elastic-inference:DescribeAccelerators',
    'managed-fleets:CreateAutoScalingGroup',
    'managed-fleets:DeleteAutoScalingGroup',
    'managed-fleets:DeregisterAutoScalingGroup',
    'managed-fleets:Get*',
    'managed-fleets:RegisterAutoScalingGroup',
    'managed-fleets:UpdateAutoScalingGroup',
  ),
  ...dropped(
    'each service whose logs are delivered has this action under its own prefix, and no schema can know which',
    'logs:AllowVendedLogDeliveryForResource',
  ),
  ...dropped('it is an operation of ElastiCache', 'memorydb:ModifyReplicationGroup'),
];
