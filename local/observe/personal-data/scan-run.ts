import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PersonalDataFinding, PersonalDataScanner } from './scanner';
import type { LocalEnvironment } from '../../environment';
import { allEvents } from '../event-log';

/** The one event that carries a license with its personal data (spec 04 section 10.2). */
const WITH_PERSONAL_DATA: readonly string[] = ['license.ingest'];
/** More findings of one cause say nothing new. */
const MAXIMUM_FINDINGS = 20;

export interface ScannedRun {
  readonly lines: number;
  readonly events: number;
  readonly findings: readonly PersonalDataFinding[];
}

/** Scans what a local run has logged and published so far. */
export async function scanRun(
  { handlers, address }: Pick<LocalEnvironment, 'handlers' | 'address'>,
  scanner: PersonalDataScanner,
): Promise<ScannedRun> {
  const findings: PersonalDataFinding[] = [];
  let lines = 0;
  let events = 0;
  for (const file of readdirSync(handlers.logs)) {
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(join(handlers.logs, file)) })) {
      line += 1;
      findings.push(...scanner.scan(`${file} line ${line}`, text));
    }
    lines += line;
  }
  for await (const { id, source, type, detail } of allEvents(address)) {
    events += 1;
    const said = WITH_PERSONAL_DATA.includes(type) ? { source } : { source, detail };
    findings.push(...scanner.scan(`event ${id} of type ${type}`, JSON.stringify(said)));
  }
  return { lines, events, findings: findings.slice(0, MAXIMUM_FINDINGS) };
}
