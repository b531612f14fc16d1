import { readFileSync, statSync } from 'node:fs';
import { ReadingProblems } from './reading-problems';
import { parseTemplate } from './template-text';
import { isRecord, JsonRecord } from '../../core/boundary/templates/json-values';

/** CloudFormation takes 1 MB (`TemplateBody`, quotas of CloudFormation); what is so much longer is no template. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** The object that a JSON or YAML file holds; else nothing, and a problem says why. */
export function readDocument(file: string, problems: ReadingProblems): JsonRecord | undefined {
  const text = textOf(file, problems);
  if (text === undefined) return undefined;
  const { template, mistakes } = parseTemplate(text, file);
  for (const { value, reason, remedy } of mistakes) problems.add(file, value, reason, remedy);
  if (isRecord(template)) return template;
  if (mistakes.length === 0) {
    const found = Array.isArray(template) ? 'a list' : `${template ?? 'nothing'}`.slice(0, 40);
    problems.add(file, found, 'an object is expected', 'give a template or the manifest of an assembly');
  }
  return undefined;
}

function textOf(file: string, problems: ReadingProblems): string | undefined {
  try {
    const { size } = statSync(file);
    if (size <= MAX_FILE_BYTES) return readFileSync(file, 'utf8');
    problems.add(
      file,
      `${size} bytes`,
      `at most ${MAX_FILE_BYTES} bytes are read, and CloudFormation takes far less`,
      'give the template itself',
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    problems.add(file, code ?? 'an error', 'the file can not be read', 'give the path of a file that is there');
  }
  return undefined;
}
