import { militaryAffiliation, provider, World } from './board-world';
import { auditMilitaryAffiliation } from '../../../../src/core/licensure/changes/audit-military-affiliation';
import { endMilitaryAffiliation } from '../../../../src/core/licensure/changes/end-military-affiliation';
import { militaryDocumentArrived } from '../../../../src/core/licensure/changes/military-document-arrived';
import { readMilitaryDocument } from '../../../../src/core/licensure/changes/military-document-key';
import { PROVIDER_ID } from '../samples';

const FOLDER = `compact/arbor/provider/${PROVIDER_ID}/document-type/military-affiliations`;
const OLDER = '2024-07-08T00:00:00+00:00';
const NEWER = '2024-07-09T00:00:00+00:00';
const KEY_OF_NEWER = `${FOLDER}/${NEWER}/a#b.pdf`;

const arrive = (world: World, documentKey: string) =>
  world.happens((input) => militaryDocumentArrived({ ...input, documentKey }));
const audit = (world: World, body: unknown, providerId = PROVIDER_ID) =>
  world.happens((input) => auditMilitaryAffiliation({ ...input, providerId, body }));
const end = (world: World, body: unknown = { status: 'inactive' }) =>
  world.happens((input) => endMilitaryAffiliation({ ...input, body }));

function statuses(world: World) {
  return world.ofType('militaryAffiliation').map(({ dateOfUpload, status }) => [dateOfUpload, status]);
}

describe('an uploaded document', () => {
  test('example 30: completes the newest record that waits and ends the older one', () => {
    const world = new World([provider(), militaryAffiliation(NEWER), militaryAffiliation(OLDER)]);

    arrive(world, `${FOLDER}/2025-01-01T00:00:00+00:00/x#y.pdf`);

    expect(statuses(world)).toEqual([
      [OLDER, 'inactive'],
      [NEWER, 'active'],
    ]);
    expect(world.at('provider')).toMatchObject({ militaryStatus: 'tentative', militaryStatusNote: '' });
    expect(world.updates('providerUpdate', 'militaryFileUpload')).toEqual([
      expect.objectContaining({ updatedValues: { militaryStatus: 'tentative', militaryStatusNote: '' } }),
    ]);
    expect(world.events).toEqual([]);
  });

  test('of a record that is complete, or whose upload is heard of again, changes nothing', () => {
    const world = new World([provider(), militaryAffiliation(NEWER)]);
    arrive(world, KEY_OF_NEWER);
    audit(world, { militaryStatus: 'approved' });
    const before = world.items;

    expect(arrive(world, KEY_OF_NEWER)).toBeUndefined();
    expect(world.items).toEqual(before);
  });

  test('of a record that was given up does not complete a newer one', () => {
    const world = new World([
      provider(),
      militaryAffiliation(OLDER),
      militaryAffiliation(NEWER, { status: 'inactive' }),
    ]);

    arrive(world, KEY_OF_NEWER);

    expect(statuses(world)).toEqual([
      [OLDER, 'initializing'],
      [NEWER, 'inactive'],
    ]);
  });

  test.each([
    ['nothing waits for it', [provider()]],
    ['nothing is known of the practitioner', [militaryAffiliation(NEWER)]],
  ])('is refused where %s', (_what, items) => {
    expect(arrive(new World(items), `${FOLDER}/x/y.pdf`)).toMatchObject({ status: 500 });
  });
});

test.each([
  [`${FOLDER}/${NEWER}/a#b.pdf`, 'ObjectCreated:Post', { compact: 'arbor', providerId: PROVIDER_ID }],
  [`${FOLDER}/b.pdf`, 'ObjectCreated:CompleteMultipartUpload', { compact: 'arbor', providerId: PROVIDER_ID }],
  [`${FOLDER}/${NEWER}/a#b.pdf`, 'ObjectCreated:Copy', undefined],
  [`compact/arbor/provider/${PROVIDER_ID}/document-type/diplomas/b.pdf`, 'ObjectCreated:Post', undefined],
  [FOLDER, 'ObjectCreated:Post', { compact: 'arbor', providerId: PROVIDER_ID }],
  [
    `x/arbor/y/${PROVIDER_ID}/z/military-affiliations/b.pdf`,
    'ObjectCreated:Post',
    { compact: 'arbor', providerId: PROVIDER_ID },
  ],
  ['compact/arbor/b.pdf', 'ObjectCreated:Post', undefined],
])('of object %s, %s is the document of %j', (key, eventName, document) => {
  expect(readMilitaryDocument({ key, eventName })).toEqual(document);
});

