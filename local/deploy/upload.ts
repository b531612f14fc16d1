import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { Zippable, zipSync } from 'fflate';
import { AssemblyStack, AssetFile } from '../assembly/manifest';

/** Any version that newer templates accept: they only check a minimum. */
const BOOTSTRAP_VERSION = '1000';

/** Makes what a bootstrapped account has and a deployment needs: staging buckets and the bootstrap version. */
export async function prepareAccount(s3: S3Client, ssm: SSMClient, stacks: readonly AssemblyStack[]): Promise<void> {
  const buckets = new Set(stacks.flatMap(({ files }) => files.map(({ bucket }) => bucket)));
  const versions = new Set(stacks.flatMap(({ bootstrapVersionParameter }) => bootstrapVersionParameter ?? []));
  await Promise.all([
    ...[...buckets].map((Bucket) => s3.send(new CreateBucketCommand({ Bucket }))),
    ...[...versions].map((Name) =>
      ssm.send(new PutParameterCommand({ Name, Value: BOOTSTRAP_VERSION, Type: 'String', Overwrite: true })),
    ),
  ]);
}

/** Uploads every file asset of the stacks once. */
export async function uploadAssets(s3: S3Client, stacks: readonly AssemblyStack[]): Promise<void> {
  const files = new Map(stacks.flatMap((stack) => stack.files.map((file) => [`${file.bucket}/${file.key}`, file])));
  await Promise.all(
    [...files.values()].map((file) =>
      s3.send(new PutObjectCommand({ Bucket: file.bucket, Key: file.key, Body: contents(file) })),
    ),
  );
}

function contents({ source, packaging }: AssetFile): Uint8Array {
  return packaging === 'file' ? readFileSync(source) : zipSync(entriesOf(source), { level: 1 });
}

function entriesOf(folder: string): Zippable {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [relative(folder, path).split(sep).join('/'), new Uint8Array(readFileSync(path))];
    }),
  );
}
