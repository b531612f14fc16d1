import { createInterface } from 'node:readline/promises';
import { CommandError } from './exit-codes';

/** Where a person is asked. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream;
}

/** Asks a question of yes or no; nothing but yes is one, and neither is an input that ends. */
export async function confirmed(question: string, { stdin, stdout }: Terminal = process): Promise<boolean> {
  if (!stdin.isTTY) throw new CommandError(`nobody can be asked "${question}" here: add --yes`);
  const terminal = createInterface({ input: stdin, output: stdout });
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    const answer = await Promise.race([terminal.question(`${question} (y/n) `), closed]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
