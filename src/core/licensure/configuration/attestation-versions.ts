import { failure, Result, success } from '../../result';
import { describeErrors } from '../../validation/parse';
import { trimText } from '../../validation/trim';
import { newItem } from '../changes/changed-item';
import type { Item } from '../item';
import { attestationVersionsPrefix } from '../keys';
import { Attestation, ATTESTATION } from '../records/attestation';
import { loadRecord, RecordContext } from '../records/record-type';
import { instantText } from '../time';
import type { AttestationText } from './attestations';

/**
 * The versions of a compact's attestations that are still to be stored: the first of what is new, one more of what was
 * changed, nothing for what stands there already. No version is ever replaced: privileges name those that were accepted.
 *
 * @param stored every item of the compact's attestations
 */
export function newAttestationVersions(
  compact: string,
  attestations: readonly AttestationText[],
  stored: readonly Item[],
  context: RecordContext,
): Result<Item[], string> {
  const items: Item[] = [];
  const problems: string[] = [];
  for (const attestation of attestations) {
    const versions = versionsOf(compact, attestation, stored, context);
    const latest = latestVersion(versions.flatMap((version) => (version.ok ? [version.value] : [])));
    problems.push(...versions.flatMap((version) => (version.ok ? [] : [version.error])));
    if (latest !== undefined && saysTheSame(latest, attestation)) continue;
    items.push(versionItem(compact, attestation, 1 + Number(latest?.version ?? 0), context));
  }
  return problems.length > 0 ? failure(problems.join('; ')) : success(items);
}

/** The stored versions of one attestation; others, of which this release may know nothing, are not looked at. */
function versionsOf(
  compact: string,
  { attestationId, locale }: AttestationText,
  stored: readonly Item[],
  context: RecordContext,
): Result<Attestation, string>[] {
  const prefix = attestationVersionsPrefix({ compact, attestationId, locale });
  return stored
    .filter(({ sk }) => String(sk).startsWith(prefix))
    .map((item) => {
      const version = loadRecord(ATTESTATION, item, context);
      return version.ok
        ? version
        : failure(`the stored attestation ${item.sk} is invalid: ${describeErrors(version.error)}`);
    });
}

/** The greatest version of one attestation by its number: sorted as texts, as keys are, `9` would come after `10`. */
export function latestVersion(versions: readonly Attestation[]): Attestation | undefined {
  return [...versions].sort((one, other) => Number(other.version) - Number(one.version))[0];
}

/** White space around a text says nothing: files end with a line break or don't. */
function saysTheSame(stored: Attestation, given: AttestationText): boolean {
  const isSame = (name: 'displayName' | 'description' | 'text') => trimText(stored[name]) === trimText(given[name]);
  return isSame('displayName') && isSame('description') && isSame('text') && stored.required === given.required;
}

function versionItem(compact: string, attestation: AttestationText, version: number, context: RecordContext): Item {
  return newItem(
    ATTESTATION,
    { ...attestation, compact, version: String(version), dateCreated: instantText(context.now) },
    context,
  );
}
