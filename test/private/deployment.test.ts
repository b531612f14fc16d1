import { deploymentOf, physicalName, wafLogPrefix } from '../../src/private/deployment';
import { productionSettings, sandboxSettings } from '../licensure/backend-settings';

const mail = { sesOperationsSupportEmail: 'mail@example.org' };

test.each([
  ['a web client on localhost', { allowLocalUi: true }, ['http://localhost:3018']],
  ['another port', { allowLocalUi: true, localUiPort: 4000 }, ['http://localhost:4000']],
  [
    'a hosted zone',
    { allowLocalUi: false, domainName: 'boards.example.org', notifications: mail },
    ['https://app.boards.example.org'],
  ],
  [
    'a web client elsewhere',
    {
      allowLocalUi: false,
      domainName: 'boards.example.org',
      uiDomainNameOverride: 'web.example.org',
      notifications: mail,
    },
    ['https://web.example.org'],
  ],
  [
    'both',
    { allowLocalUi: true, domainName: 'boards.example.org', notifications: mail },
    ['https://app.boards.example.org', 'http://localhost:3018'],
  ],
])('with %s the allowed origins are its address', (_name, environment, origins) => {
  expect(deploymentOf(sandboxSettings(environment)).webOrigins).toEqual(origins);
});

test('the domain of a deployment keeps compacts and jurisdictions in their order', () => {
  const { domain, members } = deploymentOf(sandboxSettings());

  expect(domain.compacts).toEqual(['aslp', 'coun']);
  expect(domain.jurisdictions).toEqual(['co', 'ky', 'ne', 'oh', 'tx']);
  expect(domain.licenseTypes.coun).toEqual([{ name: 'licensed professional counselor', abbreviation: 'lpc' }]);
  expect(members).toEqual({ aslp: ['ky', 'ne', 'oh'], coun: ['co', 'oh'] });
});

test.each([
  ['prod', false],
  ['ana', true],
])('environment %s is a sandbox: %s', (name, isSandbox) => {
  const settings = name === 'prod' ? productionSettings() : sandboxSettings({ name });

  expect(deploymentOf(settings).isSandbox).toBe(isSandbox);
});

test('physical names begin with the application and the environment', () => {
  const deployment = deploymentOf(sandboxSettings());

  expect(physicalName(deployment, 'ssn-key')).toBe('boards-ana-ssn-key');
  expect(wafLogPrefix(deployment)).toBe('aws-waf-logs-boards-ana-');
});

test('members of license types have one order, whatever the order of the settings is: function variables are made of it', () => {
  const settings = sandboxSettings();
  const turned = {
    ...settings,
    compacts: settings.compacts.map(({ licenseTypes, ...compact }) => ({
      ...compact,
      licenseTypes: licenseTypes.map(({ name, abbreviation }) => ({ abbreviation, name })),
    })),
  };

  expect(JSON.stringify(deploymentOf(turned).domain)).toBe(JSON.stringify(deploymentOf(settings).domain));
});
