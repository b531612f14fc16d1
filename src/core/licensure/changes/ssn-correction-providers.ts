import { failure, Result, success } from '../../result';
import { describeErrors } from '../../validation/parse';
import { bestLicense } from '../best-license';
import type { Item } from '../item';
import { populateProvider } from '../populate-provider';
import { privilegeJurisdictions, ProviderRecords, readProviderRecords } from '../provider-records';
import { Provider, PROVIDER, StorableProvider } from '../records/provider';
import { RecordContext, storeRecord } from '../records/record-type';
import { instantText } from '../time';

/** What decides about a provider record besides the record itself. */
const BASIS = ['licenses', 'privileges', 'adverseActions'] as const;

type Basis = Pick<ProviderRecords, (typeof BASIS)[number]>;

/**
 * The provider record of those whom some licenses remain to: it shows the best of them, where they hold privileges now,
 * and an encumbrance only while something that remains is encumbered.
 */
export function remainingProvider(
  stored: Item,
  provider: Provider,
  remaining: readonly Item[],
  context: RecordContext,
): Result<Item, string> {
  const basis = readProviderRecords(remaining, context, BASIS);
  if (!basis.ok) return basis;
  const best = bestLicense(basis.value.licenses, provider.currentHomeJurisdiction)!;
  const current: Provider = {
    ...provider,
    encumberedStatus: provider.encumberedStatus && (isEncumbered(basis.value) ? 'encumbered' : 'unencumbered'),
    privilegeJurisdictions: new Set(),
  };
  const item = toItem(populateProvider(best, current, privilegeJurisdictions(basis.value)), context);
  return item.ok ? success({ ...attributesUnknown(stored, context), ...item.value }) : item;
}

/** The provider record of those whom the moved license is the first of. */
export function newProvider(moved: readonly Item[], context: RecordContext): Result<Item, string> {
  const basis = readProviderRecords(moved, context, BASIS);
  if (!basis.ok) return basis;
  const [license] = basis.value.licenses;
  const populated = populateProvider(license, undefined, privilegeJurisdictions(basis.value));
  return toItem({ ...populated, ...(isEncumbered(basis.value) && { encumberedStatus: 'encumbered' }) }, context);
}

/**
 * The record of a provider whom the moved records come to: what it shows stays until the upload itself is stored, but it
 * must not hide an encumbrance or a privilege. Nothing where it doesn't.
 */
export function receivingProvider(
  stored: Item,
  moved: readonly Item[],
  { domain, now }: RecordContext,
): Result<Item | undefined, string> {
  const basis = readProviderRecords(moved, { domain, now }, BASIS);
  if (!basis.ok) return basis;
  const known = (stored.privilegeJurisdictions ?? new Set()) as ReadonlySet<string>;
  const jurisdictions = new Set([...known, ...privilegeJurisdictions(basis.value)]);
  const hidesEncumbrance = stored.encumberedStatus !== 'encumbered' && isEncumbered(basis.value);
  if (jurisdictions.size === known.size && !hidesEncumbrance) return success(undefined);
  return success({
    ...stored,
    ...(jurisdictions.size > 0 && { privilegeJurisdictions: jurisdictions }),
    ...(hidesEncumbrance && { encumberedStatus: 'encumbered' }),
    dateOfUpdate: instantText(now),
    providerDateOfUpdate: instantText(now),
  });
}

/** Marks of licenses and privileges and actions that are not lifted say it, each by itself. */
function isEncumbered({ licenses, privileges, adverseActions }: Basis): boolean {
  const marks = [...licenses, ...privileges].map(({ encumberedStatus = 'unencumbered' }) => encumberedStatus);
  return (
    marks.some((mark) => mark !== 'unencumbered') ||
    adverseActions.some(({ effectiveLiftDate }) => effectiveLiftDate === undefined)
  );
}

function toItem(provider: StorableProvider, context: RecordContext): Result<Item, string> {
  const item = storeRecord(PROVIDER, provider, context);
  return item.ok ? item : failure(`the provider record would be invalid: ${describeErrors(item.error)}`);
}

function attributesUnknown(stored: Item, { domain }: RecordContext): Item {
  const known = { ...PROVIDER.fields(domain), ...PROVIDER.keyAttributes };
  return Object.fromEntries(Object.entries(stored).filter(([name]) => !(name in known)));
}
