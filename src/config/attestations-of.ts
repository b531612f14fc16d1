import { AttestationSettings } from './settings';
import { AttestationText, ATTESTATIONS } from '../core/licensure/configuration/attestations';

/** Language of a text that names none. */
export const DEFAULT_LOCALE = 'en';

/** The attestations of a deployment as they are stored, with every default filled in. */
export function attestationsOf(settings: {
  readonly attestations?: AttestationSettings[];
}): readonly AttestationText[] {
  return settings.attestations?.map(withDefaults) ?? ATTESTATIONS;
}

function withDefaults(settings: AttestationSettings): AttestationText {
  const { attestationId, displayName, description, text, required = true, locale = DEFAULT_LOCALE } = settings;
  return { attestationId, locale, displayName, description, text, required };
}
