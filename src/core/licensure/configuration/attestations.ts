import { ATTESTATION_IDS, AttestationId } from './attestation-ids';

/** A text that practitioners confirm, in one language. */
export interface AttestationText {
  readonly attestationId: string;
  /** Language, e.g. `en`. */
  readonly locale: string;
  /** Heading above the text. */
  readonly displayName: string;
  /** What it is for, in one line for those who administer it. */
  readonly description: string;
  readonly text: string;
  /** Whether nobody buys without it. */
  readonly required: boolean;
}

type Wording = Pick<AttestationText, 'displayName' | 'description' | 'text'>;

/**
 * Wordings of this library. They say what each attestation means and no more; a compact that has wordings of its own
 * gives them in its settings.
 */
const WORDINGS: Readonly<Record<AttestationId, Wording>> = {
  'jurisprudence-confirmation': {
    displayName: 'Binding Declaration',
    description: 'Declarations are binding, false ones have consequences, and they may be audited',
    text:
      'I understand that the declarations that I make in this application are binding on me. I understand that a false ' +
      'or misleading declaration may be a ground for discipline and may cost me my licenses and privileges to practice. ' +
      'I understand that the compact and its member states may audit my declarations, and I agree to provide evidence ' +
      'on request.',
  },
  'scope-of-practice-attestation': {
    displayName: 'Scope of Practice',
    description: 'The laws and the scope of practice of the remote state will be followed',
    text:
      'I will follow the practice act, the rules and the scope of practice of each state in which I use a privilege to ' +
      'practice, as if I were licensed there. I understand that a violation may lead to the revocation of my privileges ' +
      'in every member state, and that I may then be refused new privileges for two years.',
  },
  'personal-information-address-attestation': {
    displayName: 'Current Address',
    description: 'The address is current, papers may be served there, and changes will be reported',
    text:
      'The address shown in this application is my current address. I consent to receiving notices and to being served ' +
      'with legal process at this address in every state in which I hold a privilege to practice. I will report each ' +
      'change of my address to the licensing board of my home state.',
  },
  'personal-information-home-state-attestation': {
    displayName: 'Name, Personal Data and Home State',
    description: 'Name and personal data are correct, and the applicant lives in the home state',
    text:
      'My legal name and my personal data are shown correctly in this application. The home state that it names is the ' +
      'state in which I have my primary residence.',
  },
  'military-affiliation-confirmation-attestation': {
    displayName: 'Military Documents',
    description: 'The uploaded military documents are accurate',
    text:
      'The documents that I uploaded as evidence of my military affiliation, or of that of my spouse, are authentic, ' +
      'accurate and current.',
  },
  'military-personal-information-state-license-attestation': {
    displayName: 'Military Affiliation and State License',
    description: 'A member of the military, or a spouse, holds an eligible license in the listed state',
    text:
      'I am an active member of the military or the spouse of an active member. I hold a license in the state that this ' +
      'application names, and that license is eligible for privileges under the compact. My legal name and my personal ' +
      'data are shown correctly.',
  },
  'discipline-no-current-encumbrance-attestation': {
    displayName: 'No Current Encumbrance',
    description: 'No license is encumbered now',
    text:
      'None of the licenses that I hold in any state is encumbered at present. In particular, none is suspended, on ' +
      'probation or restricted by a licensing board.',
  },
  'discipline-no-prior-encumbrance-attestation': {
    displayName: 'No Encumbrance in the Last Two Years',
    description: 'No license was encumbered in the previous two years',
    text:
      'None of the licenses that I hold or have held in any state was encumbered at any time in the two years before the ' +
      'date of this application.',
  },
  'provision-of-true-information-attestation': {
    displayName: 'True Information',
    description: 'Everything in the application is true',
    text:
      'Everything that I have stated in this application is true, complete and correct. If any of it changes before the ' +
      'privileges are issued, I will say so.',
  },
  'not-under-investigation-attestation': {
    displayName: 'Not Under Investigation',
    description: 'The applicant is not under investigation',
    text: 'To the best of my knowledge I am not under investigation by a licensing board or another regulatory authority.',
  },
  'under-investigation-attestation': {
    displayName: 'Under Investigation',
    description: 'The applicant is under investigation, which may end in the loss of privileges',
    text:
      'I am under investigation by a licensing board or another regulatory authority. I understand that discipline that ' +
      'results from it may lead to the revocation of my privileges to practice.',
  },
};

/** The attestations of a compact that has no wordings of its own. */
export const ATTESTATIONS: readonly AttestationText[] = ATTESTATION_IDS.map((attestationId) => ({
  attestationId,
  locale: 'en',
  ...WORDINGS[attestationId],
  required: true,
}));
