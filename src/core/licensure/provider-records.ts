import { failure, Result, success } from '../result';
import type { Item } from './item';
import { describeErrors } from '../validation/parse';
import { License, LICENSE } from './records/license';
import { Provider, PROVIDER } from './records/provider';
import { AnyRecordType, Loaded, loadRecord, RecordContext } from './records/record-type';

/** The stored records of one provider that the application knows, in stored order; others are left alone. */
export interface ProviderRecords {
  readonly provider?: Provider;
  readonly licenses: readonly License[];
  /** Where the provider holds privileges, inactive ones included. */
  readonly privilegeJurisdictions: ReadonlySet<string>;
}

/** Reads the items of a provider's partition. A stored record that fails its checks is named, without its values. */
export function readProviderRecords(items: readonly Item[], context: RecordContext): Result<ProviderRecords, string> {
  const providers = loadAll(PROVIDER, items, context);
  if (!providers.ok) return providers;
  const licenses = loadAll(LICENSE, items, context);
  if (!licenses.ok) return licenses;
  const privileges = items.filter((item) => item.type === 'privilege');
  return success({
    provider: providers.value[0],
    licenses: licenses.value,
    privilegeJurisdictions: new Set(privileges.map((privilege) => String(privilege.jurisdiction))),
  });
}

function loadAll<Type extends AnyRecordType>(
  type: Type,
  items: readonly Item[],
  context: RecordContext,
): Result<Loaded<Type>[], string> {
  const records: Loaded<Type>[] = [];
  for (const item of items.filter((candidate) => candidate.type === type.type)) {
    const record = loadRecord(type, item, context);
    if (!record.ok) return failure(`stored record ${item.pk} ${item.sk} is invalid: ${describeErrors(record.error)}`);
    records.push(record.value);
  }
  return success(records);
}
