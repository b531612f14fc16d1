import { readFileSync } from 'node:fs';
import { failure, Result, success } from '../../core/result';
import { JsonMistake, JsonNode, parseJson } from '../../core/text/json-document';
import { displayed } from '../problem';
import { Ledger } from './ledger';
import { Place } from './place';

/** A configuration file, or what takes the place of one: its text, or why there is none. */
export interface SourceFile {
  /** As problems name it. */
  readonly name: string;
  readonly text: Result<string, string>;
}

/** @param path relative to the working directory */
export function readSourceFile(path: string): SourceFile {
  try {
    return { name: path, text: success(readFileSync(path, 'utf8')) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return {
      name: path,
      text: failure(code === 'ENOENT' ? 'there is no such file' : `the file can't be read (${code})`),
    };
  }
}

/** The whole of a file; nothing where there is none or it can't be parsed, which is then reported. */
export function parseSource(
  { name, text }: SourceFile,
  ledger: Ledger,
  parse: (text: string) => Result<JsonNode, JsonMistake> = parseJson,
): Place | undefined {
  if (!text.ok) {
    ledger.report({ file: name, path: '', value: 'nothing' }, text.error, 'check the path and the rights of the file');
    return undefined;
  }
  const document = parse(text.value);
  if (document.ok) return Place.root(ledger, name, document.value);
  const { at, found, reason, remedy } = document.error;
  const value = found === undefined ? 'the end of the file' : displayed(found);
  ledger.report({ file: name, ...at, path: '', value }, reason, remedy);
  return undefined;
}
