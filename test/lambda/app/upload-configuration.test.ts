import type { ConfigurationStore } from '../../../lambda/app/ports';
import { Migration, runMigrations } from '../../../lambda/app/run-migrations';
import { uploadConfiguration } from '../../../lambda/app/upload-configuration';
import {
  ConfigurationContent,
  configurationUploadProperties,
  ConfigurationUploadProperties,
} from '../../../src/core/contracts/configuration-upload';
import { ATTESTATIONS } from '../../../src/core/licensure/configuration/attestations';
import type { Item } from '../../../src/core/licensure/item';
import { DOMAIN, LATER, NOW } from '../../core/licensure/samples';

/** The configuration table; writes are counted. */
class Table implements ConfigurationStore {
  public readonly items = new Map<string, Item>();
  public writes = 0;
  /** What somebody else stores right before the next write of a version. */
  public intruder?: Item;

  public async itemsOf(partition: string): Promise<Item[]> {
    return [...this.items.values()].filter(({ pk }) => pk === partition);
  }

  public async put(item: Item): Promise<void> {
    this.writes += 1;
    this.items.set(`${item.pk} ${item.sk}`, item);
  }

  public async add(item: Item): Promise<'added' | 'taken'> {
    if (this.intruder) await this.put(this.intruder);
    this.intruder = undefined;
    if (this.items.has(`${item.pk} ${item.sk}`)) return 'taken';
    await this.put(item);
    return 'added';
  }
}

const CONTENT: ConfigurationContent = {
  memberJurisdictions: { arbor: ['oh', 'ky'], avian: ['ne'] },
  attestations: ATTESTATIONS,
  libraryVersion: '1.2.3',
};

function setup() {
  const table = new Table();
  let now = NOW;
  const ports = { domain: DOMAIN, configuration: table, clock: () => now };
  return {
    table,
    ports,
    later: () => (now = LATER),
    upload: (content: Partial<ConfigurationContent> = {}, migrations?: Migration[]) =>
      uploadConfiguration(ports, configurationUploadProperties({ ...CONTENT, ...content }), migrations),
  };
}

const changed = ATTESTATIONS.map((attestation, index) =>
  index === 0 ? { ...attestation, required: false } : attestation,
);

test('a first deployment stores attestations and members of every compact', async () => {
  const { table, upload } = setup();

  expect(await upload()).toEqual({ ok: true, value: [] });

  expect(await table.itemsOf('COMPACT#arbor#ATTESTATIONS')).toHaveLength(11);
  expect(await table.itemsOf('COMPACT#avian#ATTESTATIONS')).toHaveLength(11);
  expect(await table.itemsOf('COMPACT#arbor#ACTIVE_MEMBER_JURISDICTIONS')).toEqual([
    expect.objectContaining({
      active_member_jurisdictions: [
        { jurisdictionName: 'Ohio', postalAbbreviation: 'oh', compact: 'arbor' },
        { jurisdictionName: 'Kentucky', postalAbbreviation: 'ky', compact: 'arbor' },
      ],
    }),
  ]);
});

test('the same deployment again writes nothing', async () => {
  const { table, upload, later } = setup();
  await upload();
  const { writes } = table;
  later();

  await upload();

  expect(table.writes).toBe(writes);
});

test('a changed attestation becomes a version more in every compact, and the others stay', async () => {
  const { table, upload } = setup();
  await upload();

  await upload({ attestations: changed });

  const versions = await table.itemsOf('COMPACT#avian#ATTESTATIONS');
  expect(versions.filter(({ version }) => version === '2')).toEqual([
    expect.objectContaining({ attestationId: ATTESTATIONS[0].attestationId, required: false }),
  ]);
  expect(versions).toHaveLength(12);
});

test('a version that another run stores meanwhile is not replaced; the next number is used', async () => {
  const { table, upload } = setup();
  await upload();
  const [first] = await table.itemsOf('COMPACT#arbor#ATTESTATIONS');
  table.intruder = { ...first, sk: String(first.sk).replace(/1$/, '2'), version: '2', text: 'Of another run.' };

  expect(await upload({ attestations: changed })).toMatchObject({ ok: true });

  const texts = (await table.itemsOf('COMPACT#arbor#ATTESTATIONS'))
    .filter(({ attestationId }) => attestationId === first.attestationId)
    .map(({ version, text }) => [version, text]);
  expect(texts).toEqual([
    ['1', first.text],
    ['2', 'Of another run.'],
    ['3', first.text],
  ]);
});

