import { spawnSync } from 'node:child_process';
import { license } from './made-up-licenses';
import { machineToken, staffToken } from './sign-in';
import { takeGrantAway } from './take-grant-away';
import { within } from './within';
import { LocalRunProcess } from '../../local/run-process';

// Starting installs the emulator on a machine that never ran it.
jest.setTimeout(300_000);

let run: LocalRunProcess;

beforeAll(async () => {
  run = await LocalRunProcess.start();
});

afterAll(async () => {
  await run?.stop();
});

async function call(method: string, url: string, token?: string, body?: unknown) {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, any> };
}

const licensesUrl = (jurisdiction = 'oh') =>
  `${run.environment.apis.state}/v1/compacts/aslp/jurisdictions/${jurisdiction}/licenses`;
const providersUrl = () => `${run.environment.apis.internal}/v1/compacts/aslp/providers`;

function uploadToken(): Promise<string> {
  const { clientId, clientSecret } = run.environment.machineClients.upload;
  return machineToken({ authUrl: run.environment.auth.state.url, clientId }, clientSecret, 'oh/aslp.write');
}

function tokenOf(role: string): Promise<string> {
  const { url, uiClientId, uiCallbackUrl } = run.environment.auth.staff;
  const user = run.environment.staffUsers.find((candidate) => candidate.role === role)!;
  return staffToken({ authUrl: url, clientId: uiClientId! }, uiCallbackUrl!, user);
}

async function providerNamed(familyName: string, token: string) {
  return within(2_000, `finding ${familyName}`, async () => {
    const { body } = await call('POST', `${providersUrl()}/query`, token, { query: { familyName } });
    return body.providers?.[0] as Record<string, any> | undefined;
  });
}

describe('a state uploads licenses', () => {
  test('a batch with an invalid record is refused whole, and nothing of it is stored', async () => {
    const rows = [
      license({ familyName: 'Refused', ssn: '900-20-0001' }),
      license({ familyName: 'Refused', ssn: '900-20-0002', dateOfExpiration: '2099-02-30' }),
    ];

    const { status, body } = await call('POST', licensesUrl(), await uploadToken(), rows);

    expect({ status, body }).toEqual({
      status: 400,
      body: {
        message: 'Invalid license records in request. See errors for more detail.',
        errors: { 1: { dateOfExpiration: ['Not a valid date.'] } },
      },
    });
    const { body: found } = await call('POST', `${providersUrl()}/query`, await tokenOf('board staff'), {
      query: { familyName: 'Refused' },
    });
    expect(found.providers).toEqual([]);
  });

  test('a client without the write scope is refused by the gateway', async () => {
    const { clientId, clientSecret } = run.environment.machineClients.readOnly;
    const authUrl = run.environment.auth.state.url;
    const token = await machineToken({ authUrl, clientId }, clientSecret, 'aslp/readGeneral');

    expect((await call('POST', licensesUrl(), token, [])).status).toBe(403);
  });

  test('the write scope of one state is no right in another', async () => {
    const { status, body } = await call('POST', licensesUrl('ky'), await uploadToken(), []);

    expect({ status, body }).toEqual({ status: 403, body: { message: 'Access denied' } });
  });

  test('no token is unauthorized, with the headers that a browser needs to read the answer', async () => {
    const { status, headers } = await call('POST', licensesUrl(), undefined, []);

    expect(status).toBe(401);
    expect(headers.get('access-control-allow-origin')).not.toBeNull();
  });
});

