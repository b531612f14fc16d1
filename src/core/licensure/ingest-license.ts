import type { Domain } from '../contracts/domain';
import { DomainEvent, EVENT_SOURCES } from '../contracts/events';
import { failure, Result, success } from '../result';
import { bestLicense } from './best-license';
import { detectChange } from './change-detection';
import { ChangePlan, NO_CHANGE } from './changes/change-plan';
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

export { type IngestTarget, readIngestDetail } from './ingest-detail';

/** The stored state that a plan is made from. */
export interface IngestContext {
  readonly domain: Domain;
  /** Main records of the provider, in the order of their sort keys. */
  readonly storedItems: readonly Item[];
  readonly now: string;
}

export interface IngestInput extends IngestContext {
  /** Detail of the `license.ingest` event. */
  readonly detail: unknown;
}

export interface IngestPlan extends ChangePlan {
  /**
   * Whether the provider shows less than before. A license that somebody adds meanwhile was then compared with what was
   * shown before and may be the best one now: `planRefresh` finds out, once this plan is carried out.
   */
  readonly mayHideBetterLicense: boolean;
}

/**
 * Decides what storing an uploaded license means (spec 04 section 9.4). The license is replaced by what the state
 * sent, except for what boards set on it; the change is recorded; the provider shows the best license afterwards.
 */
export function planIngest({ domain, detail, storedItems, now }: IngestInput): Result<IngestPlan, string> {
  const context = { domain, now };
  const uploaded = parseIngestDetail(detail, domain);
  if (!uploaded.ok) return uploaded;
  const records = readShownRecords(storedItems, context);
  if (!records.ok) return records;

  const stored = records.value.licenses.find((license) => isSameLicense(license, uploaded.value));
  const licenseItem = toItem(LICENSE, mergeUpload(uploaded.value, stored, now), context);
  if (!licenseItem.ok) return licenseItem;
  const license = loadRecord(LICENSE, licenseItem.value, context);
  if (!license.ok) return failure(describeErrors(license.error));

  const change = stored && detectChange(stored, license.value, context);
  const changeItem = change && toItem(LICENSE_UPDATE, change, context);
  if (changeItem && !changeItem.ok) return changeItem;
  const toShow = licenseToShow(records.value, license.value);
  const providerItem = toShow && providerShowing(toShow, records.value, storedItems, context);
  if (providerItem && !providerItem.ok) return providerItem;

  return success({
    ...NO_CHANGE,
    puts: [licenseItem, changeItem, providerItem].flatMap((item) => (item ? [item.value] : [])),
    events: change?.updateType === 'deactivation' ? deactivationEvents(license.value, now) : [],
    mayHideBetterLicense: toShow !== undefined && isWorse(toShow, records.value),
  });
}

/** The provider record, where it does not show the best of the stored licenses. */
export function planRefresh({ domain, storedItems, now }: IngestContext): Result<ChangePlan, string> {
  const context = { domain, now };
  const records = readShownRecords(storedItems, context);
  if (!records.ok) return records;
  const toShow = betterThanShown(records.value);
  if (!toShow) return success(NO_CHANGE);
  const item = providerShowing(toShow, records.value, storedItems, context);
  return item.ok ? success({ ...NO_CHANGE, puts: [item.value] }) : item;
}

type ShownRecords = Pick<ProviderRecords, 'provider' | 'licenses'>;

function readShownRecords(items: readonly Item[], context: RecordContext): Result<ShownRecords, string> {
  return readProviderRecords(items, context, ['provider', 'licenses']);
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

/**
 * The license that the provider record is to be written from; nothing where it can stay as it is. The uploaded license
 * is shown where it is the best one in stored order, as spec 04 section 5.6 has it: among equally good licenses an
 * upload of the one that stands first takes the place of another.
 */
function licenseToShow({ licenses, provider }: ShownRecords, uploaded: License): License | undefined {
  const all = withUpload(licenses, uploaded);
  const isBest = bestLicense(all, provider?.currentHomeJurisdiction) === uploaded;
  return isBest ? uploaded : betterThanShown({ licenses: all, provider });
}

/** The best license, where the provider shows anything else than it or one that is as good. */
function betterThanShown({ licenses, provider }: ShownRecords): License | undefined {
  const best = bestLicense(shownFirst(licenses, provider), provider?.currentHomeJurisdiction);
  return best && provider && showsLicense(provider, best) ? undefined : best;
}

/** Whether `best` is less than what the provider shows now; true as well where it shows none of the licenses. */
function isWorse(best: License, { licenses, provider }: ShownRecords): boolean {
  if (!provider) return false;
  const shown = shownLicense(licenses, provider);
  return !shown || bestLicense([best, shown], provider.currentHomeJurisdiction) !== best;
}

/** Of the privileges only their places count: a damaged one is no reason to refuse a license. */
function providerShowing(license: License, { provider }: ShownRecords, items: readonly Item[], context: RecordContext) {
  const privileges = items.filter(({ type }) => type === 'privilege');
  const jurisdictions = new Set(privileges.map(({ jurisdiction }) => String(jurisdiction)));
  return toItem(PROVIDER, populateProvider(license, provider, jurisdictions), context);
}

/** On a tie the first license wins: the one that the provider shows, so that nothing moves that nobody uploaded. */
function shownFirst(licenses: readonly License[], provider: Provider | undefined): License[] {
  const shown = provider && shownLicense(licenses, provider);
  return shown ? [shown, ...licenses.filter((license) => license !== shown)] : [...licenses];
}

/** The reference system left values on a provider that its license has lost (spec 04 section 14 item 3). */
function shownLicense(licenses: readonly License[], provider: Provider): License | undefined {
  const withLostValues = (license: License): License => ({
    ...license,
    npi: license.npi ?? provider.npi,
    middleName: license.middleName ?? provider.middleName,
    suffix: license.suffix ?? provider.suffix,
  });
  return (
    licenses.find((license) => showsLicense(provider, license)) ??
    licenses.find((license) => showsLicense(provider, withLostValues(license)))
  );
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
function deactivationEvents(license: License, now: string): DomainEvent[] {
  if (!isUnexpired(license.dateOfExpiration, now)) return [];
  const { compact, jurisdiction, providerId, licenseType } = license;
  const detail = { compact, jurisdiction, eventTime: instantText(now), providerId, licenseType };
  return [{ detailType: 'license.deactivation', source: EVENT_SOURCES.providerData, detail }];
}

function toItem<Type extends AnyRecordType>(
  type: Type,
  record: Storable<Type>,
  context: RecordContext,
): Result<Item, string> {
  const stored = storeRecord(type, record, context);
  return stored.ok ? stored : failure(`the ${type.type} record would be invalid: ${describeErrors(stored.error)}`);
}
