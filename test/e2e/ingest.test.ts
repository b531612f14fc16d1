import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { LambdaClient, ListEventSourceMappingsCommand, UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, paginateScan, PutCommand } from '@aws-sdk/lib-dynamodb';
import { adverseActionItem, Holder, privilegeItem } from './listeners';
import { license } from './made-up-licenses';
import { within } from './within';
import { allEvents, BusEvent } from '../../local/observe/event-log';
import { scanRun } from '../../local/observe/personal-data/scan-run';
import { describeFinding, PersonalDataScanner } from '../../local/observe/personal-data/scanner';
import { LocalRunProcess } from '../../local/run-process';
import { emulatorSettings, rootClients } from '../../scripts/soak/emulator-clients';
import { uploadOneFile } from '../../scripts/soak/one-file';
import { Pipeline } from '../../scripts/soak/pipeline';
import { soak, SOAK_LICENSE_TYPES } from '../../scripts/soak/soak';

// Starting installs the emulator on a machine that never ran it, and all cores may be busy.
jest.setTimeout(600_000);
/** For what takes a second or two where nothing else runs. */
const PATIENCE = 60_000;

let run: LocalRunProcess;
let documents: DynamoDBDocumentClient;

beforeAll(async () => {
  const folder = resolve(__dirname, '..', '..', '.local', 'ingest-test');
  run = await LocalRunProcess.start({ folder, options: ['--retry-after', '2'] });
  documents = DynamoDBDocumentClient.from(new DynamoDBClient(emulatorSettings(run.environment)));
});

afterAll(async () => {
  await run?.stop();
});

type Item = Readonly<Record<string, any>>;

async function itemsWhere(isWanted: (item: Item) => boolean): Promise<Item[]> {
  const found: Item[] = [];
  const pages = paginateScan({ client: documents }, { TableName: run.environment.tables.ProviderTable });
  for await (const { Items = [] } of pages) found.push(...Items.filter(isWanted));
  return found;
}

async function eventsWhere(isWanted: (event: BusEvent) => boolean): Promise<BusEvent[]> {
  const found: BusEvent[] = [];
  for await (const event of allEvents(run.environment.address)) if (isWanted(event)) found.push(event);
  return found;
}

const upload = (text: string | Buffer) => uploadOneFile(run.environment, 'aslp', Buffer.from(text));

/** A file of some of the columns of made-up licenses. */
function csv(rows: readonly Record<string, unknown>[], separator = '\r\n'): string {
  const columns = Object.keys(rows[0]);
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.join(','))
    .join(separator);
}

test('a file with bad records and duplicates is stored and reported exactly, though functions are killed on the way', async () => {
  const file = { rows: 200, seed: 7, badShare: 0.05, duplicateShare: 0.05, licenseTypes: SOAK_LICENSE_TYPES };

  const { failures, kills } = await soak(run.environment, { file, kills: 2, onProgress: () => undefined });

  expect({ failures, kills: kills.length }).toEqual({ failures: [], kills: 2 });
});

