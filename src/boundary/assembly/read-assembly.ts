import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { AssetPaths } from './asset-paths';
import { constructPathsOf } from './construct-paths';
import { DeploymentPlace, TemplateFolder } from './nested-templates';
import { partitionOf } from './partitions';
import { readDocument } from './read-document';
import { AssemblyReading, ReadingProblems } from './reading-problems';
import type { DeployedTemplate } from '../../core/boundary/deployed-template';
import { isRecord, JsonRecord, memberOf, membersOf, textMember } from '../../core/boundary/templates/json-values';

/**
 * Reads a synthesized app of any version of the CDK (`cdk.out`): all its stacks, those of its stages and nested stacks too.
 * The reader of the CDK refuses assemblies that are newer than itself, and throws at the first mistake.
 */
export function readAssembly(folder: string): AssemblyReading {
  const problems = new ReadingProblems();
  const templates = templatesOf(folder, problems, new Set());
  return { templates, problems: problems.all };
}

function templatesOf(folder: string, problems: ReadingProblems, entered: Set<string>): DeployedTemplate[] {
  const manifestFile = join(folder, 'manifest.json');
  if (!existsSync(manifestFile)) {
    problems.add(
      folder,
      'no manifest.json',
      'the folder holds no synthesized app',
      'give the folder that "cdk synth" wrote, such as cdk.out, or the files of templates',
    );
    return [];
  }
  const real = realpathSync(folder);
  if (entered.has(real)) {
    problems.add(manifestFile, folder, 'the assembly contains itself', 'synthesize the app anew');
    return [];
  }
  entered.add(real);
  const artifacts = membersOf(memberOf(readDocument(manifestFile, problems), 'artifacts'));
  const stacks = new TemplateFolder(folder, assetPathsOf(folder, artifacts, problems), problems);
  return artifacts.flatMap(([id, artifact]) => {
    const type = memberOf(artifact, 'type');
    if (type === 'aws:cloudformation:stack') return stackOf(folder, id, artifact, stacks, problems);
    if (type !== 'cdk:cloud-assembly') return [];
    const stage = propertyOf(artifact, 'directoryName');
    if (stage !== undefined) return templatesOf(join(folder, stage), problems, entered);
    problems.add(
      `${manifestFile}: artifacts.${id}`,
      'no directoryName',
      'a stage has a folder',
      'synthesize the app anew',
    );
    return [];
  });
}

function stackOf(
  folder: string,
  id: string,
  artifact: unknown,
  stacks: TemplateFolder,
  problems: ReadingProblems,
): DeployedTemplate[] {
  const file = propertyOf(artifact, 'templateFile');
  if (file === undefined) {
    const place = `${join(folder, 'manifest.json')}: artifacts.${id}`;
    problems.add(place, 'no templateFile', 'a stack has the file of its template', 'synthesize the app anew');
    return [];
  }
  const name = propertyOf(artifact, 'stackName') ?? id;
  const facts = { place: placeOf(artifact), paths: constructPathsOf(metadataOf(folder, artifact, problems)) };
  const template = stacks.stack(file, name, facts);
  return template ? [template] : [];
}

/** `aws://111111111111/us-east-1`, with `unknown-account` and `unknown-region` where the app does not say. */
function placeOf(artifact: unknown): DeploymentPlace {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(textMember(artifact, 'environment') ?? '') ?? [];
  const known = (value: string | undefined) => (value?.startsWith('unknown-') ? undefined : value);
  const place = {
    account: known(account),
    region: known(region),
    partition: known(region) && partitionOf(region),
    executionRole: propertyOf(artifact, 'cloudFormationExecutionRoleArn'),
  };
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
}

function metadataOf(folder: string, artifact: unknown, problems: ReadingProblems): JsonRecord {
  const metadata = memberOf(artifact, 'metadata');
  const file = textMember(artifact, 'additionalMetadataFile');
  return { ...(isRecord(metadata) && metadata), ...(file !== undefined && readDocument(join(folder, file), problems)) };
}

function assetPathsOf(
  folder: string,
  artifacts: readonly (readonly [string, unknown])[],
  problems: ReadingProblems,
): AssetPaths {
  const assets = new AssetPaths();
  for (const [, artifact] of artifacts) {
    const file = memberOf(artifact, 'type') === 'cdk:asset-manifest' ? propertyOf(artifact, 'file') : undefined;
    if (file !== undefined) assets.add(readDocument(join(folder, file), problems));
  }
  return assets;
}

function propertyOf(artifact: unknown, name: string): string | undefined {
  return textMember(memberOf(artifact, 'properties'), name);
}