test('where others always come first, the deployment fails and says so', async () => {
  const { table, ports } = setup();
  const refusing: ConfigurationStore = {
    itemsOf: (partition) => table.itemsOf(partition),
    put: (item) => table.put(item),
    add: async () => 'taken',
  };

  const outcome = await uploadConfiguration(
    { ...ports, configuration: refusing },
    configurationUploadProperties(CONTENT),
  );

  expect(outcome).toEqual({
    ok: false,
    error: 'the attestations of arbor were changed by others 5 times; deploy again',
  });
});

test.each<[string, Partial<ConfigurationUploadProperties>, RegExp]>([
  ['texts that are no JSON', { MemberJurisdictions: '{', Attestations: '[' }, /memberJurisdictions: .*attestations: /],
  ['a compact of another deployment', { MemberJurisdictions: '{"marine":["oh"]}' }, /Must be of: arbor, avian/],
  [
    'an unknown jurisdiction',
    { MemberJurisdictions: '{"arbor":["zz"]}' },
    /memberJurisdictions.arbor.0: Must be one of/,
  ],
  [
    'a half attestation',
    { Attestations: '[{"attestationId":"oath","required":"true"}]' },
    /0\.locale: .*0\.required: /,
  ],
])('properties with %s are refused before anything is written', async (_name, properties, reason) => {
  const { table, ports } = setup();

  const outcome = await uploadConfiguration(ports, { ...configurationUploadProperties(CONTENT), ...properties });

  expect(outcome).toEqual({ ok: false, error: expect.stringMatching(reason) });
  expect(table.writes).toBe(0);
});

test('a damaged version stops the deployment', async () => {
  const { table, upload } = setup();
  const [{ attestationId }] = ATTESTATIONS;
  const sk = `COMPACT#arbor#LOCALE#en#ATTESTATION#${attestationId}#VERSION#1`;
  await table.put({ pk: 'COMPACT#arbor#ATTESTATIONS', sk });

  expect(await upload()).toMatchObject({
    ok: false,
    error: expect.stringContaining('#VERSION#1 is invalid'),
  });
});

describe('migrations', () => {
  /** A migration that leaves an item with its name. */
  const leaving = (name: string): Migration => ({
    name,
    run: ({ configuration }) => configuration.put({ pk: 'LEFT', sk: name }),
  });
  const failing = (name: string): Migration => ({ name, run: () => Promise.reject(new Error('out of sap')) });
  const left = async (table: Table) => (await table.itemsOf('LEFT')).map(({ sk }) => sk);

  test('run in order before anything else is written, and are recorded with the release', async () => {
    const { table, upload } = setup();

    expect(await upload({}, [leaving('b'), leaving('a')])).toEqual({ ok: true, value: ['b', 'a'] });

    expect([...table.items.values()].slice(0, 4)).toEqual([
      { pk: 'LEFT', sk: 'b' },
      expect.objectContaining({ pk: 'MIGRATIONS', name: 'b', appliedAt: NOW, libraryVersion: '1.2.3' }),
      { pk: 'LEFT', sk: 'a' },
      expect.objectContaining({ pk: 'MIGRATIONS', name: 'a' }),
    ]);
  });

  test('run once', async () => {
    const { upload } = setup();
    await upload({}, [leaving('a')]);

    expect(await upload({ libraryVersion: '1.3.0' }, [failing('a'), leaving('b')])).toEqual({ ok: true, value: ['b'] });
  });

  test('stop the deployment where one fails, by its name; those before it are not run again', async () => {
    const { table, upload } = setup();

    expect(await upload({}, [leaving('a'), failing('b'), leaving('c')])).toEqual({
      ok: false,
      error: 'migration b failed: Error: out of sap; mend the cause and deploy again',
    });
    expect(await left(table)).toEqual(['a']);
    expect(await table.itemsOf('COMPACT#arbor#ATTESTATIONS')).toEqual([]);

    expect(await upload({}, [failing('a'), leaving('b'), leaving('c')])).toEqual({ ok: true, value: ['b', 'c'] });
  });

  test('that only another release knows stay recorded', async () => {
    const { table, ports } = setup();
    await runMigrations(ports, [leaving('later')], '2.0.0');

    expect(await runMigrations(ports, [leaving('a')], '1.2.3')).toEqual({ ok: true, value: ['a'] });

    expect((await table.itemsOf('MIGRATIONS')).map(({ name }) => name)).toEqual(['later', 'a']);
  });

  test('of which there are none are nothing to do', async () => {
    const { table, ports } = setup();

    expect(await runMigrations(ports, [], '1.2.3')).toEqual({ ok: true, value: [] });
    expect(table.writes).toBe(0);
  });
});
