import type { PartialText } from '../../iam/partial-text';
import { splitText } from '../../iam/split-text';
import { concatenated } from '../../iam/text-building';
import { literalText } from '../../iam/text-matching';

/**
 * Bucket and key, `bucket/path/key`, of the address of an object; nothing where it can't be told. Hosts are
 * `s3.region.suffix` or `bucket.s3.region.suffix`
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html).
 */
export function afterHost(address: PartialText): PartialText | undefined {
  const { items, isComplete } = splitText(address, '/');
  const [protocol, , host, ...path] = items;
  if (!isComplete || protocol?.[0] !== 'https:' || !host || path.length === 0) return undefined;
  const [first] = host;
  if (typeof first !== 'string') return undefined;
  const rest = joined(path);
  if (/^s3[.-]/.test(first)) return rest;
  const bucket = /^(.+?)\.s3[.-]/.exec(first)?.[1];
  return bucket === undefined ? undefined : concatenated(literalText(`${bucket}/`), rest);
}

/** Name of the repository in `account.dkr.ecr.region.suffix/name:tag` or `…/name@sha256:…`; nothing where it can't be told. */
export function imageRepository(uri: PartialText): PartialText | undefined {
  const { items } = splitText(uri, '/');
  const name = items.slice(1);
  if (name.length === 0) return undefined;
  const { items: pieces } = splitText(joined(name), ':');
  const [repository] = pieces;
  return repository && splitText(repository, '@').items[0];
}

function joined(items: readonly PartialText[]): PartialText {
  return concatenated(...items.flatMap((item, index) => (index === 0 ? [item] : [literalText('/'), item])));
}
