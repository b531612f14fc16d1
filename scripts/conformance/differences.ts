/** A deliberate difference from the reference system. */
export interface RecordedDifference {
  readonly file: string;
  /** Matches the reason for which the vector allows another answer. */
  readonly weakness: RegExp;
  /** Matches the paths in the answer that may differ; any other difference counts as unrecorded. */
  readonly where: RegExp;
  readonly reason: string;
  /** Record in `docs/decisions`. */
  readonly decision: string;
}

const INGEST_DECISION = '0004-ingest-keeps-what-the-state-does-not-send.md';
const ANSWERS_AND_EVENTS_DECISION = '0017-what-leaves-in-answers-and-what-the-archive-keeps.md';
const CHANGES_DECISION = '0016-rules-of-boards-and-practitioners.md';
const FILES_DECISION = '0018-files-are-taken-up-to-their-error.md';
const STRICT_TEXTS_DECISION = '0005-strict-texts-and-no-quoted-input.md';

const STRICT_DATES = 'dates are accepted as YYYY-MM-DD only';
const LOOSE_DATE = /strict(er)? date|loose date/;

/** An action that is refused instead of carried out, or the other way round, changes what later ones find. */
const EVERYTHING_AN_ACTION_DOES =
  /^actions\[\d+\]\.(response|internalError|batchItemFailures|events|newItems|modifiedItems)/;

/** Updates of a provider hold what it showed before. */
const PROVIDER_AND_ITS_UPDATES = /^steps\[\d+\]\.providerTable\.\S+ \w+#(PROVIDER(\.|$)|UPDATE#2#)/;

/** One of the weaknesses that spec 04 section 14 numbers; a vector may name several. */
function item(number: number): RegExp {
  return new RegExp(`section 14 items?[\\d ,and]* ${number}\\b`);
}