describe('a file', () => {
  test('from another system, with BOM, line feeds, quotes and no last line break, is stored as it is meant', async () => {
    const name = '"Núñez, ""la vieja"""';
    const { stored, reports, failures } = await upload(
      `\ufeff${csv([license({ familyName: name, ssn: '900-70-0001', homeAddressStreet1: '"1 Row, Rear"' })], '\n')}`,
    );

    expect({ reports, failures }).toEqual({ reports: [], failures: [] });
    expect(stored.filter((line) => line.includes('Núñez, "la vieja"'))).toHaveLength(2);
  });

  test('is taken but for its bad records, each reported with its number and its fields', async () => {
    const { stored, reports, failures } = await upload(
      csv([
        license({ familyName: 'Goodrow', ssn: '900-71-0001' }),
        license({ familyName: 'Badrow', ssn: '900-71-0002', dateOfExpiration: '2099-02-30', npi: '1' }),
        license({ familyName: 'Badrow', ssn: '900-71-0003', licenseType: 'plumber' }),
        license({ familyName: 'Goodrow', ssn: '900-71-0001', licenseNumber: 'OH-9' }),
      ]),
    );

    expect(failures).toEqual([]);
    expect(reports).toEqual([
      'record 2: {"npi":["String does not match expected pattern."],"dateOfExpiration":["Not a valid date."]}',
      'record 3: {"licenseType":["Must be one of: audiologist, speech-language pathologist."]}',
      expect.stringMatching(/^record 4: \{"_schema":\["Duplicate License SSN detected .* SSN matches with record 1\./),
    ]);
    expect(stored.filter((line) => line.includes('Goodrow'))).toHaveLength(2);
    expect(stored.filter((line) => line.includes('Badrow'))).toEqual([]);
  });

  test('that is no UTF-8 fails with one answer that says what to do', async () => {
    const { reports, failures } = await upload(Buffer.from(csv([license({ familyName: 'Nuñez' })]), 'latin1'));

    expect(failures).toEqual([]);
    expect(reports).toEqual([expect.stringMatching(/^the file failed: .*not UTF-8/)]);
  });
});

describe('privileges hear of their license', () => {
  let holder: Holder;
  const ofHolder = (type: string) => itemsWhere((item) => item.type === type && item.providerId === holder.providerId);
  const row = license({ familyName: 'Listener', ssn: '900-72-0001' });

  beforeAll(async () => {
    await upload(csv([row]));
    const [{ providerId, licenseType }] = await itemsWhere(
      ({ type, familyName }) => type === 'license' && familyName === 'Listener',
    );
    holder = { providerId, licenseType, licenseTypeAbbreviation: 'slp' };
    const Item = privilegeItem(holder, 'ky');
    await documents.send(new PutCommand({ TableName: run.environment.tables.ProviderTable, Item }));
  });

  test('its encumbrance comes to them once, however often it is told', async () => {
    const adverseActionId = randomUUID();
    const Item = adverseActionItem(holder, adverseActionId);
    await documents.send(new PutCommand({ TableName: run.environment.tables.ProviderTable, Item }));
    const detail = {
      compact: 'aslp',
      jurisdiction: 'oh',
      eventTime: new Date().toISOString(),
      providerId: holder.providerId,
      adverseActionId,
      licenseTypeAbbreviation: 'slp',
      effectiveDate: '2026-01-15',
    };
    const entry = {
      EventBusName: run.environment.dataEventBus,
      Source: 'org.compactconnect.provider-data',
      DetailType: 'license.encumbrance',
      Detail: JSON.stringify(detail),
    };
    await new EventBridgeClient(emulatorSettings(run.environment)).send(
      new PutEventsCommand({ Entries: [entry, entry, entry] }),
    );

    const isTold = ({ type, detail: told }: BusEvent) =>
      type === 'privilege.encumbrance' && (told as Item).providerId === holder.providerId;
    await within(PATIENCE, 'the event of the privilege', async () => (await eventsWhere(isTold))[0]);
    // Quiet again: whatever the repetitions cause has been caused.
    await upload(csv([license({ familyName: 'Later', ssn: '900-72-0002' })]));

    expect(await eventsWhere(isTold)).toHaveLength(1);
    expect(await ofHolder('privilege')).toEqual([expect.objectContaining({ encumberedStatus: 'licenseEncumbered' })]);
    expect(await ofHolder('privilegeUpdate')).toHaveLength(1);
  });

  test('its deactivation by a later file comes to them too', async () => {
    await upload(csv([{ ...row, licenseStatus: 'inactive', compactEligibility: 'ineligible' }]));

    const [privilege] = await within(PATIENCE, 'the deactivation', async () => {
      const found = await ofHolder('privilege');
      return found[0].licenseDeactivatedStatus === undefined ? undefined : found;
    });
    expect(privilege).toMatchObject({
      licenseDeactivatedStatus: 'licenseDeactivated',
      encumberedStatus: 'licenseEncumbered',
    });
    const told = await eventsWhere(({ type }) => type === 'license.deactivation');
    expect(told.map(({ detail }) => (detail as Item).providerId)).toEqual([holder.providerId]);
  });
});

test('a dead letter with a number is processed again once its mapping is enabled', async () => {
  const clients = rootClients(run.environment);
  const { sqs } = clients;
  const lambda = new LambdaClient(emulatorSettings(run.environment));
  const { url: QueueUrl } = run.environment.deadLetterQueues.find(({ name }) => name.includes('LicensePreprocessing'))!;
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  const mappings = new ListEventSourceMappingsCommand({ EventSourceArn: Attributes!.QueueArn });
  const { EventSourceMappings: [mapping] = [] } = await lambda.send(mappings);
  const origin = { compact: 'aslp', jurisdiction: 'oh', eventTime: new Date().toISOString() };
  const letter = { ...license({ familyName: 'Waiting', ssn: '900-73-0001' }), ...origin };
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(letter) }));
  const isTaken = async () => (await itemsWhere(({ familyName }) => familyName === 'Waiting')).length > 0 || undefined;

  await upload(csv([license({ familyName: 'Sooner', ssn: '900-73-0002' })]));
  expect(await isTaken()).toBeUndefined();

  await lambda.send(new UpdateEventSourceMappingCommand({ UUID: mapping.UUID, Enabled: true }));
  await within(PATIENCE, 'the license of the dead letter', isTaken);
  await upload(csv([license({ familyName: 'Sooner', ssn: '900-73-0002' })]));
  expect(await new Pipeline(run.environment, clients).deadLetters()).toEqual(new Map());
});

test('what happened is archived without the person', async () => {
  const archived: Item[] = [];
  const pages = paginateScan({ client: documents }, { TableName: run.environment.tables.DataEventTable });
  for await (const { Items = [] } of pages) archived.push(...Items);

  const types = new Set(archived.map(({ eventType }) => eventType));
  expect([...types].sort()).toEqual([
    'license.deactivation',
    'license.encumbrance',
    'license.ingest',
    'license.ingest-failure',
    'license.validation-error',
    'privilege.encumbrance',
  ]);
  expect(archived.length).toBe((await eventsWhere(() => true)).length);
});

test('no log line and no event has personal data, and the scan of this very run would find some', async () => {
  const { environment } = run;
  const scanner = new PersonalDataScanner(environment.staffUsers.map(({ email }) => email));
  for (const ssn of ['900-70-0001', '900-71-0001', '900-71-0002', '900-72-0001', '900-73-0001']) {
    scanner.learn(license({ ssn }));
  }

  const { lines, events, findings } = await scanRun(environment, scanner);

  expect(findings.map(describeFinding)).toEqual([]);
  expect({ hasLines: lines > 0, hasEvents: events > 200 }).toEqual({ hasLines: true, hasEvents: true });
  const [carrier] = await eventsWhere(
    ({ type, detail }) => type === 'license.ingest' && (detail as Item).familyName === 'Listener',
  );
  expect(
    scanner
      .scan('a license on its way', JSON.stringify(carrier))
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['birth date', 'e-mail address', 'phone number', 'street address']);
});
