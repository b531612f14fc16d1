import type { Domain } from '../../contracts/domain';
import { readDatetime } from '../../validation/text-formats';
import { isPlainObject, Item } from '../item';
import { knownAbbreviation } from './license-type-rule';

/** What a field has to be so that a key can be made of it. */
const USABLE = {
  /** There, be it null: the field's own check says the rest. */
  given: (value: unknown) => value !== undefined,
  text: isText,
  optionalText: (value: unknown) => value === undefined || isText(value),
  optionalTexts: (value: unknown) => value === undefined || (Array.isArray(value) && value.every(isText)),
  /** A time that can be counted in seconds, with or without a zone. */
  instant: isInstant,
  optionalInstant: (value: unknown) => value === undefined || value === null || isInstant(value),
  /** Name of a license type of the record's compact. */
  licenseType: (value: unknown, { compact }: Item, domain: Domain) =>
    isText(value) && isText(compact) && knownAbbreviation({ compact, licenseType: value }, domain) !== undefined,
} as const satisfies Record<string, (value: unknown, record: Item, domain: Domain) => boolean>;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isInstant(value: unknown): boolean {
  return isText(value) && readDatetime(value) !== undefined;
}

/** What each field must be of which keys are made; a name with dots is that of a field in a nested object. */
export type KeyParts = Readonly<Record<string, keyof typeof USABLE>>;

/** Names of the fields that keys of this record can't be made of, as they are. */
export function unusableKeyParts(parts: KeyParts, record: Item, domain: Domain): string[] {
  return Object.keys(parts).filter((path) => !USABLE[parts[path]](valueAt(record, path), record, domain));
}

function valueAt(record: Item, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isPlainObject(value) ? value[name] : undefined), record);
}
