import { MAXIMAL_RECORDS } from './records/maximal-records';
import { DOMAIN, NOW, valueOf } from './samples';
import type { Item } from '../../../src/core/licensure/item';
import { RECORD_TYPES } from '../../../src/core/licensure/records';
import { AnyRecordType, storeRecord } from '../../../src/core/licensure/records/record-type';

export type TypeName = keyof typeof RECORD_TYPES;
type Fields = Readonly<Record<string, unknown>>;

const CONTEXT = { domain: DOMAIN, now: NOW };

/** Fields that tell records which other records they belong to. */
const IDENTITY = [
  'providerId',
  'compact',
  'jurisdiction',
  'licenseJurisdiction',
  'licenseType',
  'licenseTypeAbbreviation',
  'actionAgainst',
  'investigationAgainst',
];

const digits = (mark: number, length: number) => String(mark).padStart(length, '7');

/** The forms that a unique value can have, the most telling one first; 1,000 to 9,999 marks. */
const MARKS: readonly ((mark: number) => unknown)[] = [
  (mark) => `mark-${mark}-text`,
  (mark) => `mark-${mark}@example.org`,
  (mark) => `0000${mark}-1111-4222-8333-444455556666`,
  (mark) => `${mark}-02-03T04:05:06+00:00`,
  (mark) => `${mark}-02-03`,
  (mark) => `+${digits(mark, 12)}`,
  (mark) => digits(mark, 10),
  (mark) => digits(mark, 6),
  (mark) => digits(mark, 4),
  (mark) => [`mark-${mark}-entry`],
];

function isStorable(name: TypeName, fields: Fields): boolean {
  return storeRecord(RECORD_TYPES[name] as AnyRecordType, fields, CONTEXT).ok;
}

/** Per type: for each field that takes a value of its own, the form of that value; and the fields that may be absent. */
const FREE_FIELDS = new Map<TypeName, { readonly marks: Map<string, number>; readonly optional: readonly string[] }>();

function freeFields(name: TypeName) {
  const known = FREE_FIELDS.get(name);
  if (known) return known;
  const sample = MAXIMAL_RECORDS[name];
  const marks = new Map<string, number>();
  for (const field of Object.keys(sample).filter((candidate) => !IDENTITY.includes(candidate))) {
    const form = MARKS.findIndex((make) => isStorable(name, { ...sample, [field]: make(1000) }));
    if (form >= 0) marks.set(field, form);
  }
  const optional = Object.keys(sample).filter((field) => {
    const { [field]: _left, ...rest } = sample;
    return isStorable(name, rest);
  });
  const found = { marks, optional };
  FREE_FIELDS.set(name, found);
  return found;
}

/** Fields that a record of the type can lack. */
export function optionalFields(name: TypeName): readonly string[] {
  return freeFields(name).optional;
}

/**
 * Gives items whose every value, as far as a field takes any, occurs nowhere else: where one of them turns up, it is
 * known from which field of which record it came.
 */
export class MarkedRecords {
  private mark = 1000;

  /** The stored item of a record that lacks some fields and has `fixed` in place of marks. */
  public item(name: TypeName, lacking: readonly string[], fixed: Fields = {}): Item {
    const marked = Object.entries(MAXIMAL_RECORDS[name]).map(([field, value]) => [
      field,
      this.marked(name, field, value),
    ]);
    const kept = marked.filter(([field]) => !lacking.includes(String(field)));
    return valueOf(
      storeRecord(RECORD_TYPES[name] as AnyRecordType, { ...Object.fromEntries(kept), ...fixed }, CONTEXT),
    );
  }

  private marked(name: TypeName, field: string, value: unknown): unknown {
    const form = freeFields(name).marks.get(field);
    return form === undefined ? value : MARKS[form](++this.mark);
  }
}

/** Every text and number inside a value. */
export function leavesOf(value: unknown): string[] {
  if (value instanceof Set) return leavesOf([...value]);
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.values(value).flatMap(leavesOf);
}
