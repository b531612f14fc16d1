import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError, EXIT } from './exit-codes';
import { runCdk, STANDARD_ERROR } from './pinned-cdk';

/**
 * What a question gets from the cloud assembly of an app, which is synthesized for it and then gone. The rules that
 * templates are held to answer other questions, so they are not run.
 */
export function askAssembly<Answer>(appFolder: string, question: (assembly: string) => Answer): Answer {
  const assembly = mkdtempSync(join(tmpdir(), 'compact-assembly-'));
  try {
    const code = runCdk(
      appFolder,
      ['synth', '--quiet', '--output', assembly],
      // Standard output is that of the answer, which other programs read.
      { environment: { CDK_VALIDATION: 'false' }, stdout: STANDARD_ERROR },
    );
    if (code !== EXIT.done) throw new CommandError('the app could not be synthesized: see above');
    return question(assembly);
  } finally {
    rmSync(assembly, { recursive: true, force: true });
  }
}