describe('an audit', () => {
  test.each([
    [{ militaryStatus: 'approved' }, '', {}],
    [{ militaryStatus: 'declined', militaryStatusNote: 'unreadable' }, 'unreadable', { auditNote: 'unreadable' }],
  ])('of %j sets status and note and is published', (body, militaryStatusNote, note) => {
    const world = new World([provider(), militaryAffiliation(NEWER, { status: 'active' })]);

    audit(world, body);

    const { militaryStatus } = body;
    expect(world.at('provider')).toMatchObject({ militaryStatus, militaryStatusNote, providerDateOfUpdate: world.now });
    expect(world.updates('providerUpdate', 'militaryAudit')[0].updatedValues).toEqual({
      militaryStatus,
      militaryStatusNote,
    });
    expect(world.events).toEqual([
      {
        detailType: 'militaryAffiliation.audit',
        source: 'org.compactconnect.provider-data',
        detail: {
          compact: 'arbor',
          providerId: PROVIDER_ID,
          eventTime: world.now,
          auditResult: militaryStatus,
          ...note,
        },
      },
    ]);
  });

  test.each([
    ['tentative is no result', { militaryStatus: 'tentative' }, 'militaryStatus: Must be one of: approved, declined.'],
    [
      'a note of one character',
      { militaryStatus: 'declined', militaryStatusNote: 'x' },
      'Length must be between 2 and',
    ],
    ['a note of 1001 characters', { militaryStatus: 'declined', militaryStatusNote: 'x'.repeat(1001) }, 'and 1000.'],
  ])('is refused for its body before anything stored: %s', (_what, body, message) => {
    expect(audit(new World([]), body)).toMatchObject({ status: 400, message: expect.stringContaining(message) });
  });

  test('is refused before its body is read where the id of the practitioner is none', () => {
    expect(audit(new World(), {}, 'somebody')).toEqual({ status: 400, message: 'Invalid providerId provided' });
  });

  test('needs a record to audit', () => {
    expect(audit(new World([provider()]), { militaryStatus: 'approved' })).toEqual({
      status: 404,
      message: 'No military affiliation records found for this provider',
    });
  });

  test('needs the provider record', () => {
    expect(audit(new World([militaryAffiliation(NEWER)]), { militaryStatus: 'approved' })).toMatchObject({
      status: 500,
    });
  });
});

describe('the end of an affiliation', () => {
  test('takes status and note away and ends every record', () => {
    const world = new World([
      provider({ militaryStatus: 'approved', militaryStatusNote: '' }),
      militaryAffiliation(OLDER),
      militaryAffiliation(NEWER, { status: 'active' }),
    ]);

    end(world);

    expect(world.at('provider')).not.toHaveProperty('militaryStatus');
    expect(world.at('provider')).not.toHaveProperty('militaryStatusNote');
    expect(statuses(world)).toEqual([
      [OLDER, 'inactive'],
      [NEWER, 'inactive'],
    ]);
    expect(world.updates('providerUpdate', 'militaryAffiliationEnded')[0]).toMatchObject({
      updatedValues: {},
      removedValues: ['militaryStatus', 'militaryStatusNote'],
    });
  });

  test('is recorded without removed values where there was nothing to end', () => {
    const world = new World([provider(), militaryAffiliation(NEWER, { status: 'inactive' })]);
    const before = world.ofType('militaryAffiliation');

    end(world);

    expect(world.updates('providerUpdate', 'militaryAffiliationEnded')[0]).not.toHaveProperty('removedValues');
    expect(world.ofType('militaryAffiliation')).toEqual(before);
  });

  test.each([[{ status: 'active' }], [{}], [null]])('can not be said by %j', (body) => {
    expect(end(new World(), body)).toEqual({
      status: 400,
      message: 'Invalid status value. Only "inactive" is allowed.',
    });
  });

  test('needs the provider record', () => {
    expect(end(new World([]))).toMatchObject({ status: 500 });
  });
});
