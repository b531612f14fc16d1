import { partitionOf } from './assembly/partitions';
import type { DeployedTemplate } from '../core/boundary/deployed-template';

/** The templates of one account and region: what one bootstrap serves. */
export interface PlacedTemplates {
  /** `111111111111/us-east-1`; `unknown account` where templates don't tell. */
  readonly place: string;
  readonly account: string;
  readonly region: string;
  readonly partition?: string;
  readonly templates: readonly DeployedTemplate[];
}

/**
 * What stands in for accounts and regions that templates don't tell. The account is the one of the AWS documentation's
 * examples, which nobody has.
 */
export const EXAMPLE_PLACE = { account: '123456789012', region: 'us-east-1' } as const;

/** Templates by account and region, in the order in which they come. */
export function placedTemplates(templates: readonly DeployedTemplate[]): PlacedTemplates[] {
  const places = new Map<string, DeployedTemplate[]>();
  for (const template of templates) {
    const place = placeName(template);
    places.set(place, [...(places.get(place) ?? []), template]);
  }
  return [...places].map(([place, members]) => {
    const [first] = members;
    const account = first.account ?? EXAMPLE_PLACE.account;
    const region = first.region ?? EXAMPLE_PLACE.region;
    const partition = first.partition ?? partitionOf(region);
    const located = locator({ account, region, partition });
    return { place, account, region, partition, templates: members.map(located) };
  });
}

export function placeName({ account, region }: Pick<DeployedTemplate, 'account' | 'region'>): string {
  if (account === undefined && region === undefined) return 'unknown account';
  return `${account ?? 'unknown account'}/${region ?? 'unknown region'}`;
}

/**
 * Gives templates an account and a region, so that ARNs in them and in boundaries can be compared. Templates that several
 * stacks nest stay one object.
 */
function locator(place: Pick<DeployedTemplate, 'account' | 'region' | 'partition'>) {
  const known = new Map<DeployedTemplate, DeployedTemplate>();
  const located = (template: DeployedTemplate): DeployedTemplate => {
    const before = known.get(template);
    if (before) return before;
    const nested = Object.entries(template.nested ?? {}).map(([id, each]) => [id, located(each)]);
    const after = { ...template, ...place, ...(template.nested && { nested: Object.fromEntries(nested) }) };
    known.set(template, after);
    return after;
  };
  return located;
}
