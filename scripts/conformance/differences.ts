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

/** Every entry answers vectors that carry `mayDiffer`; no other vector may differ at all. */
export const RECORDED_DIFFERENCES: readonly RecordedDifference[] = [
  {
    file: 'validation.json',
    weakness: /stricter date format/,
    where: /^(statusCode|body|queueMessages)/,
    reason: 'dates are accepted as YYYY-MM-DD only',
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
    where: /^(putEventsCalls\[\d+\]\[0\]\.Detail\.errors\[0\]$|queueMessage|lastQueueMessage)/,
    reason: 'every row before the error of a file is taken, and the error names record, line and remedy',
    decision: FILES_DECISION,
  },
  {
    file: 'serialise.json',
    weakness: /stricter date format/,
    where: /^(object|general|private|error)/,
    reason: 'dates are accepted as YYYY-MM-DD only',
    decision: STRICT_TEXTS_DECISION,
  },
  {
    file: 'serialise.json',
    weakness: /format of dateOfUpdate/,
    where: /^item\.dateOfUpdate$/,
    reason: 'instants have one form in all records; the other form is read as well',
    decision: ANSWERS_AND_EVENTS_DECISION,
  },
  {
    file: 'serialise.json',
    weakness: /section 14 item 17\b/,
    where: /^items\[\d+\]\.eventTime$/,
    reason: 'instants have one form in all records',
    decision: ANSWERS_AND_EVENTS_DECISION,
  },
  {
    file: 'serialise.json',
    weakness: /section 14 item 6\b/,
    where: /^(batchItemFailures|items)\[\d+\]$/,
    reason: 'an event without a jurisdiction is archived under the empty one',
    decision: ANSWERS_AND_EVENTS_DECISION,
  },
  {
    file: 'sanitise.json',
    weakness: /section 14 item 5\b/,
    where: /^(internalError|statusCode|body)$/,
    reason: 'a privilege is shown although its license carries the same marks',
    decision: ANSWERS_AND_EVENTS_DECISION,
  },
  {
    file: 'ingest.json',
    weakness: /section 14 item 1\b/,
    where: /^steps\[\d+\]\.providerTable\./,
    reason: 'encumberedStatus and investigationStatus of a license survive an upload',
    decision: INGEST_DECISION,
  },
  {
    file: 'ingest.json',
    weakness: /section 14 item 2\b/,
    where: /^steps\[\d+\]\.providerTable\./,
    reason: 'the provider shows the best license, whichever was uploaded',
    decision: INGEST_DECISION,
  },
  {
    file: 'ingest.json',
    weakness: /section 14 item 3\b/,
    where: /^steps\[\d+\]\.providerTable\./,
    reason: 'a value that the shown license lacks is cleared on the provider',
    decision: INGEST_DECISION,
  },
  {
    file: 'best-license.json',
    weakness: /section 14 item 3\b/,
    where: /^providerItem\./,
    reason: 'a missing value is cleared on the provider, and a clean license does not lift its encumbrance',
    decision: INGEST_DECISION,
  },
  {
    file: 'flows.json',
    weakness: /error details printed after "Invalid request body: "/,
    where: /^actions\[\d+\]\.response\.body\.message$/,
    reason: 'what is wrong with a body is said in words, a field at a time',
    decision: CHANGES_DECISION,
  },
  {
    file: 'flows.json',
    weakness: /section 14 item 4\b/,
    where: /^actions\[\d+\]\.(internalError|response|events|newItems|modifiedItems)/,
    reason: 'a privilege that is encumbered itself moves to an encumbered license as it is',
    decision: CHANGES_DECISION,
  },
  {
    file: 'flows.json',
    weakness: /section 14 item 3\b/,
    where: /^actions\[\d+\]\.modifiedItems\..*#PROVIDER\.set\.encumberedStatus$/,
    reason: 'a clean license does not lift the encumbrance of its holder',
    decision: CHANGES_DECISION,
  },
  {
    file: 'flows.json',
    weakness: /section 14 item 10\b/,
    where: /^actions\[\d+\]\.modifiedItems\..*#\.removed\[\d+\]$/,
    reason: 'a privilege that is renewed stays under investigation',
    decision: CHANGES_DECISION,
  },
  {
    file: 'history.json',
    weakness: /section 14 item 9\b/,
    where: /^(detail\.activeSince|(staff|public|practitioner)\.body\.events\[\d+\])/,
    reason: 'expirations and lifted encumbrances are breaks; a renewal on the last day is in time',
    decision: CHANGES_DECISION,
  },
  {
    file: 'history.json',
    weakness: /the note is optional in storage/,
    where: /^(staff|public|practitioner)\.(internalError|statusCode|body)$/,
    reason: 'a deactivation without a note is shown without one',
    decision: CHANGES_DECISION,
  },
];
