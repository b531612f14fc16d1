import { isCalendarDate, isEmailAddress, readDatetime } from '../../../src/core/validation/text-formats';

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['0001-01-01', true],
  ['0000-12-31', false],
  ['2024-06-31', false],
  ['2024-6-1', false],
  ['20240601', false],
  ['2024-06-01 ', false],
])('the text %j is a date: %s', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

test.each([
  ['2025-03-04T05:06:07Z', '2025-03-04T05:06:07+00:00'],
  ['2025-03-04T05:06:07-00:00', '2025-03-04T05:06:07+00:00'],
  ['2025-03-04T05:06:07.25+02:00', '2025-03-04T05:06:07.250000+02:00'],
  ['2025-03-04T05:06:07.000+02:00', '2025-03-04T05:06:07+02:00'],
  ['2025-03-04T05:06:07.1234567Z', '2025-03-04T05:06:07.123456+00:00'],
  ['2025-03-04 05:06+0530', '2025-03-04T05:06:00+05:30'],
  ['2025-03-04T05:06:07-04', '2025-03-04T05:06:07-04:00'],
  ['2025-03-04T05:06:07+01:02:03', '2025-03-04T05:06:07+01:02:03'],
])('the instant %j is stored as %j', (text, stored) => {
  expect(readDatetime(text)).toEqual({ text: stored, hasZone: true });
});

test.each(['2025-03-04', '2025-03-04T05:06:07', '2025-03-04 05:06'])('the text %j names no offset', (text) => {
  expect(readDatetime(text)).toMatchObject({ hasZone: false });
});

test.each([
  '',
  'now',
  '2025-02-30T00:00:00Z',
  '2025-03-04T24:00:00Z',
  '2025-03-04T05:60:00Z',
  '2025-03-04T05:06:07+24:00',
])('the text %j is no instant', (text) => {
  expect(readDatetime(text)).toBeUndefined();
});

test.each([
  'ann@example.org',
  'a.b+c@mail.example.co',
  'ünal@example.org',
  "d'arcy@example.org",
  'ann@localhost',
  'ann@[10.0.0.1]',
  'ann@straße.de',
  '"ann.b"@example.org',
  '"a\\ b"@example.org',
])('%s is an e-mail address', (address) => {
  expect(isEmailAddress(address)).toBe(true);
});

test.each([
  '',
  'ann',
  '@example.org',
  'ann@',
  'ann@example',
  'ann@example.o',
  'ann@-example.org',
  'ann@exa_mple.org',
  'ann@example.org.',
  'a..n@example.org',
  '.ann@example.org',
  'ann lee@example.org',
  '"ann lee"@example.org',
  'ann@lee@example.org',
  'ann@[10.0.0.256]',
  'ann@😀😀.😀😀',
])('%j is no e-mail address', (address) => {
  expect(isEmailAddress(address)).toBe(false);
});
