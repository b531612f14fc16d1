import { RECORDED_DIFFERENCES } from '../../../scripts/conformance/differences';

const PK = 'aslp#PROVIDER#3f1c2a50-7a44-4d0e-9d53-0c5f6f1b2a01';
const TABLE = `steps[2].providerTable.${PK} aslp#`;
const MODIFIED = `actions[0].modifiedItems.${PK} aslp#`;
const NEW = `actions[1].newItems.${PK} aslp#`;

/** Whether one entry answers a vector with this reason whose answer differs at this path only. */
function isRecorded(file: string, mayDiffer: string, path: string): boolean {
  return RECORDED_DIFFERENCES.some(
    (entry) => entry.file === file && entry.weakness.test(mayDiffer) && entry.where.test(path),
  );
}

const section14 = (items: string) => `spec 04 section 14 ${items}`;

test.each([
  ['validation.json', 'a stricter date format is reasonable', 'putEventsCalls[0]'],
  ['validation.json', 'loose date text', 'queueMessageCount'],
  ['serialise.json', 'stricter date format', 'public'],
  ['serialise.json', 'stricter parsing', 'object'],
  ['serialise.json', 'order of the abbreviations listed in the message', 'error.privilegeFees[0]'],
  ['sanitise.json', section14('item 9'), 'body.privileges[1].activeSince'],
  ['ingest.json', section14('item 1: re-upload'), `${TABLE}PROVIDER#license/oh/slp#.encumberedStatus`],
  ['ingest.json', section14('items 1 and 3'), `${TABLE}PROVIDER.npi`],
  ['ingest.json', section14('items 2, 13'), `${TABLE}PROVIDER.licenseJurisdiction`],
  ['ingest.json', section14('item 3'), `${TABLE}UPDATE#2#provider/2024-11-10T12:30:15+00:00/d8ca`],
  ['flows.json', section14('item 3'), `${MODIFIED}PROVIDER.removed[0]`],
  ['flows.json', section14('item 3'), `${MODIFIED}PROVIDER.set.providerFamGivMid`],
  ['flows.json', section14('item 8'), 'actions[3].events[0]'],
  ['flows.json', section14('item 10'), `${NEW}UPDATE#1#privilege/ne/slp/2024-11-10T12:30:15+00:00/99eb`],
  ['flows.json', section14('item 14'), 'actions[1].internalError'],
  ['flows.json', section14('item 18'), `${NEW}PROVIDER#privilege/ne/slp#ADVERSE_ACTION#3f1c`],
  ['history.json', section14('item 9: false expiration'), 'staff.body.events[2].updateType'],
  ['history.json', section14('item 9'), 'detail.activeSince'],
])('%s: "%s" may show at %s', (file, mayDiffer, path) => {
  expect(isRecorded(file, mayDiffer, path)).toBe(true);
});

test.each([
  ['ingest.json', section14('item 1'), `${TABLE}PROVIDER#privilege/ne/slp#.status`],
  ['ingest.json', section14('item 1'), 'steps[2].ingest.events[0]'],
  ['ingest.json', section14('item 2'), `${TABLE}PROVIDER#license/oh/slp#.familyName`],
  ['ingest.json', section14('item 12'), `${TABLE}PROVIDER.npi`],
  ['ingest.json', section14('item 9: 2 of them'), `${TABLE}PROVIDER.npi`],
  ['flows.json', section14('item 3'), `${MODIFIED}PROVIDER#privilege/ne/slp#.set.encumberedStatus`],
  ['flows.json', section14('item 3'), `${MODIFIED}PROVIDER.set.licenseJurisdiction`],
  ['flows.json', section14('item 8'), 'actions[3].batchItemFailures[0]'],
  ['flows.json', section14('item 14'), `${NEW}PROVIDER#military-affiliation#2024`],
  ['history.json', section14('item 9'), 'detail.status'],
  ['history.json', section14('item 9'), 'staff.body.privilegeId'],
  ['sanitise.json', section14('item 19'), 'body.providers[0]'],
])('%s: "%s" does not show at %s', (file, mayDiffer, path) => {
  expect(isRecorded(file, mayDiffer, path)).toBe(false);
});
