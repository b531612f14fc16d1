import { findPublicHostedZone } from '../../../lambda/app/find-public-hosted-zone';
import type { HostedZone } from '../../../lambda/app/ports';

const find = (...zones: HostedZone[]) =>
  findPublicHostedZone({ zones: { named: async () => zones } }, 'boards.example.org');

const publicZone = { id: 'Z1', isPrivate: false };
const privateZone = { id: 'Z2', isPrivate: true };

test('the one public zone of the name is found, whatever private ones there are', async () => {
  expect(await find(privateZone, publicZone)).toEqual({ ok: true, value: 'Z1' });
});

test.each<[string, HostedZone[], string]>([
  [
    'no zone',
    [],
    'this account has no public hosted zone named boards.example.org; make the zone and delegate the name to it, then deploy again',
  ],
  [
    'a private zone only',
    [privateZone],
    'this account has no public hosted zone named boards.example.org; make the zone and delegate the name to it, then deploy again',
  ],
  [
    'two public zones',
    [publicZone, { id: 'Z3', isPrivate: false }],
    "this account has 2 public hosted zones (Z1, Z3) named boards.example.org; give the id of the one to use as hostedZoneId in the environment's settings",
  ],
])('%s is a failure that says what to do', async (_name, zones, error) => {
  expect(await find(...zones)).toEqual({ ok: false, error });
});
