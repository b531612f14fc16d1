import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from './template';
import { LocalRunError } from '../tools/errors';

/** One stack of a synthesized assembly, with what a deployment needs to know about it. */
export interface AssemblyStack {
  /** Id within its assembly folder. */
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly folder: string;
  readonly templateFile: string;
  /** Location of the template in the staging bucket, `s3://bucket/key`. */
  readonly templateUrl: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  /** Parameter that tells templates the version of the bootstrap stack. */
  readonly bootstrapVersionParameter?: string;
  /** Construct path of each resource, by logical id. */
  readonly constructPaths: Readonly<Record<string, string>>;
  readonly files: readonly AssetFile[];
}

export interface AssetFile {
  readonly source: string;
  readonly packaging: 'file' | 'zip';
  readonly bucket: string;
  readonly key: string;
}

interface Artifact {
  readonly type: string;
  readonly environment?: string;
  readonly dependencies?: readonly string[];
  readonly properties?: Readonly<Record<string, any>>;
  readonly metadata?: Metadata;
  readonly additionalMetadataFile?: string;
}

type Metadata = Readonly<Record<string, readonly { readonly type: string; readonly data?: unknown }[]>>;

export function readJson<Shape>(...path: string[]): Shape {
  return JSON.parse(readFileSync(join(...path), 'utf8'));
}

export function readTemplate(stack: AssemblyStack): Template {
  return readJson(stack.templateFile);
}

/** Reads all stacks of an assembly, those of its stages too, each after the stacks it depends on. */
export function readAssembly(folder: string): AssemblyStack[] {
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new LocalRunError(`${folder} holds no synthesized app: there is no manifest.json in it`);
  }
  const { artifacts } = readJson<{ artifacts: Record<string, Artifact> }>(folder, 'manifest.json');
  return inDependencyOrder(artifacts).flatMap((id) => {
    const artifact = artifacts[id];
    if (artifact.type === 'cdk:cloud-assembly') return readAssembly(join(folder, artifact.properties!.directoryName));
    return artifact.type === 'aws:cloudformation:stack' ? [readStack(folder, id, artifact, artifacts)] : [];
  });
}

function inDependencyOrder(artifacts: Readonly<Record<string, Artifact>>): string[] {
  const ordered = new Set<string>();
  const visit = (id: string): void => {
    if (ordered.has(id) || !artifacts[id]) return;
    artifacts[id].dependencies?.forEach(visit);
    ordered.add(id);
  };
  Object.keys(artifacts).forEach(visit);
  return [...ordered];
}

function readStack(
  folder: string,
  id: string,
  artifact: Artifact,
  artifacts: Readonly<Record<string, Artifact>>,
): AssemblyStack {
  const [, account, region] = /^aws:\/\/(\d{12})\/([a-z0-9-]+)$/.exec(artifact.environment ?? '') ?? [];
  const properties = artifact.properties!;
  if (!account) {
    throw new LocalRunError(
      `stack ${id} has the environment "${artifact.environment}": synthesize the local run with an explicit account and region`,
    );
  }
  const manifests = (artifact.dependencies ?? []).filter((other) => artifacts[other]?.type === 'cdk:asset-manifest');
  return {
    id,
    name: properties.stackName ?? id,
    account,
    region,
    folder,
    templateFile: join(folder, properties.templateFile),
    templateUrl: properties.stackTemplateAssetObjectUrl,
    tags: properties.tags ?? {},
    parameters: properties.parameters ?? {},
    bootstrapVersionParameter: properties.bootstrapStackVersionSsmParameter,
    constructPaths: constructPaths(folder, artifact),
    files: manifests.flatMap((manifest) => readFiles(folder, artifacts[manifest].properties!.file, account, region)),
  };
}

function constructPaths(folder: string, { metadata, additionalMetadataFile }: Artifact): Record<string, string> {
  const entries: Metadata = {
    ...metadata,
    ...(additionalMetadataFile && readJson<Metadata>(folder, additionalMetadataFile)),
  };
  return Object.fromEntries(
    Object.entries(entries).flatMap(([path, facts]) =>
      facts.filter(({ type }) => type === 'aws:cdk:logicalId').map(({ data }) => [String(data), path]),
    ),
  );
}

interface AssetManifest {
  readonly files?: Readonly<Record<string, AssetManifestFile>>;
}

interface AssetManifestFile {
  readonly source: { readonly path: string; readonly packaging: 'file' | 'zip' };
  readonly destinations: Readonly<Record<string, { readonly bucketName: string; readonly objectKey: string }>>;
}

function readFiles(folder: string, manifest: string, account: string, region: string): AssetFile[] {
  const { files } = readJson<AssetManifest>(folder, manifest);
  return Object.values(files ?? {}).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ bucketName, objectKey }) => ({
      source: join(folder, source.path),
      packaging: source.packaging,
      bucket: withoutPlaceholders(bucketName, account, region),
      key: withoutPlaceholders(objectKey, account, region),
    })),
  );
}

function withoutPlaceholders(text: string, account: string, region: string): string {
  return text
    .replaceAll('${AWS::AccountId}', account)
    .replaceAll('${AWS::Region}', region)
    .replaceAll('${AWS::Partition}', 'aws');
}
