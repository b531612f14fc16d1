import { LIMITS } from '../../core/contracts/limits';
import { ATTESTATION_IDS } from '../../core/licensure/configuration/attestation-ids';
import { LOCALES } from '../../core/licensure/records/attestation';
import { DEFAULT_LOCALE } from '../attestations-of';
import { Draft } from '../draft';
import { useOneOf } from '../problem';
import { AttestationSettings } from '../settings';
import { present, reportRepeated, Rule } from './rule';

/** Ids are parts of record keys, whose parts `#` separates. */
export const IDENTIFIER = /^[A-Za-z0-9_-]+$/;

/** Every attestation says something, in a language that is known, and none stands twice. */
export const attestationsAreWritten: Rule = ({ attestations }, report) => {
  for (const [index, { attestationId, locale, ...texts }] of present(attestations)) {
    const setting = `attestations[${index}]`;
    if (attestationId !== undefined && !IDENTIFIER.test(attestationId)) {
      report(`${setting}.attestationId`, 'an id has letters, digits, "-" and "_" only', 'rename it');
    }
    for (const name of ['displayName', 'description', 'text'] as const) {
      if (texts[name]?.trim() === '') report(`${setting}.${name}`, 'practitioners would read nothing', 'write a text');
    }
    if (locale !== undefined && !LOCALES.some((known) => known === locale)) {
      report(`${setting}.locale`, `attestations are kept in ${LOCALES.join(', ')} only`, useOneOf(LOCALES, locale));
    }
  }
  reportRepeated(
    attestations?.map((attestation) => attestation && identityOf(attestation)),
    (index) => `attestations[${index}].attestationId`,
    report,
  );
};

/** What a purchase asks for is there: without one of these texts nobody could buy. */
export const attestationsAreComplete: Rule = ({ attestations }, report) => {
  // An entry that could not be read may be the one that seems to be missing.
  if (attestations === undefined || attestations.some((attestation) => attestation?.attestationId === undefined)) {
    return;
  }
  const given = present(attestations).map(([, { attestationId }]) => attestationId);
  const missing = ATTESTATION_IDS.filter((id) => !given.includes(id));
  if (missing.length === 0) return;
  report(
    'attestations',
    `a purchase asks for ${missing.join(', ')} too`,
    'add a text for each, or leave attestations out to use those of this library',
    `${given.length} attestations`,
  );
};

/** The texts travel with a request of CloudFormation. */
export const attestationsFitADeployment: Rule = ({ attestations }, report) => {
  const { value: limit, source } = LIMITS.attestationBytes;
  // The texts are JSON in a text of a JSON document: what is escaped counts as it is written there.
  const bytes = Buffer.byteLength(JSON.stringify(JSON.stringify(attestations ?? [])));
  if (bytes <= limit) return;
  report('attestations', `a deployment carries ${limit} (${source})`, 'shorten the texts', `${bytes} bytes of texts`);
};

function identityOf({ attestationId, locale = DEFAULT_LOCALE }: Draft<AttestationSettings>): string | undefined {
  return attestationId === undefined ? undefined : `${attestationId} ${locale}`;
}
