import type { RootClients } from './emulator-clients';
import type { LicenseFileLedger, MadeUpFileSettings } from './made-up-license-file';
import { MADE_UP_COLUMNS, madeUpLicense } from './made-up-licenses';
import { itemsOf, StoredItem, textOf } from './scan';
import type { LocalEnvironment } from '../../local/environment';

/** Columns that records hold under another name, or not at all. */
const NOT_STORED_AS_SENT = ['ssn', 'licenseStatus', 'compactEligibility'];
/** Differences of one cause say nothing new. */
const MAXIMUM_SHOWN = 10;

export interface StoredLicenses {
  /** Items of the provider table by their type. */
  readonly items: ReadonlyMap<string, number>;
  readonly numbers: number;
  /** What is not as the file says, one line each. */
  readonly differences: readonly string[];
}

/**
 * Compares what is stored with the file, record by record, by scans of the tables: one social security number, one
 * practitioner and one license for each accepted record, with the data of that record, and nothing else.
 */
export async function checkStoredLicenses(
  { tables }: LocalEnvironment,
  { dynamoDb }: RootClients,
  settings: MadeUpFileSettings,
  ledger: LicenseFileLedger,
): Promise<StoredLicenses> {
  const differences: string[] = [];
  const unseen = acceptedRecords(settings, ledger);
  const recordOf = new Map<string, number>();
  let numbers = 0;
  for await (const item of itemsOf(dynamoDb, tables.SsnTable)) {
    numbers += 1;
    const record = unseen.get(textOf(item, 'ssn'));
    unseen.delete(textOf(item, 'ssn'));
    if (record === undefined) differences.push(`a social security number is stored that no accepted record has`);
    else recordOf.set(textOf(item, 'providerId'), record);
  }
  for (const record of unseen.values()) differences.push(`record ${record} has no stored social security number`);
  const items = new Map<string, number>();
  const missing = { license: new Set(recordOf.values()), provider: new Set(recordOf.values()) };
  for await (const item of itemsOf(dynamoDb, tables.ProviderTable)) {
    const type = textOf(item, 'type');
    items.set(type, (items.get(type) ?? 0) + 1);
    differences.push(...differencesOf(item, type, recordOf.get(textOf(item, 'providerId')), missing, settings));
  }
  for (const record of missing.license) differences.push(`record ${record} has no stored license`);
  for (const record of missing.provider) differences.push(`record ${record} has no stored practitioner`);
  return { items, numbers, differences: shortened(differences) };
}

/** Numbers of accepted records by their social security number. */
function acceptedRecords(settings: MadeUpFileSettings, { rows, refusals }: LicenseFileLedger): Map<string, number> {
  const accepted = new Map<string, number>();
  for (let record = 1; record <= rows; record += 1) {
    if (!refusals.has(record)) accepted.set(madeUpLicense(record, settings).ssn, record);
  }
  return accepted;
}

function differencesOf(
  item: StoredItem,
  type: string,
  record: number | undefined,
  missing: Readonly<Record<'license' | 'provider', Set<number>>>,
  settings: MadeUpFileSettings,
): string[] {
  if (record === undefined) return [`an item of type ${type} belongs to no accepted record`];
  if (type !== 'license' && type !== 'provider') return [`record ${record} has an item of type ${type}`];
  if (!missing[type].delete(record)) return [`record ${record} has more than one item of type ${type}`];
  const sent = madeUpLicense(record, settings);
  const columns = type === 'license' ? MADE_UP_COLUMNS.filter((column) => !NOT_STORED_AS_SENT.includes(column)) : [];
  const wrong = columns.filter((column) => textOf(item, column) !== sent[column]);
  if (textOf(item, 'ssnLastFour') !== sent.ssn.slice(-4)) wrong.push('ssn');
  return wrong.map((column) => `the ${type} of record ${record} has another ${column} than the file`);
}

export function shortened(lines: readonly string[]): string[] {
  if (lines.length <= MAXIMUM_SHOWN) return [...lines];
  return [...lines.slice(0, MAXIMUM_SHOWN), `… and ${lines.length - MAXIMUM_SHOWN} more`];
}
