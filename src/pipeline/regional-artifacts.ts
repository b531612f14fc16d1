import { BootstraplessSynthesizer, DefaultStackSynthesizer, PhysicalName, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { ArtifactStore } from './artifact-store';
import { AccessLogsBucket } from '../platform/access-logs-bucket';

export interface RegionalArtifactsProps {
  readonly pipelineStack: Stack;
  readonly pipelineName: string;
  readonly region: string;
}

/**
 * The artifacts of a pipeline in another region: CodePipeline copies there what is deployed there. The CDK would make
 * such a stack too, but with a bucket that names roles which may not exist yet, and that logs no access.
 */
export class RegionalArtifacts extends Stack {
  readonly store: ArtifactStore;
  private readonly aliasName: string;

  constructor(scope: Construct, { pipelineStack, pipelineName, region }: RegionalArtifactsProps) {
    super(scope, `Artifacts-${region}`, {
      stackName: `${pipelineStack.stackName}-${scope.node.id}-artifacts-${region}`,
      description: `Artifacts of the pipeline ${pipelineName} in ${region}`,
      env: { account: pipelineStack.account, region },
      synthesizer: synthesizerOf(pipelineStack),
    });
    this.aliasName = `alias/${pipelineName.replace(/[^A-Za-z0-9_-]/g, '-')}-artifacts`;
    const encryptionKey = new Key(this, 'Key', {
      description: `Artifacts of the pipeline ${pipelineName}`,
      alias: this.aliasName,
      enableKeyRotation: true,
    });
    this.store = new ArtifactStore(this, 'Artifacts', {
      encryptionKey,
      keyReference: Alias.fromAliasName(this, 'KeyReference', this.aliasName),
      accessLogsBucket: new AccessLogsBucket(this, 'AccessLogsBucket'),
      bucketName: PhysicalName.GENERATE_IF_NEEDED,
      // Emptying a bucket takes an asset, and so a bootstrapped region, which nothing else here needs.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pipelineStack.addStackDependency(this);
  }

  /** The right to use the key, whose id can't be known in another region. */
  get keyStatement(): PolicyStatement {
    return new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      resources: [this.formatArn({ service: 'kms', resource: 'key', resourceName: '*' })],
      conditions: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': this.aliasName } },
    });
  }
}

/** The stack has no assets, so the roles of the pipeline's region can deploy it: the other one needs no bootstrapping. */
function synthesizerOf({ synthesizer }: Stack): BootstraplessSynthesizer | undefined {
  if (!(synthesizer instanceof DefaultStackSynthesizer)) return undefined;
  const { deployRoleArn, cloudFormationExecutionRoleArn } = synthesizer;
  return new BootstraplessSynthesizer({ deployRoleArn, cloudFormationExecutionRoleArn });
}
