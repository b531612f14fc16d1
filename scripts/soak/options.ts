import { parseArgs } from 'node:util';

export interface SoakOptions {
  /** CSV file to upload in place of a generated one. */
  readonly file?: string;
  /** Compact that the file is for. */
  readonly compact: string;
  readonly rows: number;
  /** Invocations that are killed on the way. */
  readonly kills: number;
  readonly seed: number;
  readonly badShare: number;
  readonly duplicateShare: number;
  /** Folder for the files of the run. */
  readonly folder: string;
}

export const SOAK_USAGE = `Uploads a file of licenses through a local run of its own and counts what came of it.

  --rows N          records of the generated file (default 200000)
  --kills N         invocations that are killed on the way, at times drawn by chance (default 3)
  --seed N          what the file and the times are drawn from (default 1)
  --bad SHARE       share of records with a mistake (default 0.01)
  --duplicates SHARE
                    share of records that repeat an earlier one (default 0.01)
  --file PATH       upload this file instead, and print what came of it
  --compact NAME    compact that the file of --file is for (default aslp)
  --folder DIR      folder for the files of the run (default .local/soak)
  --help            show this text`;

/** Throws for what it does not understand, with a text for people. */
export function parseSoakOptions(parameters: readonly string[]): SoakOptions | 'help' {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      rows: { type: 'string', default: '200000' },
      kills: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      bad: { type: 'string', default: '0.01' },
      duplicates: { type: 'string', default: '0.01' },
      file: { type: 'string' },
      compact: { type: 'string', default: 'aslp' },
      folder: { type: 'string', default: '.local/soak' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    file: values.file,
    compact: values.compact,
    folder: values.folder,
    rows: wholeNumber('--rows', values.rows),
    kills: wholeNumber('--kills', values.kills),
    seed: wholeNumber('--seed', values.seed),
    badShare: share('--bad', values.bad),
    duplicateShare: share('--duplicates', values.duplicates),
  };
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`${name} has the value "${text}": give a whole number`);
}

function share(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value < 0.5) return value;
  throw new Error(`${name} has the value "${text}": give a share from 0 to below 0.5`);
}
