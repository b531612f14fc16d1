import { DEPLOY } from './parameter-name';
import { parseJson, plainValue } from '../../core/text/json-document';
import { SourceFile } from '../reading/source-file';

/** What the parameter of an environment says beside the environment itself, where its file does. */
const ACCOMPANYING_KEYS = ['deployAccount', 'source'];

/** Whether a file of CompactConnect is that of an environment, or of the deploy account. */
export function isCompactConnectFileOf(file: SourceFile, environment: string): boolean {
  return member(member(member(contentOf(file), 'ssm_context'), 'environments'), environment) !== undefined;
}

/** The value of a parameter of CompactConnect: `ssm_context` of the file of the environment, as a whole. */
export function compactConnectValue(files: readonly SourceFile[], environment: string): string | undefined {
  const file = files.find((candidate) => isCompactConnectFileOf(candidate, environment));
  return file && JSON.stringify(member(contentOf(file), 'ssm_context'));
}

/** The value of a parameter of ours: the document that has the environment, without everything that others may say. */
export function documentValue(files: readonly SourceFile[], environment: string): string | undefined {
  for (const document of files.map(contentOf)) {
    const settings = member(member(document, 'environments'), environment);
    const accompanying = ACCOMPANYING_KEYS.flatMap((key) => {
      const value = member(document, key);
      return value === undefined ? [] : [[key, value]];
    });
    if (environment === DEPLOY && member(document, 'deployAccount') !== undefined) {
      return JSON.stringify(Object.fromEntries(accompanying));
    }
    if (settings !== undefined) {
      return JSON.stringify({ ...Object.fromEntries(accompanying), environments: { [environment]: settings } });
    }
  }
  return undefined;
}

/** Whether the text of a file is JSON. */
export function isReadable(file: SourceFile): boolean {
  return contentOf(file) !== undefined;
}

function contentOf({ text }: SourceFile): unknown {
  const document = text.ok ? parseJson(text.value) : text;
  return document.ok ? plainValue(document.value) : undefined;
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
