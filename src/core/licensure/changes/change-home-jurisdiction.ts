import { EVENT_SOURCES } from '../../contracts/events';
import { Result } from '../../result';
import { bestLicense } from '../best-license';
import type { Item } from '../item';
import { populateProvider } from '../populate-provider';
import type { License } from '../records/license';
import type { Privilege } from '../records/privilege';
import { Provider, PROVIDER } from '../records/provider';
import type { RecordContext } from '../records/record-type';
import { instantText } from '../time';
import { ChangeRefusal, plan, PlannedChange } from './change-plan';
import { changedItem, changedProvider, replacedItem } from './changed-item';
import { HomeMove, movePrivilege, PrivilegeMove } from './move-privilege';
import { broken, ChangeInput, readStored, refused, required, Stored, StoredRecords } from './stored-records';
import { privilegeUpdateItem, ProviderChange, providerUpdateItem } from './update-item';

export interface ChangeHomeJurisdictionInput extends ChangeInput {
  /** What the practitioner selected, in any case: a jurisdiction, or `other` for a place outside the system. */
  readonly selected: string;
  /** Jurisdictions that are live in the compact; absent where the compact has no configuration. */
  readonly liveJurisdictions?: readonly string[];
}

const OUTSIDE = 'other';

/**
 * A practitioner moves (spec 04 section 6). Where the new home has a license, the provider shows it and privileges move
 * to it; else they are deactivated. With privileges everywhere the plan exceeds one transaction: the provider record,
 * which comes first, decides that the move counts, and the store carries out the rest whatever interrupts it.
 */
export function changeHomeJurisdiction(input: ChangeHomeJurisdictionInput): PlannedChange {
  const selected = input.selected.toLowerCase();
  if (selected !== OUTSIDE && !input.domain.jurisdictions.includes(selected)) {
    return refused(400, 'Invalid jurisdiction selected.');
  }
  const stored = readStored(input, ['provider', 'licenses', 'privileges']);
  if (!stored.ok) return stored;
  const provider = required(stored.value.provider);
  if (!provider.ok) return provider;
  const previous = provider.value.record.currentHomeJurisdiction;
  if (previous === selected) return plan({});

  const { licenses } = stored.value;
  const candidates = stored.value.privileges.filter(({ record }) => record.homeJurisdictionChangeStatus === undefined);
  const canMove = acceptsMove(selected, stored.value, input.liveJurisdictions);
  if (!canMove.ok) return canMove;
  const move: HomeMove | undefined = canMove.value ? { from: previous, to: selected, licenses } : undefined;
  return plan({
    puts: [
      ...providerItems(provider.value, selected, move && stored.value, input),
      ...candidates.flatMap((privilege) => privilegeItems(privilege, move, input)),
    ],
    events: [
      {
        detailType: 'provider.homeJurisdictionChange',
        source: EVENT_SOURCES.providerData,
        detail: {
          compact: provider.value.record.compact,
          providerId: provider.value.record.providerId,
          previousHomeJurisdiction: previous,
          newHomeJurisdiction: selected,
          eventTime: instantText(input.now),
        },
      },
    ],
  });
}

/** Whether the new home has a license of the provider and takes part in the compact. */
function acceptsMove(
  selected: string,
  { licenses }: StoredRecords<'licenses'>,
  liveJurisdictions: readonly string[] | undefined,
): Result<boolean, ChangeRefusal> {
  if (!licenses.some(({ record }) => record.jurisdiction === selected)) return { ok: true, value: false };
  if (!liveJurisdictions) {
    return broken('the compact has no stored configuration that says which jurisdictions are live');
  }
  return { ok: true, value: liveJurisdictions.includes(selected) };
}

const DEACTIVATED = { homeJurisdictionChangeStatus: 'inactive' };

function privilegeItems(privilege: Stored<Privilege>, move: HomeMove | undefined, context: RecordContext): Item[] {
  const { now } = context;
  const decided: PrivilegeMove = move ? movePrivilege(privilege.record, move, now) : { kind: 'deactivate' };
  if (decided.kind === 'keep') return [];
  const values = decided.kind === 'move' ? { ...decided.values } : DEACTIVATED;
  // The reference lists the update time among the updated values of a deactivation, and the hash in the key covers it.
  const updatedValues = decided.kind === 'move' ? values : { ...values, dateOfUpdate: instantText(now) };
  return [
    privilegeUpdateItem(privilege.record, { updateType: 'homeJurisdictionChange', updatedValues }, context),
    changedItem(privilege, values, now),
  ];
}

/** The provider shows the license of the new home where there is one; else only the home changes. */
function providerItems(
  provider: Stored<Provider>,
  selected: string,
  records: StoredRecords<'licenses' | 'privileges'> | undefined,
  context: RecordContext,
): Item[] {
  const home = { currentHomeJurisdiction: selected };
  const update = (updatedValues: ProviderChange['updatedValues']) =>
    providerUpdateItem(provider.record, { updateType: 'homeJurisdictionChange', updatedValues }, context);
  const license = records && bestLicense(licensesOf(selected, records));
  if (!license) return [changedProvider(provider, home, context.now), update(home)];
  const jurisdictions = new Set(records.privileges.map(({ record }) => record.jurisdiction));
  const shown = { ...populateProvider(license, provider.record, jurisdictions), ...home };
  return [
    replacedItem(PROVIDER, provider, shown, context),
    update({ licenseJurisdiction: license.jurisdiction, ...home }),
  ];
}

function licensesOf(jurisdiction: string, { licenses }: StoredRecords<'licenses'>): License[] {
  return licenses.map(({ record }) => record).filter((license) => license.jurisdiction === jurisdiction);
}
