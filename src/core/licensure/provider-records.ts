import { failure, Result, success } from '../result';
import type { Item } from './item';
import { describeErrors } from '../validation/parse';
import { AdverseAction, ADVERSE_ACTION } from './records/adverse-action';
import { Investigation, INVESTIGATION } from './records/investigation';
import { License, LICENSE } from './records/license';
import { MilitaryAffiliation, MILITARY_AFFILIATION } from './records/military-affiliation';
import { Privilege, PRIVILEGE } from './records/privilege';
import { PrivilegeUpdate, PRIVILEGE_UPDATE } from './records/privilege-update';
import { Provider, PROVIDER } from './records/provider';
import { AnyRecordType, Loaded, loadRecord, RecordContext } from './records/record-type';

/**
 * The stored records of one provider, as far as they were read, each list in stored order. Updates of providers and
 * licenses are read by their own rules only.
 */
export interface ProviderRecords {
  readonly provider?: Provider;
  readonly licenses: readonly License[];
  readonly privileges: readonly Privilege[];
  readonly privilegeUpdates: readonly PrivilegeUpdate[];
  readonly adverseActions: readonly AdverseAction[];
  readonly investigations: readonly Investigation[];
  readonly militaryAffiliations: readonly MilitaryAffiliation[];
}

/** A part of what is known about a provider, named as in `ProviderRecords`. */
export type RecordKind = keyof ProviderRecords;

const RECORD_TYPE_OF = {
  provider: PROVIDER,
  licenses: LICENSE,
  privileges: PRIVILEGE,
  privilegeUpdates: PRIVILEGE_UPDATE,
  adverseActions: ADVERSE_ACTION,
  investigations: INVESTIGATION,
  militaryAffiliations: MILITARY_AFFILIATION,
} as const satisfies Readonly<Record<RecordKind, AnyRecordType>>;

const ALL_KINDS = Object.keys(RECORD_TYPE_OF) as RecordKind[];

/**
 * Reads the items of a provider's partition: the named kinds of records, by default all. Who names what a rule needs is
 * not stopped by a damaged record that the rule has nothing to do with. Every stored record that fails its checks is
 * named, without its values.
 */
export function readProviderRecords<Kind extends RecordKind = RecordKind>(
  items: readonly Item[],
  context: RecordContext,
  kinds: readonly Kind[] = ALL_KINDS as Kind[],
): Result<Pick<ProviderRecords, Kind>, string> {
  const problems: string[] = [];
  const entries = kinds.map((kind) => {
    const { records, errors } = loadAll(RECORD_TYPE_OF[kind], items, context);
    problems.push(...errors);
    return [kind, kind === 'provider' ? records[0] : records];
  });
  return problems.length === 0 ? success(Object.fromEntries(entries)) : failure(problems.join('; '));
}

/** Where a provider holds privileges, inactive ones included. */
export function privilegeJurisdictions({ privileges }: Pick<ProviderRecords, 'privileges'>): ReadonlySet<string> {
  return new Set(privileges.map(({ jurisdiction }) => jurisdiction));
}

function loadAll<Type extends AnyRecordType>(type: Type, items: readonly Item[], context: RecordContext) {
  const records: Loaded<Type>[] = [];
  const errors: string[] = [];
  for (const item of items.filter((candidate) => candidate.type === type.type)) {
    const record = loadRecord(type, item, context);
    if (record.ok) records.push(record.value);
    else errors.push(`stored record ${item.pk} ${item.sk} is invalid: ${describeErrors(record.error)}`);
  }
  return { records, errors };
}
