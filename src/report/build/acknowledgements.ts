import { acknowledgementId } from './findings';
import { compareTexts } from './order';
import type { StatedAcknowledgement } from '../../nag/acknowledgement-metadata';
import type { AcknowledgementState, ReportedAcknowledgement, ReportedFinding } from '../model';

/** Time in which somebody can look again before an acknowledgement ends. */
export const SOON_DAYS = 90;

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** After every day: acknowledgements without a last day come last. */
const ENDLESS = '9999-12-31';

export function reportedAcknowledgements(
  acknowledgements: readonly StatedAcknowledgement[],
  findings: readonly ReportedFinding[],
  today: string,
): ReportedAcknowledgement[] {
  const accepted = new Map<string, number>();
  for (const { acknowledgement } of findings) {
    if (acknowledgement !== undefined) accepted.set(acknowledgement, (accepted.get(acknowledgement) ?? 0) + 1);
  }
  return acknowledgements
    .map((acknowledgement): ReportedAcknowledgement => {
      const id = acknowledgementId(acknowledgement);
      const { scope, findings: ids, reason, owner, expires } = acknowledgement;
      const state = acknowledgementState(expires, today);
      return { id, scope, findings: ids, reason, owner, expires, state, accepts: accepted.get(id) ?? 0 };
    })
    .sort(
      (one, other) =>
        compareTexts(one.expires ?? ENDLESS, other.expires ?? ENDLESS) ||
        compareTexts(one.scope, other.scope) ||
        compareTexts(one.findings.join(), other.findings.join()),
    );
}

/** An acknowledgement still holds on its last day. Both days are `YYYY-MM-DD`. */
export function acknowledgementState(expires: string | undefined, today: string): AcknowledgementState {
  if (expires === undefined) return 'endless';
  const days = (Date.parse(expires) - Date.parse(today)) / DAY_MILLISECONDS;
  if (days < 0) return 'expired';
  return days <= SOON_DAYS ? 'expiring' : 'current';
}
