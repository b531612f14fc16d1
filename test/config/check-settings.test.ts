import { cdkJson, Json, linesOf, pipelineFile, read, sandboxFile } from './files';
import { requireSoundSettings } from '../../src/config/check-settings';

/** Settings as code would give them, with the value at a path replaced. */
function settingsWith(base: Json, path: string, value: unknown): Json {
  const settings = structuredClone(base);
  const keys = path.match(/[^.[\]]+/g) ?? [];
  const last = keys.pop() ?? '';
  keys.reduce((object, key) => object[key], settings)[last] = value;
  return settings;
}

const sandbox = read(cdkJson(), sandboxFile());
const production = read(cdkJson(), pipelineFile('prod'));

test.each<[string, unknown]>([
  ['environment.name', 'x'.repeat(20)],
  ['environment.name', 'ana-2'],
  ['applicationName', 'x'.repeat(63 - '-state-auth-ana'.length)],
  ['project', 'Regulated services: 2 + 2 = 4 @ Columbus/Ohio_x.y-z'],
  ['service', 'Ä'.repeat(256)],
  ['compacts[0].abbreviation', 'pt2'],
  ['compacts[0].licenseTypes[0].name', 'é'.repeat(100)],
  ['environment.account', '000000000001'],
  ['environment.region', 'us-gov-west-1'],
  ['environment.region', 'ap-southeast-10'],
  ['environment.domainName', `${'a'.repeat(63 - 'licensee-auth..example.org'.length)}.example.org`],
  ['environment.domainName', 'xn--bcher-kva.example'],
  ['environment.uiDomainNameOverride', `app.${'a'.repeat(63)}.org`],
  ['environment.localUiPort', 1],
  ['environment.localUiPort', 65535],
  ['environment.localUiPort', undefined],
  ['environment.securityProfile', undefined],
  ['environment.notifications.email', []],
])('a sandbox may have %s = %j', (path, value) => {
  expect(linesOf(() => requireSoundSettings(settingsWith(sandbox, path, value)))).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['environment.name', 'x'.repeat(21), 'names of backup vaults leave 20 characters for it; choose a shorter name'],
  ['applicationName', 'x'.repeat(64 - '-state-auth-ana'.length), `has 64 characters and Cognito takes 63`],
  ['applicationName', '-', 'a letter first; choose another name'],
  ['applicationName', 'Ohio--Boards-', 'a letter first; rename it, for example to "ohio-boards"'],
  ['project', 'x'.repeat(257), 'a tag has 1 to 256 letters'],
  [
    'compacts[0].abbreviation',
    '2pt',
    'a letter first, fit into keys, paths and scopes; use lower-case letters and digits',
  ],
  ['compacts[0].licenseTypes[0].name', 'x'.repeat(101), 'a name has 1 to 100 characters'],
  ['compacts[0].licenseTypes[0].name', '', 'a name has 1 to 100 characters'],
  ['jurisdictions[4]', 'puerto rico', 'it is not the lower-case postal abbreviation'],
  ['compacts[1].memberJurisdictions[1]', 'mi#', 'it is not one of the jurisdictions of this backend'],
  ['environment.account', '44445555666', 'an account id has twelve digits'],
  ['environment.region', 'us-east-0', 'it is not the name of a region'],
  ['environment.region', 'us-east-1a', 'it is not the name of a region'],
  ['environment.domainName', `${'a'.repeat(64 - 'licensee-auth..example.org'.length)}.example.org`, 'at most 49'],
  ['environment.domainName', 'example', 'a host name has lower-case labels'],
  ['environment.domainName', 'a_b.example.org', 'a host name has lower-case labels'],
  ['environment.uiDomainNameOverride', 'app.Example.org.', 'neither protocol nor path; write "app.example.org"'],
  ['environment.localUiPort', 0, 'ports are whole numbers from 1 to 65535'],
  ['environment.localUiPort', 80.5, 'ports are whole numbers from 1 to 65535'],
  ['environment.notifications.email', ['a@b'], 'it is not an e-mail address'],
  ['environment.notifications.slack', [{ channelName: 'é', channelId: 'C1', workspaceId: 'T1' }], 'a channel name has'],
])('a sandbox may not have %s = %j', (path, value, reason) => {
  const [header, ...lines] = linesOf(() => requireSoundSettings(settingsWith(sandbox, path, value)));

  expect(header).toBe('the configuration has 1 problem:');
  expect(lines).toEqual([expect.stringContaining(reason)]);
});

const policy = 'environment.backup.generalData';

