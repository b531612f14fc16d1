import { rootClients } from './emulator-clients';
import { Pipeline } from './pipeline';
import { reportsOfFile } from './reported-records';
import { itemsOf, textOf } from './scan';
import { uploadAsState } from './state-client';
import { untilQuiet } from './throughput';
import type { LocalEnvironment } from '../../local/environment';
import { scanRun } from '../../local/observe/personal-data/scan-run';
import { describeFinding, PersonalDataScanner } from '../../local/observe/personal-data/scanner';

export interface OneFileResult {
  /** Every license and practitioner that is stored then. */
  readonly stored: readonly string[];
  /** What was reported of the file. */
  readonly reports: readonly string[];
  /** What is wrong with the pipeline itself. */
  readonly failures: readonly string[];
}

/** Sends any file through a local run, and says what came of it. */
export async function uploadOneFile(
  environment: LocalEnvironment,
  compact: string,
  file: Buffer,
): Promise<OneFileResult> {
  const clients = rootClients(environment);
  const pipeline = new Pipeline(environment, clients);
  const objectKey = await uploadAsState(environment, compact, new Blob([new Uint8Array(file)]));
  await untilQuiet(pipeline, Date.now(), () => undefined);
  const stored: string[] = [];
  for await (const item of itemsOf(clients.dynamoDb, environment.tables.ProviderTable)) {
    const [type, license] = ['type', 'licenseType'].map((attribute) => textOf(item, attribute));
    const name = `${textOf(item, 'givenName')} ${textOf(item, 'familyName')}`;
    // Practitioners have no license type.
    stored.push([`${type} ${name}`, license, `provider ${textOf(item, 'providerId')}`].filter(Boolean).join(', '));
  }
  const scanner = new PersonalDataScanner(environment.staffUsers.map(({ email }) => email));
  for (const row of rowsOf(file.toString('utf8'))) scanner.learn(row);
  const { findings } = await scanRun(environment, scanner);
  const deadLetters = [...(await pipeline.deadLetters())].map(
    ([queue, count]) => `${count} dead letters are in ${queue}`,
  );
  return {
    stored: stored.sort(),
    reports: await reportsOfFile(environment.address, objectKey),
    failures: [...deadLetters, ...findings.map(describeFinding)],
  };
}

/** Rows of a file by column, read as simply as can be: cells with line breaks are cut, which only hides them from the scan. */
function* rowsOf(text: string): Generator<Record<string, string>> {
  const [header, ...lines] = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map(cellsOf);
  for (const cells of lines) yield Object.fromEntries(cells.map((cell, index) => [header[index] ?? '', cell]));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
