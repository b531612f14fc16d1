import type { RecordedAcknowledgement } from './acknowledgements';

/** A finding of a rule pack before anybody acknowledged it. */
export interface RawFinding {
  readonly id: string;
  /** Path of the resource. */
  readonly resource: string;
}

export interface AcknowledgementProblem {
  readonly kind: 'expired' | 'unused';
  /** Path of the construct that carries the acknowledgement. */
  readonly scope: string;
  readonly description: string;
}

/**
 * What is wrong with acknowledgements on the day `today` (`YYYY-MM-DD`). One is unused when no resource in its scope has
 * the finding; ids of packs that did not run are left alone.
 */
export function reviewAcknowledgements(
  acknowledgements: readonly RecordedAcknowledgement[],
  findings: readonly RawFinding[],
  packNames: readonly string[],
  today: string,
): AcknowledgementProblem[] {
  const resourcesOf = new Map<string, string[]>();
  for (const { id, resource } of findings) resourcesOf.set(id, [...(resourcesOf.get(id) ?? []), resource]);
  const isChecked = (id: string) => packNames.some((pack) => id.startsWith(`${pack}-`));
  const isNeeded = (id: string, scope: string) =>
    (resourcesOf.get(id) ?? []).some((resource) => isWithin(resource, scope));

  return acknowledgements.flatMap((acknowledgement): AcknowledgementProblem[] => {
    const { scope, owner, expires } = acknowledgement;
    const expired: AcknowledgementProblem[] =
      expires < today
        ? [
            {
              kind: 'expired',
              scope,
              description: `the acknowledgement of ${acknowledgement.findings.join(', ')} expired on ${expires}: ${owner} looks at it again, then fixes the finding or moves the day`,
            },
          ]
        : [];
    const unused = acknowledgement.findings
      .filter((id) => isChecked(id) && !isNeeded(id, scope))
      .map((id): AcknowledgementProblem => ({
        kind: 'unused',
        scope,
        description: `the acknowledgement of ${id} is not needed: no resource has this finding; remove it, so that it can't hide a later one`,
      }));
    return [...expired, ...unused];
  });
}

function isWithin(path: string, scope: string): boolean {
  return scope === '' || path === scope || path.startsWith(`${scope}/`);
}