/** Every entry answers vectors that carry `mayDiffer`; no other vector may differ at all. */
export const RECORDED_DIFFERENCES: readonly RecordedDifference[] = [
  {
    file: 'validation.json',
    weakness: LOOSE_DATE,
    where: /^(statusCode|body|queueMessage|firstQueueMessage|lastQueueMessage|putEventsCalls)/,
    reason: STRICT_DATES,
    decision: STRICT_TEXTS_DECISION,
  },
  {
    file: 'validation.json',
    weakness: /text after "Invalid JSON: "/,
    where: /^body\.message$/,
    reason: "the parser's text is not repeated, because it quotes the body",
    decision: STRICT_TEXTS_DECISION,
  },
  {
    file: 'validation.json',
    weakness: /error text/,
    where: /^(queueMessage|firstQueueMessage|lastQueueMessage|putEventsCalls)/,
    reason: 'every row before the error of a file is taken, and the error names record, line and remedy',
    decision: FILES_DECISION,
  },
  {
    file: 'serialise.json',
    weakness: LOOSE_DATE,
    where: /^(item|object|general|private|public|error)/,
    reason: STRICT_DATES,
    decision: STRICT_TEXTS_DECISION,
  },
  {
    file: 'serialise.json',
    weakness: /strict(er)? parsing/,
    where: /^(items?|object|general|private|public|api|error)/,
    reason: 'instants are read in the extended form of ISO 8601 only',
    decision: STRICT_TEXTS_DECISION,
  },
  {
    file: 'serialise.json',
    weakness: /order of the abbreviations/,
    where: /^error\.privilegeFees\[\d+\]$/,
    reason: 'abbreviations are listed in the order of the configuration',
    decision: ANSWERS_AND_EVENTS_DECISION,
  },
  {
    file: 'serialise.json',
    weakness: /format of dateOfUpdate/,
    where: /^(item|object)\.dateOfUpdate$/,
    reason: 'instants have one form in all records; the other form is read as well',
    decision: ANSWERS_AND_EVENTS_DECISION,
  },
  {
    file: 'serialise.json',
    weakness: item(17),
    where: /^items\[\d+\]\.eventTime$/,
    reason: 'instants have one form in all records',
    decision: ANSWERS_AND_EVENTS_DECISION,
  },
  {
    file: 'serialise.json',
    weakness: item(6),
    where: /^(batchItemFailures|items)\[\d+\]$/,
    reason: 'an event without a jurisdiction is archived under the empty one',
    decision: ANSWERS_AND_EVENTS_DECISION,
  },
  {
    file: 'sanitise.json',
    weakness: item(5),
    where: /^(internalError|statusCode|body)$/,
    reason: 'a privilege is shown although its license carries the same marks',
    decision: ANSWERS_AND_EVENTS_DECISION,
  },
  {
    file: 'sanitise.json',
    weakness: item(9),
    where: /^body\.privileges\[\d+\]\.activeSince$/,
    reason: 'a late renewal begins anew, and so does a lift without a renewal after it',
    decision: CHANGES_DECISION,
  },
  {
    file: 'ingest.json',
    weakness: item(1),
    where: /^steps\[\d+\]\.providerTable\.\S+ \w+#(PROVIDER(\.|$|#license\/)|UPDATE#[23]#)/,
    reason: 'encumberedStatus and investigationStatus of a license survive an upload',
    decision: INGEST_DECISION,
  },
  {
    file: 'ingest.json',
    weakness: item(2),
    where: PROVIDER_AND_ITS_UPDATES,
    reason: 'the provider shows the best license, whichever was uploaded',
    decision: INGEST_DECISION,
  },
  {
    file: 'ingest.json',
    weakness: item(3),
    where: PROVIDER_AND_ITS_UPDATES,
    reason:
      'a value that the shown license lacks is cleared on the provider, and a clean license does not lift its mark',
    decision: INGEST_DECISION,
  },
  {
    file: 'ingest.json',
    weakness: item(13),
    where: PROVIDER_AND_ITS_UPDATES,
    reason: 'all main records of a provider are read',
    decision: INGEST_DECISION,
  },
  {
    file: 'ingest.json',
    weakness: LOOSE_DATE,
    where: /^steps\[\d+\]\.(ingest|providerTable)\./,
    reason: STRICT_DATES,
    decision: STRICT_TEXTS_DECISION,
  },
  {
    file: 'best-license.json',
    weakness: item(3),
    where: /^providerItem\.(encumberedStatus|npi|middleName|suffix|providerFamGivMid)$/,
    reason: 'a missing value is cleared on the provider, and a clean license does not lift its encumbrance',
    decision: INGEST_DECISION,
  },
  {
    file: 'flows.json',
    weakness: /error details printed after "Invalid request body: "/,
    where: /^actions\[\d+\]\.response\.body\.message$/,
    reason: 'what is wrong with a body is said in words, a field at a time',
    decision: STRICT_TEXTS_DECISION,
  },
  {
    file: 'flows.json',
    weakness: LOOSE_DATE,
    where: EVERYTHING_AN_ACTION_DOES,
    reason: STRICT_DATES,
    decision: STRICT_TEXTS_DECISION,
  },
  {
    file: 'flows.json',
    weakness: item(4),
    where: EVERYTHING_AN_ACTION_DOES,
    reason: 'a privilege that is encumbered itself moves to an encumbered license as it is',
    decision: CHANGES_DECISION,
  },
  {
    file: 'flows.json',
    weakness: item(3),
    where:
      /^actions\[\d+\]\.(modifiedItems\..*#PROVIDER\.(set\.(encumberedStatus|npi|middleName|suffix|providerFamGivMid)$|removed)|newItems\.\S+ \w+#UPDATE#2#)/,
    reason:
      'a value that the shown license lacks is cleared on the provider, and a clean license does not lift its mark',
    decision: CHANGES_DECISION,
  },
  {
    file: 'flows.json',
    weakness: item(8),
    where: /^actions\[\d+\]\.(events\[\d+\]|newItems\.\S+ \w+#UPDATE#1#)/,
    reason: 'an encumbrance of a license that is heard again is not spread again',
    decision: CHANGES_DECISION,
  },
  {
    file: 'flows.json',
    weakness: item(10),
    where: /^actions\[\d+\]\.(modifiedItems\..*#privilege\/\S+#\.removed|newItems\.\S+ \w+#UPDATE#1#)/,
    reason: 'a privilege that is renewed stays under investigation, and keeps an encumbrance that stands',
    decision: CHANGES_DECISION,
  },
  {
    file: 'flows.json',
    weakness: item(14),
    where: /^actions\[\d+\]\.(ok|internalError)$/,
    reason: 'a document for an affiliation that is complete changes nothing',
    decision: CHANGES_DECISION,
  },
  {
    file: 'flows.json',
    weakness: item(18),
    where: EVERYTHING_AN_ACTION_DOES,
    reason: 'an investigation that is not open does not close with an encumbrance',
    decision: CHANGES_DECISION,
  },
  {
    file: 'history.json',
    weakness: item(9),
    where: /^(detail\.activeSince$|(staff|public|practitioner)\.body\.events\[\d+\])/,
    reason: 'a late renewal begins anew, and so does a lift without one after it; a renewal on the last day is in time',
    decision: CHANGES_DECISION,
  },
  {
    file: 'history.json',
    weakness: /note is optional in storage/,
    where: /^(staff|public|practitioner)\.(internalError|statusCode|body)$/,
    reason: 'a deactivation without a note is shown without one',
    decision: ANSWERS_AND_EVENTS_DECISION,
  },
];