describe('staff look a practitioner up', () => {
  let provider: Record<string, any>;

  beforeAll(async () => {
    // Two seconds from the accepted upload to the search result are promised; getting tokens is no part of it.
    const [upload, director] = await Promise.all([uploadToken(), tokenOf('board executive director')]);
    const { status } = await call('POST', licensesUrl(), upload, [
      license({ familyName: 'Okafor', ssn: '900-30-0001' }),
      license({ familyName: 'Okafor-Lindqvist', ssn: '900-30-0002' }),
      license({ familyName: "O'Brien", ssn: '900-30-0003' }),
    ]);
    expect(status).toBe(200);
    provider = await providerNamed('Okafor', director);
  });

  test('names match as a whole, whatever their case, and signs in names are found', async () => {
    const token = await tokenOf('board staff');

    const { body } = await call('POST', `${providersUrl()}/query`, token, { query: { familyName: 'OKAFOR' } });

    expect(body.providers.map((found: any) => found.familyName)).toEqual(['Okafor']);
    expect((await providerNamed("O'Brien", token)).familyName).toBe("O'Brien");
  });

  test('the one who may read private data sees date of birth and last four digits', async () => {
    const url = `${providersUrl()}/${provider.providerId}`;

    const { status, body } = await call('GET', url, await tokenOf('board executive director'));

    expect(status).toBe(200);
    expect(body).toMatchObject({ dateOfBirth: '1984-02-29', ssnLastFour: '0001', licenseStatus: 'active' });
    expect(body.licenses).toEqual([
      expect.objectContaining({ licenseNumber: 'OH-4711', dateOfBirth: '1984-02-29', ssnLastFour: '0001' }),
    ]);
  });

  test('the one who may not sees the same practitioner without a private field', async () => {
    const url = `${providersUrl()}/${provider.providerId}`;

    const { status, body } = await call('GET', url, await tokenOf('board staff'));

    expect(status).toBe(200);
    expect(body.licenses).toHaveLength(1);
    for (const record of [body, ...body.licenses]) {
      expect(record).not.toHaveProperty('dateOfBirth');
      expect(record).not.toHaveProperty('ssnLastFour');
    }
    expect(JSON.stringify(body)).not.toContain('1984-02-29');
  });

  test('an unknown practitioner is not found', async () => {
    const url = `${providersUrl()}/00000000-0000-4000-8000-000000000000`;

    expect(await call('GET', url, await tokenOf('board staff'))).toMatchObject({
      status: 404,
      body: { message: 'Provider not found' },
    });
  });

  test('the gateway refuses a body that its model does not know', async () => {
    const { status } = await call('POST', `${providersUrl()}/query`, await tokenOf('board staff'), {
      query: { ssn: 'x' },
    });

    expect(status).toBe(400);
  });
});

test('the same license twice is one license of one practitioner', async () => {
  const row = license({ familyName: 'Twice', ssn: '900-40-0001' });
  const token = await tokenOf('board executive director');
  await call('POST', licensesUrl(), await uploadToken(), [row]);
  const first = await providerNamed('Twice', token);

  await call('POST', licensesUrl(), await uploadToken(), [{ ...row, licenseNumber: 'OH-4712' }]);

  const detail = await within(2_000, 'the change', async () => {
    const { body } = await call('GET', `${providersUrl()}/${first.providerId}`, token);
    return body.licenses[0].licenseNumber === 'OH-4712' ? body : undefined;
  });
  expect(detail.licenses).toHaveLength(1);
});

test('a right that the template does not give is denied, and the run says who may not do what on which resource', async () => {
  const grant = { stack: 'ingest', functionId: 'LicenseIngest', action: 'dynamodb:Query' };
  const restore = await takeGrantAway(run.environment, grant);

  await call('POST', licensesUrl(), await uploadToken(), [license({ familyName: 'Denied', ssn: '900-50-0001' })]);

  const line =
    /AccessDenied: function LicenseIngest \(role \S+\) may not dynamodb:Query on arn:aws:dynamodb:\S+:table\/\S+/;
  await within(5_000, 'the denial', async () => line.exec(run.output)?.[0]);
  await restore();
});

test('stopping leaves no process and no port behind', async () => {
  const { address, emulator } = run.environment;
  const processes = descendantsOf(run.processId);
  expect(processes.length).toBeGreaterThan(1);

  expect(await run.stop()).toBe(0);

  for (const url of [address, emulator.endpoint]) await expect(fetch(url)).rejects.toThrow();
  expect(runningProcesses().filter(({ id }) => processes.includes(id))).toEqual([]);
});

function runningProcesses(): { readonly id: number; readonly parent: number }[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([id, parent]) => ({ id, parent }));
}

function descendantsOf(processId: number): number[] {
  const children = runningProcesses().filter(({ parent }) => parent === processId);
  return children.flatMap(({ id }) => [id, ...descendantsOf(id)]);
}
