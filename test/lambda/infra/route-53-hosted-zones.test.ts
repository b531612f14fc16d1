import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Route53Client } from '@aws-sdk/client-route-53';
import { Route53HostedZones } from '../../../lambda/infra/route-53-hosted-zones';

interface Zone {
  readonly id: string;
  readonly name: string;
  readonly isPrivate?: boolean;
}

/** A page of the list as Route 53 writes it. */
function page(zones: readonly Zone[], next?: Zone): string {
  const items = zones.map(
    ({ id, name, isPrivate = false }) =>
      `<HostedZone><Id>/hostedzone/${id}</Id><Name>${name}</Name><CallerReference>made up</CallerReference>` +
      `<Config><PrivateZone>${isPrivate}</PrivateZone></Config></HostedZone>`,
  );
  const more = next ? `<NextDNSName>${next.name}</NextDNSName><NextHostedZoneId>${next.id}</NextHostedZoneId>` : '';
  return (
    `<ListHostedZonesByNameResponse><HostedZones>${items.join('')}</HostedZones>` +
    `<IsTruncated>${next !== undefined}</IsTruncated>${more}<MaxItems>100</MaxItems></ListHostedZonesByNameResponse>`
  );
}

let server: Server;
let pages: string[];
let queries: string[];
let zones: Route53HostedZones;

beforeAll(async () => {
  server = createServer((request, response) => {
    queries.push(request.url!);
    response.setHeader('content-type', 'text/xml').end(pages.shift());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'made-up', secretAccessKey: 'made-up' };
  zones = new Route53HostedZones(
    new Route53Client({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials, maxAttempts: 1 }),
  );
});

beforeEach(() => {
  queries = [];
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test('zones of exactly that name are found, public and private ones', async () => {
  pages = [
    page([
      { id: 'Z1', name: 'boards.example.org.' },
      { id: 'Z2', name: 'boards.example.org.', isPrivate: true },
      { id: 'Z3', name: 'test.boards.example.org.' },
    ]),
  ];

  expect(await zones.named('Boards.example.org')).toEqual([
    { id: 'Z1', isPrivate: false },
    { id: 'Z2', isPrivate: true },
  ]);
  expect(queries).toEqual(['/2013-04-01/hostedzonesbyname?dnsname=boards.example.org.']);
});

test('a list of zones without that name, which begins with the next one, finds nothing', async () => {
  pages = [page([{ id: 'Z9', name: 'example.net.' }], { id: 'Z8', name: 'example.org.' })];

  expect(await zones.named('boards.example.org')).toEqual([]);
  expect(queries).toHaveLength(1);
});

test('further pages are read as long as they go on with that name', async () => {
  const name = 'boards.example.org.';
  pages = [page([{ id: 'Z1', name }], { id: 'Z2', name }), page([{ id: 'Z2', name }], { id: 'Z3', name: 'x.org.' })];

  expect((await zones.named('boards.example.org')).map(({ id }) => id)).toEqual(['Z1', 'Z2']);
  expect(queries[1]).toBe('/2013-04-01/hostedzonesbyname?dnsname=boards.example.org.&hostedzoneid=Z2');
});
