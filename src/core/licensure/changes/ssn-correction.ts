import type { Domain } from '../../contracts/domain';
import { failure, Result, success } from '../../result';
import { describeErrors } from '../../validation/parse';
import type { UploadedLicense } from '../ingest-detail';
import { isPlainObject, Item } from '../item';
import type { PrimaryKey } from '../keys';
import { Provider, PROVIDER } from '../records/provider';
import { PROVIDER_UPDATE } from '../records/provider-update';
import { loadRecord, RecordContext } from '../records/record-type';
import { instantText } from '../time';
import { ChangePlan, NO_CHANGE } from './change-plan';
import { newItem } from './changed-item';
import { occupiedPlaces, withMarksOf } from './ssn-correction-arrival';
import { DocumentMove, documentMoves, documentMovesDone } from './ssn-correction-documents';
import { newProvider, remainingProvider } from './ssn-correction-providers';
import { describeItem, rekeyed, Rekeying } from './ssn-correction-rekey';
import { CorrectionScope, SortedItems, sortItems } from './ssn-correction-scope';

export type { DocumentMove } from './ssn-correction-documents';
export type { CorrectionScope } from './ssn-correction-scope';

export interface SsnCorrectionInput {
  readonly domain: Domain;
  /** Everything that is stored under the provider of the wrong number, updates included, in stored order. */
  readonly oldItems: readonly Item[];
  /** Everything that is stored under the provider of the right number. */
  readonly newItems: readonly Item[];
  /** The upload that corrects the number; its provider is that of the right one. */
  readonly license: Pick<UploadedLicense, 'compact' | 'jurisdiction' | 'licenseType' | 'providerId' | 'ssnLastFour'>;
  /** The provider of the wrong number. */
  readonly previousProviderId: string;
  readonly now: string;
}

export interface SsnCorrectionPlan {
  /**
   * Puts and deletes in an order in which they can be carried out in pieces: what says that the correction is still to
   * be done goes last, and doing it again writes the same.
   */
  readonly plan: ChangePlan;
  readonly scope: CorrectionScope;
  /**
   * Documents that the moved records list. They are planned again when the correction is done already, so that sources
   * that an interrupted run left are deleted too: a source that is gone is done.
   */
  readonly documentMoves: readonly DocumentMove[];
  /**
   * Registered address of a practitioner whose records all move, and whose sign-in goes: to be removed before the plan
   * is saved, because afterwards the same address may have been registered anew.
   */
  readonly signInToRemove?: string;
}

/**
 * Decides what it means that a state corrects the social security number of a license (spec 04 section 9.5): the license
 * and what belongs to it move from the provider of the wrong number to that of the right one. The upload itself is
 * stored afterwards, as any other. The failure names records that can't be moved; nothing may be lost on the way.
 */
export function planSsnCorrection(input: SsnCorrectionInput): Result<SsnCorrectionPlan, string> {
  const { oldItems, license, previousProviderId } = input;
  if (previousProviderId === license.providerId) return success(nothingToCorrect([]));
  const sorted = sortItems(oldItems, license);
  if (sorted.scope === 'none') return success(nothingToCorrect(leftDocuments(input)));
  const planned = planMoves({ ...input, sorted, context: { domain: input.domain, now: input.now } });
  return planned.ok
    ? planned
    : failure(
        `the records of provider ${previousProviderId} can't move to provider ${license.providerId}, whose social ` +
          `security number is said to be the right one: ${planned.error}. Nothing was changed: mend the records and ` +
          'send the upload again',
      );
}

function nothingToCorrect(moves: readonly DocumentMove[]): SsnCorrectionPlan {
  return { plan: NO_CHANGE, scope: 'none', documentMoves: moves };
}

interface Correction extends SsnCorrectionInput {
  readonly sorted: SortedItems;
  readonly context: RecordContext;
}

