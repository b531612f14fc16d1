import { failure, Result, success } from '../../result';
import { describeErrors } from '../../validation/parse';
import { bestLicense } from '../best-license';
import type { Item } from '../item';
import { populateProvider } from '../populate-provider';
import { privilegeJurisdictions, ProviderRecords, readProviderRecords } from '../provider-records';
import { Provider, PROVIDER, StorableProvider } from '../records/provider';
import { RecordContext, storeRecord } from '../records/record-type';

/** What decides about a provider record besides the record itself. */
const BASIS = ['licenses', 'privileges', 'adverseActions'] as const;

type Basis = Pick<ProviderRecords, (typeof BASIS)[number]>;

/**
 * The provider record of those whom some licenses remain to: it shows the best of them and where they hold privileges
 * now. A mark of encumbrance stays, as with every license that is shown anew: lifting the last one takes it away.
 */
export function remainingProvider(
  stored: Item,
  provider: Provider,
  remaining: readonly Item[],
  context: RecordContext,
): Result<Item, string> {
  const records = readProviderRecords(remaining, context, ['licenses', 'privileges']);
  if (!records.ok) return records;
  const best = bestLicense(records.value.licenses, provider.currentHomeJurisdiction)!;
  const current: Provider = { ...provider, privilegeJurisdictions: new Set() };
  const item = toItem(populateProvider(best, current, privilegeJurisdictions(records.value)), context);
  return item.ok ? success({ ...attributesUnknown(stored, context), ...item.value }) : item;
}

/**
 * The provider record of those whom the moved license is the first of. It is marked where anything that moves is
 * encumbered: nobody's encumbrance ends because their number is corrected.
 */
export function newProvider(moved: readonly Item[], context: RecordContext): Result<Item, string> {
  const basis = readProviderRecords(moved, context, BASIS);
  if (!basis.ok) return basis;
  const [license] = basis.value.licenses;
  const populated = populateProvider(license, undefined, privilegeJurisdictions(basis.value));
  return toItem({ ...populated, ...(isEncumbered(basis.value) && { encumberedStatus: 'encumbered' }) }, context);
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