test.each<[string, unknown]>([
  ['applicationName', 'x'.repeat(63 - '-state-auth'.length)],
  [`${policy}.deleteAfterDays`, 180],
  [`${policy}.coldStorageAfterDays`, 1],
  [`${policy}.coldStorageAfterDays`, 310],
  [`${policy}.schedule`, {}],
  [`${policy}.schedule`, { minute: '59', hour: '*/6', day: 'L', month: 'JAN-JUN,12', year: '2030-2040/2' }],
  [`${policy}.schedule`, { weekDay: 'MON-FRI' }],
  [`${policy}.schedule`, { weekDay: '6#3' }],
  ['environment.backup.generalVaultName', 'x'.repeat(50)],
])('production may have %s = %j', (path, value) => {
  expect(linesOf(() => requireSoundSettings(settingsWith(production, path, value)))).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['environment.backup', undefined, 'found nothing, but production needs backups'],
  ['environment.securityProfile', 'VULNERABLE', 'use RECOMMENDED in production'],
  ['environment.allowLocalUi', true, 'sign-in to production never redirects to localhost'],
  ['environment.domainName', undefined, 'an environment that a pipeline deploys needs a domain'],
  ['environment.notifications.sesOperationsSupportEmail', undefined, 'reports about its delivery need a receiver'],
  ['environment.notifications', undefined, 'reports about its delivery need a receiver'],
  [`${policy}.deleteAfterDays`, 179, 'the vaults are locked for 180 days'],
  [`${policy}.coldStorageAfterDays`, 0, 'a copy moves after at least one day'],
  [`${policy}.coldStorageAfterDays`, 311, 'use at most 310'],
  [`${policy}.schedule.minute`, '*', 'AWS Backup runs at most once an hour'],
  [`${policy}.schedule.minute`, '60', 'use 0 to 59'],
  [`${policy}.schedule.hour`, '1-2-3', 'use 0 to 23'],
  [`${policy}.schedule.hour`, '*/0', 'use 0 to 23'],
  [`${policy}.schedule.weekDay`, '8', 'use 1 to 7 or SUN to SAT'],
  [`${policy}.schedule.month`, '', 'use 1 to 12 or JAN to DEC'],
  [`${policy}.schedule.year`, '1969', 'use 1970 to 2199'],
  [`${policy}.schedule.day`, '1', 'not both'],
  ['environment.backup.ssnVaultName', 'x', 'a vault name has 2 to 50'],
  ['environment.backup.accountId', '5555', 'an account id has twelve digits'],
  ['environment.backup.region', 'eu', 'it is not the name of a region'],
])('production may not have %s = %j', (path, value, reason) => {
  const [header, ...lines] = linesOf(() => requireSoundSettings(settingsWith(production, path, value)));

  expect(header).toBe('the configuration has 1 problem:');
  expect(lines).toEqual([expect.stringContaining(reason)]);
});

test('only the environment prod leaves the room of its name to the application, another one for production does not', () => {
  const longest = 63 - '-state-auth-west'.length;
  const west = settingsWith(settingsWith(production, 'environment.name', 'west'), 'environment.purpose', 'PRODUCTION');
  const problemsOf = (length: number) =>
    linesOf(() => requireSoundSettings(settingsWith(west, 'applicationName', 'x'.repeat(length))));

  expect(problemsOf(longest)).toEqual([]);
  expect(problemsOf(longest + 1)).toEqual([
    'the configuration has 1 problem:',
    expect.stringContaining('has 64 characters and Cognito takes 63'),
  ]);
});

test('settings given in code are located by their names', () => {
  const settings = settingsWith(sandbox, 'compacts[1].memberJurisdictions[0]', 'tx');

  expect(linesOf(() => requireSoundSettings(settings))).toEqual([
    'the configuration has 1 problem:',
    '  settings compacts[1].memberJurisdictions[0]: found "tx", but it is not one of the jurisdictions of this backend; add it to the jurisdictions, or correct or remove it here',
  ]);
});

function settingsWithMembers(base: Json, count: number): Json {
  const codes =
    'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok';
  const jurisdictions = codes.split(' ').slice(0, count);
  const compacts = base.compacts.map((compact: Json) => ({ ...compact, memberJurisdictions: jurisdictions }));
  return { ...structuredClone(base), jurisdictions, compacts };
}

test('two compacts leave room for 23 members in a sandbox', () => {
  expect(linesOf(() => requireSoundSettings(settingsWithMembers(sandbox, 23)))).toEqual([]);
  expect(linesOf(() => requireSoundSettings(settingsWithMembers(sandbox, 24)))).toEqual([
    'the configuration has 1 problem:',
    '  settings compacts[].memberJurisdictions: found 26 resource servers, but a user pool takes 25 (Amazon Cognito quotas, default): one per compact and one per jurisdiction that is a member anywhere; list fewer: compacts and different jurisdictions together may be 25',
  ]);
});

test('the default quota does not bind an environment of the pipelines', () => {
  expect(linesOf(() => requireSoundSettings(settingsWithMembers(production, 36)))).toEqual([]);
});
