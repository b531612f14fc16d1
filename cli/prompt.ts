import { createInterface } from 'node:readline';
import { CommandError } from './exit-codes';

/** Where a person is asked. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream;
}

/** Asks a question of yes or no; nothing but yes is one, and an input that ends isn't either. */
export async function confirmed(question: string, { stdin, stdout }: Terminal = process): Promise<boolean> {
  if (!stdin.isTTY) throw new CommandError(`nobody can be asked "${question}" here: add --yes`);
  const terminal = createInterface({ input: stdin, output: stdout, prompt: `${question} (y/n) ` });
  try {
    terminal.prompt();
    for await (const answer of terminal) return /^y(es)?$/i.test(answer.trim());
    return false;
  } finally {
    terminal.close();
  }
}
