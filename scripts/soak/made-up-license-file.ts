import { Draw } from './draw';
import { MADE_UP_COLUMNS, madeUpLicense } from './made-up-licenses';
import { madeUpMistake, Mistake } from './made-up-mistakes';

export interface MadeUpFileSettings {
  /** Records after the header. */
  readonly rows: number;
  /** The same seed and settings give the same file. */
  readonly seed: number;
  /** Share of records with one mistake each, 0 to 1. */
  readonly badShare: number;
  /** Share of records that repeat number and license type of an earlier valid record, 0 to 1. */
  readonly duplicateShare: number;
  /** Full names of the license types of the compact that the file is for. */
  readonly licenseTypes: readonly string[];
  /** Whether every optional cell is filled; by default few are. */
  readonly filled?: boolean;
}

/** What must become of the records of a file. */
export interface LicenseFileLedger {
  readonly rows: number;
  /** Records that are queued; each has a social security number of its own, so as many providers appear. */
  readonly accepted: number;
  /** Records with a mistake. */
  readonly bad: number;
  /** Records that repeat an earlier one. */
  readonly duplicates: number;
  /** Per refused record, its `recordNumber` and the only error that its event must name. */
  readonly refusals: ReadonlyMap<number, { readonly field: string; readonly message: string }>;
}

export interface MadeUpFile {
  /** The text in pieces of some ten thousand characters; lines end with CRLF. */
  readonly text: AsyncIterable<string>;
  readonly ledger: LicenseFileLedger;
}

type Fate =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'bad'; readonly mistake: Mistake }
  | { readonly kind: 'duplicate'; readonly of: number };

const PIECE_CHARACTERS = 65_536;

/**
 * A file of licenses of people who do not exist, streamed: nothing of it is kept, so that files of any length can be
 * made. Record numbers begin at 1, the first record is valid where any is.
 */
export function madeUpLicenseFile(settings: MadeUpFileSettings): MadeUpFile {
  return { text: textOf(settings), ledger: ledgerOf(settings) };
}

async function* textOf(settings: MadeUpFileSettings): AsyncGenerator<string> {
  yield* madeUpPieces(settings);
}

function ledgerOf(settings: MadeUpFileSettings): LicenseFileLedger {
  const refusals = new Map<number, { field: string; message: string }>();
  let duplicates = 0;
  for (let record = 1; record <= settings.rows; record += 1) {
    const fate = fateOf(record, settings);
    if (fate.kind === 'bad') refusals.set(record, fate.mistake);
    if (fate.kind !== 'duplicate') continue;
    duplicates += 1;
    refusals.set(record, { field: '_schema', message: duplicateMessage(fate.of, settings) });
  }
  const accepted = settings.rows - refusals.size;
  return { rows: settings.rows, accepted, bad: refusals.size - duplicates, duplicates, refusals };
}

/** The product's own text is an interface (spec 04 section 9.2), so it is written here a second time. */
function duplicateMessage(original: number, settings: MadeUpFileSettings): string {
  const { licenseType } = madeUpLicense(original, settings);
  return (
    `Duplicate License SSN detected for license type ${licenseType}. SSN matches with record ${original}. ` +
    'Every record must have a unique SSN per license type within the same file.'
  );
}

function fateOf(record: number, settings: MadeUpFileSettings): Fate {
  const draw = new Draw(settings.seed, record, 'fate');
  const share = draw.share();
  if (share < settings.badShare) return { kind: 'bad', mistake: madeUpMistake(draw, settings.licenseTypes) };
  if (record === 1 || share >= settings.badShare + settings.duplicateShare) return { kind: 'accepted' };
  const original = earlierAccepted(draw.below(record - 1) + 1, settings);
  return original === undefined ? { kind: 'accepted' } : { kind: 'duplicate', of: original };
}

/** The next record at or before `record` that is accepted for certain. */
function earlierAccepted(record: number, { seed, badShare, duplicateShare }: MadeUpFileSettings): number | undefined {
  for (let candidate = record; candidate >= 1; candidate -= 1) {
    if (new Draw(seed, candidate, 'fate').share() >= badShare + duplicateShare) return candidate;
  }
  return undefined;
}

/** The text of a file, for callers that can't wait for it. */
export function* madeUpPieces(settings: MadeUpFileSettings): Generator<string> {
  let piece = `${MADE_UP_COLUMNS.join(',')}\r\n`;
  for (let record = 1; record <= settings.rows; record += 1) {
    piece += `${lineOf(record, settings)}\r\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function lineOf(record: number, settings: MadeUpFileSettings): string {
  const fate = fateOf(record, settings);
  const license = madeUpLicense(record, settings);
  const original = fate.kind === 'duplicate' ? madeUpLicense(fate.of, settings) : license;
  const mistakes = fate.kind === 'bad' ? fate.mistake.cells : {};
  const row = { ...license, ssn: original.ssn, licenseType: original.licenseType, ...mistakes };
  return MADE_UP_COLUMNS.map((column) => cellText(row[column])).join(',');
}

function cellText(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
