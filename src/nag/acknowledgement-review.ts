import type { RecordedAcknowledgement } from './acknowledgements';
import { ConstructPaths, isWithin, narrowerPlaces } from './narrow-scope';

/** A finding of a rule pack before anybody acknowledged it. */
export interface RawFinding {
  readonly id: string;
  /** Path of the resource. */
  readonly resource: string;
}

export interface AcknowledgementProblem {
  readonly kind: 'expired' | 'unused' | 'wide';
  /** Path of the construct that carries the acknowledgement. */
  readonly scope: string;
  readonly description: string;
}

/** What an app says about its acknowledgements, and what the rule packs found in it. */
export interface AcknowledgementReview {
  readonly acknowledgements: readonly RecordedAcknowledgement[];
  readonly findings: readonly RawFinding[];
  /** Packs that ran; ids of others are left alone. */
  readonly packNames: readonly string[];
  readonly paths: ConstructPaths;
  /** Day with which expiries are compared, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * What is wrong with acknowledgements. One is unused when no resource in its scope has the finding, and wide when it
 * stands above where the finding is.
 */
export function reviewAcknowledgements(review: AcknowledgementReview): AcknowledgementProblem[] {
  const { acknowledgements, findings, packNames, paths, today } = review;
  const resourcesOf = new Map<string, Set<string>>();
  for (const { id, resource } of findings) resourcesOf.set(id, (resourcesOf.get(id) ?? new Set()).add(resource));
  const isChecked = (id: string) => packNames.some((pack) => id.startsWith(`${pack}-`));

  return acknowledgements.flatMap((acknowledgement) => {
    const { scope } = acknowledgement;
    const ofFindings = acknowledgement.findings.filter(isChecked).flatMap((id) => {
      const needing = [...(resourcesOf.get(id) ?? [])].filter((resource) => isWithin(resource, scope));
      return needing.length === 0 ? unused(scope, id) : wide(scope, id, narrowerPlaces(scope, needing, paths));
    });
    return [...expired(acknowledgement, today), ...ofFindings];
  });
}

function expired(
  { scope, findings, owner, expires }: RecordedAcknowledgement,
  today: string,
): AcknowledgementProblem[] {
  if (expires >= today) return [];
  const description = `the acknowledgement of ${findings.join(', ')} expired on ${expires}: ${owner} looks at it again, then fixes the finding or moves the day`;
  return [{ kind: 'expired', scope, description }];
}

function unused(scope: string, id: string): AcknowledgementProblem[] {
  const description = `the acknowledgement of ${id} is not needed: no resource has this finding; remove it, so that it can't hide a later one`;
  return [{ kind: 'unused', scope, description }];
}

/** Enough to know where to begin. */
const SHOWN_PLACES = 3;

function wide(scope: string, id: string, places: readonly string[] | undefined): AcknowledgementProblem[] {
  if (!places) return [];
  const hidden = places.length - SHOWN_PLACES;
  const shown = [...places.slice(0, SHOWN_PLACES), ...(hidden > 0 ? [`${hidden} more`] : [])].join(', ');
  const description = `the acknowledgement of ${id} stands above resources that don't have this finding, where it can hide later ones; move it to ${shown}`;
  return [{ kind: 'wide', scope, description }];
}