function planMoves(correction: Correction): Result<SsnCorrectionPlan, string> {
  const { newItems, sorted, context } = correction;
  const former = readFormer(correction);
  const arriving = arrivingItems(correction);
  if (!former.ok || !arriving.ok) return failure(problemsOf([former, arriving]));
  const occupied = occupiedPlaces(arriving.value, newItems);
  if (occupied.length > 0) return failure(occupied.join('; '));

  const records = collected([
    receiver(correction, arriving.value),
    sorted.scope === 'partial' ? remainingProvider(sorted.provider!, former.value, sorted.remaining, context) : NONE,
  ]);
  if (!records.ok) return records;
  return success({
    plan: {
      puts: [
        ...arriving.value,
        ...records.value.filter((record) => record !== undefined),
        correctionRecord(correction, former.value),
      ],
      deletes: keysToDelete(sorted),
      touches: [],
      events: [],
    },
    scope: sorted.scope,
    documentMoves: documentMoves(sorted.moved, rekeyingOf(correction)),
    ...(sorted.scope === 'full' && { signInToRemove: former.value.compactConnectRegisteredEmailAddress }),
  });
}

const NONE = success(undefined);

/** The provider of the wrong number, where every item of theirs is known to the rule. */
function readFormer({ sorted, context }: Correction): Result<Provider, string> {
  const { scope, provider: stored, remaining } = sorted;
  const problems = [
    ...(stored === undefined ? ['there is no provider record'] : []),
    ...(scope === 'full' ? remaining.map((item) => `the ${describeItem(item)} belongs to nothing that moves`) : []),
  ];
  const provider = stored && loadRecord(PROVIDER, stored, context);
  if (provider && !provider.ok) problems.push(`the provider record is invalid: ${describeErrors(provider.error)}`);
  return provider?.ok && problems.length === 0 ? success(provider.value) : failure(problems.join('; '));
}

/** The moved records as they stand under the provider of the right number. */
function arrivingItems(correction: Correction): Result<Item[], string> {
  const { sorted, newItems, context } = correction;
  const items = collected(sorted.moved.map((item) => rekeyed(item, rekeyingOf(correction), context)));
  if (!items.ok) return items;
  const presentAt = ({ sk }: Item) => newItems.find((item) => item.sk === sk);
  return success(items.value.map((item) => (item.type === 'license' ? withMarksOf(item, presentAt(item)) : item)));
}

/**
 * The provider record under the right number. One that is there stays as it is (spec 04 section 9.5): the upload that
 * follows refreshes it where the moved license is the best one.
 */
function receiver({ newItems, context }: Correction, arriving: readonly Item[]): Result<Item | undefined, string> {
  return newItems.some(({ type }) => type === 'provider') ? NONE : newProvider(arriving, context);
}

/** Says under the right number where the records came from. */
function correctionRecord({ license, context }: Correction, former: Provider): Item {
  const { providerId, compact, ssnLastFour } = license;
  const update = {
    updateType: 'ssnCorrection',
    providerId,
    compact,
    previous: former,
    updatedValues: { ssnLastFour },
    createDate: instantText(context.now),
  };
  return newItem(PROVIDER_UPDATE, update, context);
}

/**
 * Records of a privilege before the privilege, everything before the license: what remains of an interrupted correction
 * can then still be told from records that belong to nothing.
 */
function keysToDelete({ scope, moved, license, provider }: SortedItems): PrimaryKey[] {
  const isPrivilege = (item: Item) => item.type === 'privilege';
  const items = [
    ...moved.filter((item) => item !== license && !isPrivilege(item)),
    ...moved.filter(isPrivilege),
    license!,
    ...(scope === 'full' ? [provider!] : []),
  ];
  return items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
}

function rekeyingOf({ license, previousProviderId }: SsnCorrectionInput): Rekeying {
  const { compact, providerId, ssnLastFour } = license;
  return { compact, from: previousProviderId, to: providerId, ssnLastFour };
}

/** Documents under their former keys, where this very correction moved everything. */
function leftDocuments(input: SsnCorrectionInput): DocumentMove[] {
  const { oldItems, newItems, previousProviderId } = input;
  const isDone = newItems.some(
    ({ updateType, previous }) =>
      updateType === 'ssnCorrection' && isPlainObject(previous) && previous.providerId === previousProviderId,
  );
  return isDone && oldItems.length === 0 ? documentMovesDone(newItems, rekeyingOf(input)) : [];
}

/** All values, or what is wrong with any of them. */
function collected<Value>(results: readonly Result<Value, string>[]): Result<Value[], string> {
  const problems = problemsOf(results);
  return problems === '' ? success(results.flatMap((result) => (result.ok ? [result.value] : []))) : failure(problems);
}

function problemsOf(results: readonly Result<unknown, string>[]): string {
  return results.flatMap((result) => (result.ok ? [] : [result.error])).join('; ');
}
