import type { Domain } from '../contracts/domain';
import { EVENTS, EventSource, EventType } from '../contracts/events';
import { failure, Result, success } from '../result';
import { bestLicense } from './best-license';
import { detectChange } from './change-detection';
import { parseIngestDetail, UploadedLicense } from './ingest-detail';
import type { Item } from './item';
import { populateProvider, showsLicense } from './populate-provider';
import { ProviderRecords, readProviderRecords } from './provider-records';
import { describeErrors } from '../validation/parse';
import { License, LICENSE } from './records/license';
import { LICENSE_UPDATE } from './records/license-update';
import { Provider, PROVIDER } from './records/provider';
import { AnyRecordType, loadRecord, RecordContext, Storable, storeRecord } from './records/record-type';
import { isUnexpired } from './status';
import { instantText } from './time';

export { readIngestDetail } from './ingest-detail';

export interface IngestInput {
  readonly domain: Domain;
  /** Detail of the `license.ingest` event. */
  readonly detail: unknown;
  /** Main records of the provider, in the order of their sort keys. */
  readonly storedItems: readonly Item[];
  readonly now: string;
}

export interface PlannedEvent {
  readonly detailType: EventType;
  readonly source: EventSource;
  readonly detail: Record<string, unknown>;
}

/** What an upload changes: items to write in one transaction, then events to publish. */
export interface IngestPlan {
  readonly puts: Item[];
  readonly events: PlannedEvent[];
}

/**
 * Decides what storing an uploaded license means (spec 04 section 9.4). The license is replaced by what the state
 * sent, except for what boards set on it; the change is recorded; the provider shows the best license afterwards.
 */
export function planIngest({ domain, detail, storedItems, now }: IngestInput): Result<IngestPlan, string> {
  const context = { domain, now };
  const uploaded = parseIngestDetail(detail, domain);
  if (!uploaded.ok) return uploaded;
  const records = readProviderRecords(storedItems, context);
  if (!records.ok) return records;

  const stored = records.value.licenses.find((license) => isSameLicense(license, uploaded.value));
  const licenseItem = toItem(LICENSE, mergeUpload(uploaded.value, stored, now), context);
  if (!licenseItem.ok) return licenseItem;
  const license = loadRecord(LICENSE, licenseItem.value, context);
  if (!license.ok) return failure(describeErrors(license.error));

  const change = stored && detectChange(stored, license.value, context);
  const changeItem = change && toItem(LICENSE_UPDATE, change, context);
  if (changeItem && !changeItem.ok) return changeItem;
  const providerItem = planProvider(records.value, license.value, context);
  if (providerItem && !providerItem.ok) return providerItem;

  return success({
    puts: [licenseItem, changeItem, providerItem].flatMap((item) => (item ? [item.value] : [])),
    events: change?.updateType === 'deactivation' ? deactivationEvents(license.value, now) : [],
  });
}

function isSameLicense(license: License, other: UploadedLicense): boolean {
  return license.jurisdiction === other.jurisdiction && license.licenseType === other.licenseType;
}

/** Encumbrance and investigation are set by boards: no upload carries them, so no upload may take them away. */
function mergeUpload(uploaded: UploadedLicense, stored: License | undefined, now: string): Storable<typeof LICENSE> {
  return {
    ...uploaded,
    encumberedStatus: stored?.encumberedStatus,
    investigationStatus: stored?.investigationStatus,
    firstUploadDate: stored ? stored.firstUploadDate : instantText(now),
  };
}

/** The provider record, where the upload is the license it shows or where it shows something outdated. */
function planProvider(records: ProviderRecords, uploaded: License, context: RecordContext) {
  const { provider, privilegeJurisdictions } = records;
  const licenses = withUpload(shownFirst(records.licenses, provider), uploaded);
  const best = bestLicense(licenses, provider?.currentHomeJurisdiction) ?? uploaded;
  if (best !== uploaded && provider && showsLicense(provider, best)) return undefined;
  return toItem(PROVIDER, populateProvider(best, provider, privilegeJurisdictions), context);
}

/** On a tie the first license wins: the one that the provider shows, so that a repeated upload changes nothing. */
function shownFirst(licenses: readonly License[], provider: Provider | undefined): License[] {
  const shown = provider && licenses.find((license) => showsLicense(provider, license));
  return shown ? [shown, ...licenses.filter((license) => license !== shown)] : [...licenses];
}

/** The licenses with the uploaded one: in place of its predecessor, or after the others of its jurisdiction. */
function withUpload(licenses: readonly License[], uploaded: License): License[] {
  const replaced = licenses.map((license) => (isSameLicense(license, uploaded) ? uploaded : license));
  if (replaced.includes(uploaded)) return replaced;
  const lastOfJurisdiction = licenses.map((license) => license.jurisdiction).lastIndexOf(uploaded.jurisdiction);
  const position = lastOfJurisdiction < 0 ? licenses.length : lastOfJurisdiction + 1;
  return [...licenses.slice(0, position), uploaded, ...licenses.slice(position)];
}

/** Privileges rest on a license that a state takes back; one that has expired has taken them along already. */
function deactivationEvents(license: License, now: string): PlannedEvent[] {
  if (!isUnexpired(license.dateOfExpiration, now)) return [];
  const { compact, jurisdiction, providerId, licenseType } = license;
  const { detailType, source } = EVENTS['license.deactivation'];
  return [
    { detailType, source, detail: { compact, jurisdiction, eventTime: instantText(now), providerId, licenseType } },
  ];
}

function toItem<Type extends AnyRecordType>(
  type: Type,
  record: Storable<Type>,
  context: RecordContext,
): Result<Item, string> {
  const stored = storeRecord(type, record, context);
  return stored.ok ? stored : failure(`the ${type.type} record would be invalid: ${describeErrors(stored.error)}`);
}
