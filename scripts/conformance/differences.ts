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
    file: 'serialise.json',
    weakness: /stricter date format/,
    where: /^(object|general|private|error)/,
    reason: 'dates are accepted as YYYY-MM-DD only',
    decision: STRICT_TEXTS_DECISION,
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
];
