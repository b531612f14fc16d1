import { Stack } from 'aws-cdk-lib';
import type { PipelineProps } from 'aws-cdk-lib/aws-codepipeline';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { ArtifactStore, ArtifactStoreProps } from './artifact-store';
import type { BootstrappedRole } from './assumed-roles';
import { RegionalArtifacts } from './regional-artifacts';

export interface ArtifactStoresProps extends ArtifactStoreProps {
  readonly pipelineName: string;
}

/** The artifacts of a pipeline, in its own region and in every other that it deploys to. */
export class ArtifactStores {
  private readonly store: ArtifactStore;
  private regional: readonly RegionalArtifacts[] = [];

  constructor(
    private readonly scope: Construct,
    private readonly props: ArtifactStoresProps,
  ) {
    this.store = new ArtifactStore(scope, 'Artifacts', props);
  }

  /** Adds the regions that something is deployed to; that of the pipeline may be among them. */
  addRegions(regions: readonly string[]): void {
    const pipelineStack = Stack.of(this.scope);
    const { pipelineName } = this.props;
    this.regional = regions
      .filter((region) => region !== pipelineStack.region)
      .map((region) => new RegionalArtifacts(this.scope, { pipelineStack, pipelineName, region }));
  }

  /** The buckets as the CDK's pipeline takes them: one alone, or one for each region. */
  get buckets(): Pick<PipelineProps, 'artifactBucket' | 'crossRegionReplicationBuckets'> {
    const { bucket } = this.store;
    if (this.regional.length === 0) return { artifactBucket: bucket };
    const others = this.regional.map(({ region, store }) => [region, store.bucket]);
    return { crossRegionReplicationBuckets: Object.fromEntries([[bucket.env.region, bucket], ...others]) };
  }

  /** Lets roles read what is deployed in their regions. */
  letRead(roles: readonly BootstrappedRole[]): void {
    const others = new Set(this.regional.map(({ region }) => region));
    this.store.letRead(roles.filter(({ region }) => !others.has(region)));
    for (const { region, store } of this.regional) store.letRead(roles.filter((role) => role.region === region));
  }

  /** Lets the role of the pipeline use the keys of the other regions; that of its own is granted like any key. */
  letUseKeys(role: IRole): void {
    this.regional.forEach(({ keyStatement }) => role.addToPrincipalPolicy(keyStatement));
  }
}
