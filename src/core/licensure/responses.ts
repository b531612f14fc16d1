import type { Result } from '../result';
import { describeErrors, FieldErrors } from '../validation/parse';
import { AdverseActionForm, adverseActionForm } from './forms/adverse-action-form';
import { investigationForm } from './forms/investigation-form';
import { licenseForm } from './forms/license-form';
import { militaryAffiliationForm } from './forms/military-affiliation-form';
import { PrivilegeForm, privilegeForm } from './forms/privilege-form';
import { ProviderForm, providerForm } from './forms/provider-form';
import { activeSince } from './history/active-since';
import type { Item } from './item';
import type { ResponseForm } from './permissions';
import { ProviderRecords, readProviderRecords, RecordKind } from './provider-records';
import type { AdverseAction } from './records/adverse-action';
import type { Investigation } from './records/investigation';
import type { MilitaryAffiliation } from './records/military-affiliation';
import type { Privilege } from './records/privilege';
import { PROVIDER } from './records/provider';
import { loadRecord, RecordContext } from './records/record-type';

/**
 * What leaves through the APIs about a provider (spec 04 section 11.4). Stored records that fail their checks are a bug
 * of whoever wrote them, so everything here throws on them, naming record and fields.
 */
export type Response = Record<string, unknown>;

/** The address under which a document can be fetched for a while. */
export type DocumentUrl = (documentKey: string) => string;

/**
 * One provider with all records, for staff and for the practitioner, whose own data are in the private form.
 * `documentUrl` is given for readers who may open documents.
 */
export function providerDetail(
  items: readonly Item[],
  form: ResponseForm,
  context: RecordContext,
  documentUrl?: DocumentUrl,
): Response {
  const records = readRecords(items, context);
  return {
    ...shownProvider(records, form),
    licenses: records.licenses.map((license) => ({
      ...shown(licenseForm(license, form, context.now), license),
      adverseActions: adverseActionsAgainst('license', license, records, form),
      investigations: openInvestigationsOf('license', license, records),
    })),
    privileges: records.privileges.map((privilege) => ({
      ...shownPrivilege(privilege, records, form, context),
      investigations: openInvestigationsOf('privilege', privilege, records),
    })),
    militaryAffiliations: records.militaryAffiliations.map((affiliation) => ({
      ...shown(militaryAffiliationForm(affiliation, form), affiliation),
      ...(documentUrl && { downloadLinks: downloadLinks(affiliation, documentUrl) }),
    })),
  };
}

/** Keys of the documents that `providerDetail` links to. */
export function linkedDocuments(items: readonly Item[], context: RecordContext): readonly string[] {
  const { militaryAffiliations } = readRecords(items, context, ['militaryAffiliations']);
  return militaryAffiliations.flatMap(({ documentKeys }) => documentKeys.slice(0, 1));
}

/** One provider with the privileges, for everybody; nothing where there is no privilege. */
export function publicProviderDetail(items: readonly Item[], context: RecordContext): Response | undefined {
  const records = readRecords(items, context, ['provider', 'privileges', 'privilegeUpdates', 'adverseActions']);
  if (records.privileges.length === 0) return undefined;
  return {
    ...shownProvider(records, 'public'),
    privileges: records.privileges.map((privilege) => shownPrivilege(privilege, records, 'public', context)),
  };
}

/** A provider in a list for staff: always the general form, whatever the reader may see. */
export function providerSummary(item: Item, context: RecordContext): Response {
  return summary(item, 'general', context);
}

/** A provider in a list for everybody. */
export function publicProviderSummary(item: Item, context: RecordContext): Response {
  return summary(item, 'public', context);
}

/** Reads a provider's records for an answer. */
export function readRecords<Kind extends RecordKind = RecordKind>(
  items: readonly Item[],
  context: RecordContext,
  kinds?: readonly Kind[],
): Pick<ProviderRecords, Kind> {
  const records = readProviderRecords(items, context, kinds);
  if (!records.ok) throw new Error(records.error);
  return records.value;
}

/** The part of a record that a form shows. */
export function shown(form: Result<Response, FieldErrors>, { providerId }: { readonly providerId: unknown }): Response {
  if (!form.ok) throw new Error(`a record of provider ${providerId} can't be shown: ${describeErrors(form.error)}`);
  return form.value;
}

function summary(item: Item, form: ProviderForm, context: RecordContext): Response {
  const provider = loadRecord(PROVIDER, item, context);
  return shown(provider.ok ? providerForm(provider.value, form) : provider, { providerId: item.providerId });
}

function shownProvider({ provider }: Pick<ProviderRecords, 'provider'>, form: ProviderForm): Response {
  if (!provider) throw new Error('the records of a provider lack the provider record itself');
  return shown(providerForm(provider, form), provider);
}

function shownPrivilege(
  privilege: Privilege,
  records: Pick<ProviderRecords, 'privilegeUpdates' | 'adverseActions'>,
  form: PrivilegeForm,
  { now }: RecordContext,
): Response {
  const updates = records.privilegeUpdates.filter((update) => isSame(update, privilege));
  const since = activeSince(privilege, updates, now);
  return {
    ...shown(privilegeForm(privilege, form, now), privilege),
    ...(since !== undefined && { activeSince: since }),
    adverseActions: adverseActionsAgainst('privilege', privilege, records, form),
  };
}

/** Which license or privilege of a provider something is about. */
interface TargetIdentity {
  readonly jurisdiction: string;
  readonly licenseType: string;
}

function isSame(left: TargetIdentity, right: TargetIdentity): boolean {
  return left.jurisdiction === right.jurisdiction && left.licenseType === right.licenseType;
}

function adverseActionsAgainst(
  target: AdverseAction['actionAgainst'],
  of: TargetIdentity,
  { adverseActions }: Pick<ProviderRecords, 'adverseActions'>,
  form: AdverseActionForm,
): Response[] {
  return adverseActions
    .filter((action) => action.actionAgainst === target && isSame(action, of))
    .map((action) => shown(adverseActionForm(action, form), action));
}

function openInvestigationsOf(
  target: Investigation['investigationAgainst'],
  of: TargetIdentity,
  { investigations }: Pick<ProviderRecords, 'investigations'>,
): Response[] {
  return investigations
    .filter(({ closeDate }) => closeDate === undefined)
    .filter((investigation) => investigation.investigationAgainst === target && isSame(investigation, of))
    .map((investigation) => shown(investigationForm(investigation), investigation));
}

/** Only the first document of an affiliation has a link: clients of the reference know no other. */
function downloadLinks({ documentKeys, fileNames }: MilitaryAffiliation, documentUrl: DocumentUrl) {
  return documentKeys.slice(0, 1).map((key, position) => ({ fileName: fileNames[position], url: documentUrl(key) }));
}
