import type { Item } from '../item';

/** Which license of a provider is meant: there is at most one per jurisdiction and license type. */
export interface LicenseName {
  readonly jurisdiction: string;
  readonly licenseType: string;
}

/**
 * How much of a provider goes along with a corrected license: everything where it is the only license, what belongs to
 * the license where others remain, nothing where the provider has no such license.
 */
export type CorrectionScope = 'full' | 'partial' | 'none';

/** The stored items of a provider, sorted by what a correction does with them. */
export interface SortedItems {
  readonly scope: CorrectionScope;
  readonly provider?: Item;
  readonly license?: Item;
  /** The license and everything that goes along with it. */
  readonly moved: readonly Item[];
  /** What stays with the provider, the provider itself left out. */
  readonly remaining: readonly Item[];
}

/** Records about the practitioner rather than about a license: they go where the last license goes. */
const TYPES_OF_THE_PRACTITIONER: readonly unknown[] = ['militaryAffiliation', 'providerUpdate'];

/** Says which items a correction of one license moves (spec 04 section 9.5). */
export function sortItems(items: readonly Item[], name: LicenseName): SortedItems {
  const provider = items.find(({ type }) => type === 'provider');
  const others = items.filter((item) => item !== provider);
  const license = others.find((item) => item.type === 'license' && isNamed(item, name));
  if (license === undefined) return { scope: 'none', provider, moved: [], remaining: others };
  const scope = others.some((item) => item.type === 'license' && item !== license) ? 'partial' : 'full';
  const targets = new Set([
    targetOf('license', license),
    ...others.filter((item) => restsOn(item, name)).map((privilege) => targetOf('privilege', privilege)),
  ]);
  const isMoved = (item: Item) =>
    targets.has(targetOfRecord(item)) || (scope === 'full' && TYPES_OF_THE_PRACTITIONER.includes(item.type));
  return {
    scope,
    provider,
    license,
    moved: others.filter(isMoved),
    remaining: others.filter((item) => !isMoved(item)),
  };
}

function isNamed(item: Item, { jurisdiction, licenseType }: LicenseName): boolean {
  return item.jurisdiction === jurisdiction && item.licenseType === licenseType;
}

function restsOn({ type, licenseJurisdiction, licenseType }: Item, name: LicenseName): boolean {
  return type === 'privilege' && licenseJurisdiction === name.jurisdiction && licenseType === name.licenseType;
}

/** The license or privilege that a record is or is about; empty for records about something else. */
function targetOfRecord(item: Item): string {
  switch (item.type) {
    case 'license':
    case 'licenseUpdate':
      return targetOf('license', item);
    case 'privilege':
    case 'privilegeUpdate':
      return targetOf('privilege', item);
    case 'adverseAction':
      return targetOf(item.actionAgainst, item);
    case 'investigation':
      return targetOf(item.investigationAgainst, item);
    default:
      return '';
  }
}

function targetOf(kind: unknown, { jurisdiction, licenseType }: Item): string {
  return `${kind}/${jurisdiction}/${licenseType}`;
}
