import { CallCounts, callCounts } from './call-counts';
import { rootClients } from './emulator-clients';
import { Kill, killAtRandom, READER } from './kills';
import { madeUpLicenseFile, MadeUpFileSettings } from './made-up-license-file';
import { madeUpLicense } from './made-up-licenses';
import { Pipeline } from './pipeline';
import { checkReportedRecords } from './reported-records';
import { uploadAsState } from './state-client';
import { checkStoredLicenses } from './stored-licenses';
import { untilQuiet } from './throughput';
import type { LocalEnvironment } from '../../local/environment';
import { scanRun } from '../../local/observe/personal-data/scan-run';
import { describeFinding, PersonalDataScanner } from '../../local/observe/personal-data/scanner';

/** Compact of generated files; its license types are those of the sandbox app. */
export const SOAK_COMPACT = 'aslp';
export const SOAK_LICENSE_TYPES = ['audiologist', 'speech-language pathologist'];

export interface SoakSettings {
  readonly file: MadeUpFileSettings;
  /** Invocations to kill on the way. */
  readonly kills: number;
  readonly onProgress: (line: string) => void;
}

export interface SoakResult {
  readonly bytes: number;
  readonly accepted: number;
  /** From the upload to the last stored item. */
  readonly seconds: number;
  readonly kills: readonly Kill[];
  /** Records whose report was repeated because the file was read again. */
  readonly repeatedReports: number;
  /** Calls of handlers by service and operation. */
  readonly calls: CallCounts;
  readonly scannedLines: number;
  readonly scannedEvents: number;
  /** What is not as it must be, one line each; none where all is well. */
  readonly failures: readonly string[];
}

/** Sends a generated file through a local run that did nothing else, kills some of its work, and counts what came of it. */
export async function soak(environment: LocalEnvironment, settings: SoakSettings): Promise<SoakResult> {
  const clients = rootClients(environment);
  const pipeline = new Pipeline(environment, clients);
  const { text, ledger } = madeUpLicenseFile(settings.file);
  const file = new Blob(await pieces(text));
  const before = await callCounts(environment);
  const begin = Date.now();
  await uploadAsState(environment, SOAK_COMPACT, file);
  settings.onProgress(`${ledger.rows} records, ${file.size} bytes are uploaded`);
  const ended = new AbortController();
  // A license and its practitioner.
  const killing = { kills: settings.kills, seed: settings.file.seed, expected: 2 * ledger.accepted };
  const killed = killAtRandom(pipeline, killing, ended.signal);
  const seconds = await untilQuiet(pipeline, begin, (stored) => settings.onProgress(`${stored} items are stored`));
  ended.abort();
  const kills = await killed;
  const calls = (await callCounts(environment)).minus(before);

  const licenses = await checkStoredLicenses(environment, clients, settings.file, ledger);
  const wasReadAgain = kills.some(({ label }) => label === READER);
  const reports = await checkReportedRecords(environment.address, ledger, wasReadAgain);
  const deadLetters = [...(await pipeline.deadLetters())];
  const scanned = await scanRun(environment, scannerOf(environment, settings.file));
  return {
    bytes: file.size,
    accepted: ledger.accepted,
    seconds,
    kills,
    repeatedReports: reports.repeated,
    calls,
    scannedLines: scanned.lines,
    scannedEvents: scanned.events,
    failures: [
      ...licenses.differences,
      ...reports.differences,
      ...deadLetters.map(([queue, count]) => `${count} dead letters are in ${queue}`),
      ...(kills.length < settings.kills ? [`only ${kills.length} of ${settings.kills} invocations were killed`] : []),
      ...scanned.findings.map(describeFinding),
    ],
  };
}

async function pieces(text: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of text) all.push(piece);
  return all;
}

/** Knows everybody in the file, those of refused records too. */
function scannerOf({ staffUsers }: LocalEnvironment, file: MadeUpFileSettings): PersonalDataScanner {
  const scanner = new PersonalDataScanner(staffUsers.map(({ email }) => email));
  for (let record = 1; record <= file.rows; record += 1) scanner.learn(madeUpLicense(record, file));
  return scanner;
}
