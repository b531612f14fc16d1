import type { HostedZones } from './ports';
import { failure, Result, success } from '../../src/core/result';

export interface FindPublicHostedZonePorts {
  readonly zones: HostedZones;
}

/** The id of the public hosted zone of exactly that name, or why there is not exactly one. */
export async function findPublicHostedZone(
  { zones }: FindPublicHostedZonePorts,
  zoneName: string,
): Promise<Result<string, string>> {
  const ids = (await zones.named(zoneName)).filter(({ isPrivate }) => !isPrivate).map(({ id }) => id);
  if (ids.length === 1) return success(ids[0]);
  const found = ids.length === 0 ? 'no public hosted zone' : `${ids.length} public hosted zones (${ids.join(', ')})`;
  const remedy =
    ids.length === 0
      ? 'make the zone and delegate the name to it, then deploy again'
      : "give the id of the one to use as hostedZoneId in the environment's settings";
  return failure(`this account has ${found} named ${zoneName}; ${remedy}`);
}
