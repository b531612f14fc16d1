import { success } from '../../core/result';
import { parseJson, plainValue } from '../../core/text/json-document';
import type { SourceFile } from '../reading/source-file';

/** Documents as they are without an environment, which something else then takes the place of. */
export function withoutEnvironment(files: readonly SourceFile[], environment: string): SourceFile[] {
  return files.map((file) => {
    const document = file.text.ok ? parseJson(file.text.value) : file.text;
    if (!document.ok) return file;
    const { environments, ...others } = Object(plainValue(document.value));
    if (!Object.hasOwn(Object(environments), environment)) return file;
    const { [environment]: _, ...rest } = environments;
    return { ...file, text: success(JSON.stringify({ ...others, environments: rest })) };
  });
}
