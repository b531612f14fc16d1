import { relative } from 'node:path';
import { CloudAssembly, CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import type { AssemblyFacts } from './assembly-facts';
import { readFindingRecord } from './recorded-findings';
import { stackFacts } from './stack-facts';
import { readValidationReport } from './validation-report';
import { StatedAcknowledgement, statedAcknowledgements } from '../../nag/acknowledgement-metadata';

/** What a report reads has stood in assemblies for years, so a version that is not known yet is no reason to refuse it. */
const NEWER_TOO = { skipVersionCheck: true, skipEnumCheck: true };

/**
 * Reads the folder that `cdk synth` has written, of any app. Throws when it is no cloud assembly; of single files that
 * can't be read the facts tell.
 */
export function readAssemblyFacts(folder: string): AssemblyFacts {
  const artifacts = new CloudAssembly(folder, NEWER_TOO).stacksRecursively;
  const gaps: string[] = [];
  const record = readFindingRecord(folder, gaps);
  const reported = readValidationReport(folder, gaps);
  const stated = [...(record?.acknowledgements ?? []), ...artifacts.flatMap(acknowledgementsIn)];
  const isStated = ({ scope, findings: [id] }: StatedAcknowledgement) =>
    stated.some((acknowledgement) => acknowledgement.scope === scope && acknowledgement.findings.includes(id));
  const acknowledgements = [...stated, ...reported.acknowledgements.filter((applied) => !isStated(applied))];
  return {
    stacks: artifacts.map((artifact) => stackFacts(artifact, relative(folder, artifact.templateFullPath), gaps)),
    // The first of the same stays: a pack's own record says more than a report.
    findings: withoutDoubles([...(record?.findings ?? []), ...reported.findings], ({ id, path }) => `${id} ${path}`),
    acknowledgements: withoutDoubles(acknowledgements, ({ scope, findings, reason }) =>
      JSON.stringify([scope, findings, reason]),
    ),
    resourcesOfRules: record?.resourcesOfRules,
    gaps,
  };
}

function acknowledgementsIn(artifact: CloudFormationStackArtifact): StatedAcknowledgement[] {
  return Object.entries(artifact.metadata).flatMap(([path, entries]) =>
    statedAcknowledgements(path.replace(/^\//, ''), entries),
  );
}

function withoutDoubles<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}
