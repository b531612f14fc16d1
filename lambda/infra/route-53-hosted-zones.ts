import { ListHostedZonesByNameCommand, ListHostedZonesByNameResponse, Route53Client } from '@aws-sdk/client-route-53';
import type { HostedZone, HostedZones } from '../app/ports';

export class Route53HostedZones implements HostedZones {
  public constructor(private readonly client: Route53Client) {}

  /** Route 53 lists zones in the order of their names, from the given one on: the first other name ends the search. */
  public async named(zoneName: string): Promise<readonly HostedZone[]> {
    const fullName = `${zoneName.toLowerCase()}.`;
    const found: HostedZone[] = [];
    let page: ListHostedZonesByNameResponse | undefined;
    do {
      page = await this.client.send(
        new ListHostedZonesByNameCommand({ DNSName: fullName, HostedZoneId: page?.NextHostedZoneId }),
      );
      const zones = (page.HostedZones ?? []).filter(({ Name }) => Name === fullName);
      found.push(...zones.map(({ Id, Config }) => ({ id: bareId(Id!), isPrivate: Config?.PrivateZone ?? false })));
    } while (page.IsTruncated && page.NextDNSName === fullName);
    return found;
  }
}

function bareId(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
