import { Draft } from '../draft';
import { AttestationSettings } from '../settings';
import { list, object, openObject, readRequired, required, text, trueOrFalse } from './decoders';
import { Ledger } from './ledger';
import { parseSource, SourceFile } from './source-file';
import { parseYaml } from './yaml-document';

export const ATTESTATION_FIELDS = {
  attestationId: required('attestationId', 'the id of the attestation', text),
  displayName: required('displayName', 'the heading above the text', text),
  description: required('description', 'what the attestation is for', text),
  text: required('text', 'what practitioners confirm', text),
  required: required('required', 'whether nobody buys without it', trueOrFalse),
  locale: required('locale', 'the language, for example en', text),
};

/** The only key of the file. */
export const ATTESTATIONS_KEY = 'attestations';

const attestations = list(object(ATTESTATION_FIELDS));

/**
 * Reads CompactConnect's `attestations.yml`.
 *
 * @param setting that the file gives
 */
export function readAttestations(
  file: SourceFile,
  ledger: Ledger,
  setting: string,
): readonly (Draft<AttestationSettings> | undefined)[] | undefined {
  const root = parseSource(file, ledger, parseYaml);
  if (root === undefined || !openObject(root, [ATTESTATIONS_KEY])) return undefined;
  return readRequired(root.child(ATTESTATIONS_KEY, setting), 'the list of attestations', attestations);
}
