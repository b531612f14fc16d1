import { createHash } from 'node:crypto';
import { CloudFormationStackArtifact, UNKNOWN_ACCOUNT, UNKNOWN_REGION } from 'aws-cdk-lib/cx-api';
import type { ResourceFacts, StackFacts } from './assembly-facts';
import { isRecord } from './json-file';

/** Type of the metadata that name the logical id of a construct. */
const LOGICAL_ID = 'aws:cdk:logicalId';

/** What a report tells of a stack; a template that can't be read has no resources, and `gaps` says so. */
export function stackFacts(artifact: CloudFormationStackArtifact, template: string, gaps: string[]): StackFacts {
  const { account, region } = artifact.environment;
  return {
    path: artifact.hierarchicalId,
    name: artifact.stackName,
    account: account === UNKNOWN_ACCOUNT ? undefined : account,
    region: region === UNKNOWN_REGION ? undefined : region,
    template,
    resources: resourcesOf(artifact, template, gaps),
  };
}

function resourcesOf(artifact: CloudFormationStackArtifact, template: string, gaps: string[]): ResourceFacts[] {
  const resources = resourceSection(artifact);
  if (!isRecord(resources)) {
    gaps.push(`the template ${template} can't be read: its resources are not in this report; run cdk synth again`);
    return [];
  }
  const paths = pathsByLogicalId(artifact);
  return Object.entries(resources).map(([logicalId, resource]) => {
    const { Metadata: metadata, ...definition } = isRecord(resource) ? resource : {};
    const stated = isRecord(metadata) ? metadata['aws:cdk:path'] : undefined;
    return {
      logicalId,
      type: String(definition.Type ?? 'unknown'),
      path: paths.get(logicalId) ?? (typeof stated === 'string' ? stated : undefined),
      digest: createHash('sha256').update(JSON.stringify(definition)).digest('hex'),
    };
  });
}

function resourceSection(artifact: CloudFormationStackArtifact): unknown {
  try {
    const { template } = artifact;
    return isRecord(template) ? (template.Resources ?? {}) : undefined;
  } catch {
    return undefined;
  }
}

function pathsByLogicalId({ metadata }: CloudFormationStackArtifact): Map<string, string> {
  return new Map(
    Object.entries(metadata).flatMap(([path, entries]) =>
      entries
        .filter(({ type }) => type === LOGICAL_ID)
        .map(({ data }) => [String(data), path.replace(/^\//, '')] as const),
    ),
  );
}
