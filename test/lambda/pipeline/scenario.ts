import { Fault } from './fault';
import { Outcome, outcomeOf } from './outcome';
import { Pipeline, TABLES } from './pipeline';
import { documentKey, militaryAffiliation, privilege } from '../../core/licensure/changes/ssn-correction-world';
import { Detail, POSTED, queueMessage } from '../../core/licensure/samples';

const TWICE_LICENSED = '222-33-0001';
const RENEWED = '222-33-0002';
const TAKEN_BACK = '222-33-0003';
const WRONG = '222-33-0004';
const RIGHT = '222-33-0005';

const INACTIVE = { licenseStatus: 'inactive', compactEligibility: 'ineligible' };

/** Files of states, row by row; the last two rows of Ohio's are refused. */
const FIRST_FILES: Readonly<Record<string, readonly Detail[]>> = {
  'arbor/oh/first': [
    { ssn: TWICE_LICENSED },
    { ssn: RENEWED },
    { ssn: TAKEN_BACK },
    { ssn: WRONG },
    { ssn: '222-33-0006', npi: '12' },
    { ssn: RENEWED, familyName: 'Again' },
  ],
  'arbor/ky/first': [{ ssn: TWICE_LICENSED, dateOfIssuance: '2021-01-01' }],
};

/** Messages that no door lets in: one without a number, one that breaks a rule; and one that comes twice. */
const MESSAGES: readonly Detail[] = [
  { ssn: undefined, familyName: 'Nobody' },
  { ssn: RENEWED, licenseType: 'falconer' },
  { ssn: RENEWED },
];

/** Each license once: of two uploads of a license the last one counts, and no queue keeps their order. */
const LATER_FILES: Readonly<Record<string, readonly Detail[]>> = {
  'arbor/oh/later': [
    { ssn: RENEWED, dateOfExpiration: '2031-04-01' },
    { ssn: TAKEN_BACK, ...INACTIVE },
    { ssn: RIGHT, previousSSN: WRONG },
  ],
  'arbor/ky/later': [{ ssn: TWICE_LICENSED, dateOfIssuance: '2021-01-01', ...INACTIVE }],
};

export interface Run {
  readonly outcome: Outcome;
  /** What the pipeline called. */
  readonly calls: readonly string[];
  /** Items that are still to be published or written. */
  readonly left: number;
}

/** Two rounds of files; in between, a practitioner buys a privilege and another one uploads a document. */
export async function runScenario(...faults: readonly Fault[]): Promise<Run> {
  const pipeline = new Pipeline(faults);
  upload(pipeline, FIRST_FILES);
  MESSAGES.forEach((changes) => pipeline.queues.preprocessing.send(queueMessage(changes)));
  await pipeline.run();
  practitionersAct(pipeline);
  upload(pipeline, LATER_FILES);
  await pipeline.run();
  const left = pipeline.tables.items(TABLES.eventOutbox).length;
  return { outcome: outcomeOf(pipeline), calls: pipeline.network.calls, left };
}

function upload(pipeline: Pipeline, files: typeof FIRST_FILES): void {
  for (const [key, rows] of Object.entries(files)) pipeline.upload(key, csv(rows));
}

function csv(rows: readonly Detail[]): string {
  const licenses = rows.map((changes): Detail => ({ ...POSTED, previousSSN: '', npi: '', ...changes }));
  const columns = Object.keys(licenses[0]);
  return [columns, ...licenses.map((license) => columns.map((column) => license[column]))].join('\n');
}

function practitionersAct({ tables, documents }: Pipeline): void {
  const numbers = tables.items(TABLES.ssn);
  const idOf = (ssn: string) => String(numbers.find((mapping) => mapping.ssn === ssn)!.providerId);
  const listed = documentKey(idOf(WRONG));
  documents.objects.set(listed, 'a scanned page');
  tables.put(
    TABLES.provider,
    privilege({ providerId: idOf(TAKEN_BACK) }),
    militaryAffiliation({ providerId: idOf(WRONG), documentKeys: [listed] }),
  );
}
