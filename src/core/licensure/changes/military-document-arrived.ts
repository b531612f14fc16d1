import type { Item } from '../item';
import { plan, PlannedChange } from './change-plan';
import { changedItem, changedProvider } from './changed-item';
import { broken, ChangeInput, readStored, required, Stored } from './stored-records';
import { providerUpdateItem } from './update-item';
import type { MilitaryAffiliation } from '../records/military-affiliation';

export interface MilitaryDocumentArrivedInput extends ChangeInput {
  /** Key of the object. */
  readonly documentKey: string;
}

/**
 * A document of a practitioner's military affiliation was uploaded (spec 04 section 8.5): the newest affiliation that
 * waits for one becomes active and is to be audited. A further document of an affiliation, or the same one heard of
 * again, changes nothing.
 */
export function militaryDocumentArrived(input: MilitaryDocumentArrivedInput): PlannedChange {
  const stored = readStored(input, ['provider', 'militaryAffiliations']);
  if (!stored.ok) return stored;
  const { militaryAffiliations } = stored.value;
  const owner = militaryAffiliations.find(({ record }) => record.documentKeys.includes(input.documentKey));
  if (owner && !isInitializing(owner)) return plan({});
  const waiting = militaryAffiliations.filter(isInitializing);
  const newest = waiting.reduce<Stored<MilitaryAffiliation> | undefined>(
    (latest, each) => (latest && latest.record.dateOfUpload >= each.record.dateOfUpload ? latest : each),
    undefined,
  );
  if (!newest) return broken('no military affiliation of the provider waits for a document');
  const provider = required(stored.value.provider);
  if (!provider.ok) return provider;
  const tentative = { militaryStatus: 'tentative', militaryStatusNote: '' };
  const withStatus = (each: Stored<MilitaryAffiliation>): Item =>
    changedItem(each, { status: each === newest ? 'active' : 'inactive' }, input.now);
  return plan({
    puts: [
      ...waiting.map(withStatus),
      providerUpdateItem(provider.value.record, { updateType: 'militaryFileUpload', updatedValues: tentative }, input),
      changedProvider(provider.value, tentative, input.now),
    ],
  });
}

function isInitializing({ record }: Stored<MilitaryAffiliation>): boolean {
  return record.status === 'initializing';
}
