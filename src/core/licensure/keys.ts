import { monthOf, unixSeconds } from './time';

/** Keys of the tables (spec 04 sections 3 and 4). Nothing else in the project spells a key. */

export interface PrimaryKey {
  readonly pk: string;
  readonly sk: string;
}

const NAME_CHARACTERS = /^[A-Za-z0-9\-_.~/]*$/;

/** A name as index keys hold it: lower case, percent-encoded UTF-8 with upper-case digits, `/` left as it is. */
export function encodeName(name: string): string {
  const lowerCase = name.toLowerCase();
  // Most names need no more, and uploads have very many names.
  if (NAME_CHARACTERS.test(lowerCase)) return lowerCase;
  return [...Buffer.from(lowerCase, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return NAME_CHARACTERS.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

/** Partition that holds everything about one provider. */
export function providerPartition(compact: string, providerId: string): string {
  return `${compact}#PROVIDER#${providerId}`;
}

/** Sort key of the top-level provider records; also the partition of the two provider indexes. */
export function providerSortKey(compact: string): string {
  return `${compact}#PROVIDER`;
}

/** Prefix of the sort keys of all main records: provider, licenses, privileges and what belongs to them. */
export function mainRecordsPrefix(compact: string): string {
  return providerSortKey(compact);
}

/** Where privilege updates (tier 1) end: sort keys below it are main records and privilege updates. */
export function privilegeUpdatesEnd(compact: string): string {
  return `${compact}#UPDATE#2`;
}

/** Key of the provider record in a partition; nothing for partitions that are not a provider's. */
export function providerKeyIn(partition: string): PrimaryKey | undefined {
  const [compact, kind, providerId] = partition.split('#');
  return kind === 'PROVIDER' && providerId ? { pk: partition, sk: providerSortKey(compact) } : undefined;
}

/** Whether a sort key is that of an update record: the hash of what it says makes it the only one of its kind. */
export function isUpdateSortKey(sortKey: string): boolean {
  return sortKey.split('#')[1] === 'UPDATE';
}

export function licenseSortKey(compact: string, jurisdiction: string, abbreviation: string): string {
  return `${compact}#PROVIDER#license/${jurisdiction}/${abbreviation}#`;
}

export interface LicenseUpdateKeyParts {
  readonly compact: string;
  readonly jurisdiction: string;
  readonly abbreviation: string;
  readonly createDate: string;
  readonly changeHash: string;
}

export function licenseUpdateSortKey(parts: LicenseUpdateKeyParts): string {
  const { compact, jurisdiction, abbreviation, createDate, changeHash } = parts;
  return `${compact}#UPDATE#3#license/${jurisdiction}/${abbreviation}/${createDate}/${changeHash}`;
}

export function privilegeSortKey(compact: string, jurisdiction: string, abbreviation: string): string {
  return `${compact}#PROVIDER#privilege/${jurisdiction}/${abbreviation}#`;
}

/** Partition of `compactTransactionIdGSI`: finds what a payment transaction bought. */
export function privilegeTransactionIndexKey(compact: string, transactionId: string): string {
  return `COMPACT#${compact}#TX#${transactionId}#`;
}

/** The item whose attribute `privilegeCount` counts the privileges that a compact has numbered. */
export function privilegeCounterKey(compact: string): PrimaryKey {
  const key = `${compact}#PRIVILEGE_COUNT`;
  return { pk: key, sk: key };
}

export function privilegeUpdateSortKey(parts: LicenseUpdateKeyParts): string {
  return `${privilegeUpdatesPrefix(parts)}${parts.createDate}/${parts.changeHash}`;
}

/** Prefix of the sort keys of all updates of one privilege. */
export function privilegeUpdatesPrefix(privilege: {
  readonly compact: string;
  readonly jurisdiction: string;
  readonly abbreviation: string;
}): string {
  return `${privilege.compact}#UPDATE#1#privilege/${privilege.jurisdiction}/${privilege.abbreviation}/`;
}

export function providerUpdateSortKey(compact: string, createDate: string, changeHash: string): string {
  return `${compact}#UPDATE#2#provider/${createDate}/${changeHash}`;
}

/** Which license or privilege something is about, and its own id. */
export interface TargetKeyParts {
  readonly compact: string;
  readonly target: 'license' | 'privilege';
  readonly jurisdiction: string;
  readonly abbreviation: string;
  readonly id: string;
}

export function adverseActionSortKey({ compact, target, jurisdiction, abbreviation, id }: TargetKeyParts): string {
  return `${compact}#PROVIDER#${target}/${jurisdiction}/${abbreviation}#ADVERSE_ACTION#${id}`;
}

export function investigationSortKey({ compact, target, jurisdiction, abbreviation, id }: TargetKeyParts): string {
  return `${compact}#PROVIDER#${target}/${jurisdiction}/${abbreviation}#INVESTIGATION#${id}`;
}

export function militaryAffiliationSortKey(compact: string, dateOfUpload: string): string {
  return `${compact}#PROVIDER#military-affiliation#${dateOfUpload}`;
}

/** Keys of `licenseGSI`: finds licenses of a jurisdiction by the holder's name. */
export function licenseNameIndexKeys(license: {
  readonly compact: string;
  readonly jurisdiction: string;
  readonly familyName: string;
  readonly givenName: string;
}) {
  return {
    licenseGSIPK: `C#${license.compact}#J#${license.jurisdiction}`,
    licenseGSISK: `FN#${encodeName(license.familyName)}#GN#${encodeName(license.givenName)}`,
  };
}

/** Keys of `licenseUploadDateGSI`: finds what a jurisdiction's uploads of a month created or changed. */
export function licenseUploadDateIndexKeys(
  upload: { readonly compact: string; readonly jurisdiction: string; readonly providerId: string },
  abbreviation: string,
  instant: string,
) {
  return {
    licenseUploadDateGSIPK: `C#${upload.compact}#J#${upload.jurisdiction}#D#${monthOf(instant)}`,
    licenseUploadDateGSISK: `TIME#${unixSeconds(instant)}#LT#${abbreviation}#PID#${upload.providerId}`,
  };
}

/** Sort key of `providerFamGivMid`: whole names, so that a prefix up to `#` means equality of a name. */
export function providerNameIndexKey(names: {
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName?: string;
}): string {
  return [names.familyName, names.givenName, names.middleName ?? ''].map(encodeName).join('#');
}

export function ssnIndexKeys(compact: string, ssn: string): PrimaryKey {
  const key = `${compact}#SSN#${ssn}`;
  return { pk: key, sk: key };
}

export function staffUserPartition(userId: string): string {
  return `USER#${userId}`;
}

export function staffUserSortKey(compact: string): string {
  return `COMPACT#${compact}`;
}

/** Partition that holds the configuration of a compact and of its jurisdictions. */
export function configurationPartition(compact: string): string {
  return `${compact}#CONFIGURATION`;
}

export function compactConfigurationKeys(compact: string): PrimaryKey {
  const key = configurationPartition(compact);
  return { pk: key, sk: key };
}

export function jurisdictionConfigurationKeys(compact: string, jurisdiction: string): PrimaryKey {
  return { pk: configurationPartition(compact), sk: `${compact}#JURISDICTION#${jurisdiction}` };
}

export function attestationPartition(compact: string): string {
  return `COMPACT#${compact}#ATTESTATIONS`;
}

/** Which text of which language; its versions are numbers that grow. */
export interface AttestationKeyParts {
  readonly compact: string;
  readonly locale: string;
  readonly attestationId: string;
}

/** Prefix of the sort keys of all versions of an attestation. Sort keys order them as texts: `10` comes before `9`. */
export function attestationVersionsPrefix({ compact, locale, attestationId }: AttestationKeyParts): string {
  return `COMPACT#${compact}#LOCALE#${locale}#ATTESTATION#${attestationId}#VERSION#`;
}

export function attestationSortKey(attestation: AttestationKeyParts & { readonly version: string }): string {
  return `${attestationVersionsPrefix(attestation)}${attestation.version}`;
}

/** The one item that lists the member jurisdictions of a compact. */
export function activeMembersKeys(compact: string): PrimaryKey {
  const key = `COMPACT#${compact}#ACTIVE_MEMBER_JURISDICTIONS`;
  return { pk: key, sk: key };
}

/** Partition of the transactions that were settled in a month, `YYYY-MM`. */
export function transactionMonthPartition(compact: string, month: string): string {
  return `COMPACT#${compact}#TRANSACTIONS#MONTH#${month}`;
}

export interface TransactionKeyParts {
  readonly compact: string;
  readonly settledAt: string;
  readonly batchId: string;
  readonly transactionId: string;
}

export function transactionKeys({ compact, settledAt, batchId, transactionId }: TransactionKeyParts): PrimaryKey {
  return {
    pk: transactionMonthPartition(compact, monthOf(settledAt)),
    sk: `COMPACT#${compact}#TIME#${unixSeconds(settledAt)}#BATCH#${batchId}#TX#${transactionId}`,
  };
}

/** Partition of the transactions that no batch has settled yet. */
export function unsettledTransactionsPartition(compact: string): string {
  return `COMPACT#${compact}#UNSETTLED_TRANSACTIONS`;
}

export function unsettledTransactionKeys(compact: string, transactionId: string, madeAt: string): PrimaryKey {
  return {
    pk: unsettledTransactionsPartition(compact),
    sk: `COMPACT#${compact}#TIME#${unixSeconds(madeAt)}#TX#${transactionId}`,
  };
}

/** Partition of the archived events of a jurisdiction; `jurisdiction` is empty for events that have none. */
export function dataEventPartition(compact: string, jurisdiction: string): string {
  return `COMPACT#${compact}#JURISDICTION#${jurisdiction}`;
}

export function dataEventSortKey(eventType: string, eventTime: string, eventId: string): string {
  return `TYPE#${eventType}#TIME#${unixSeconds(eventTime)}#EVENT#${eventId}`;
}

/** Partition of the attempts to notify somebody of what one queue message says. */
export function notificationPartition(compact: string, messageId: string): string {
  return `COMPACT#${compact}#SQS_MESSAGE#${messageId}`;
}

export function notificationSortKey(recipient: 'provider' | 'state', jurisdiction = ''): string {
  return `NOTIFICATION#${recipient}#${jurisdiction}`;
}

/** Sort key of `famGiv`: staff users of a compact by name, case kept. */
export function staffUserNameIndexKey(names: { readonly familyName: string; readonly givenName: string }): string {
  return `${names.familyName}#${names.givenName}`;
}

/** Partition of what is still to be published or written about a provider, or about a compact as a whole. */
export function outboxPartition(compact: string, providerId?: string): string {
  return `${compact}#OUTBOX#${providerId ?? compact}`;
}

/** Partition of the outbox for what is still to be written into a partition of the provider table. */
export function outboxPartitionBeside(partition: string): string {
  const [compact, , providerId] = partition.split('#');
  return outboxPartition(compact, providerId);
}

/** Entries of one change stand together in their order, after those of earlier seconds. */
export function outboxSortKey(writtenAt: string, changeId: string, position: number): string {
  return `${writtenAt}#${changeId}#${String(position).padStart(4, '0')}`;
}
