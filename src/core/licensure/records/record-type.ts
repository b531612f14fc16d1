import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { failure, Result, success } from '../../result';
import { anyText, closedObject, datetime, ObjectInput, ObjectOutput, oneOf, openObject } from '../../validation/fields';
import { FieldErrors, parse } from '../../validation/parse';
import { isPlainObject, Item, withoutEmptySets } from '../item';
import { instantText, Now } from '../time';
import { KeyParts, unusableKeyParts } from './key-parts';
import { StoredForm, storedFormOf } from './stored-form';

/** What reading and writing records depends on. */
export interface RecordContext {
  readonly domain: Domain;
  readonly now: Now;
}

/**
 * One type of stored record. A record type is data: its fields with their checks, the attributes that are made when it
 * is stored, what is computed when it is read. `storeRecord` and `loadRecord` do the rest, so that a new type is one
 * file and one line in the table of `index.ts`.
 */
export interface RecordType<Fields extends v.ObjectEntries = v.ObjectEntries, Computed extends object = object> {
  /** Value of the attribute `type`; absent for records that have neither type nor update time. */
  readonly type?: string;
  /** Stored fields that the application works with. */
  readonly fields: (domain: Domain) => Fields;
  /** Attributes that exist for keys and indexes only: checked when read, then dropped. */
  readonly keyAttributes: v.ObjectEntries;
  /** Brings what earlier releases stored into today's form, before it is checked. Only reading asks it. */
  readonly upgraded?: (item: Item) => Item;
  /** Adds fields that follow from others where they are missing. */
  readonly completed?: (item: Item) => Item;
  /** Whether attributes beside these are ignored or an error. */
  readonly unknownAttributes: 'dropped' | 'refused';
  /** Fields that `generated` can't do without; it gets them before they are checked. */
  readonly keyParts?: KeyParts;
  /** Keys, index keys and other attributes made from the fields. */
  readonly generated: (record: ObjectOutput<NoInfer<Fields>>, domain: Domain) => object;
  /** Rules about several fields; asked only where every single field is right. */
  readonly rules?: (record: ObjectOutput<NoInfer<Fields>>, domain: Domain) => FieldErrors;
  /** What holds at the moment of reading and is never stored. */
  readonly computed?: (record: ObjectOutput<NoInfer<Fields>>, now: Now) => Computed;
}

/** Any record type, for tables of them. */
export type AnyRecordType = RecordType<any, any>;

/** Lets a record type's field types follow from its definition. */
export function recordType<Fields extends v.ObjectEntries, Computed extends object = object>(
  definition: RecordType<Fields, Computed>,
): RecordType<Fields, Computed> {
  return definition;
}

/** A record as the application reads it. */
export type Loaded<Type extends AnyRecordType> =
  Type extends RecordType<infer Fields, infer Computed> ? ObjectOutput<Fields> & Computed : never;

/** A record as the application hands it over to be stored: type and update time are set then. */
export type Storable<Type extends AnyRecordType> =
  Type extends RecordType<infer Fields> ? Omit<ObjectInput<Fields>, keyof ReturnType<typeof stamp>> : never;

/** The two fields of every record in a table of several types. */
export function stamp(type: string) {
  return { type: oneOf([type]), dateOfUpdate: datetime() };
}

/** Partition and sort key, which every record has. */
export const PRIMARY_KEY_ATTRIBUTES = { pk: anyText(), sk: anyText() };

/** Under which messages stand about a record that has no keys: other than a wrong field, that is a bug of who made it. */
export const UNKEYED = '_keys';

/**
 * Checks a record and gives the item to store, with keys and the present update time. Generated attributes are checked
 * as well: an item that could not be read again must not be stored. A record that brings keys of its own, or that no
 * keys can be made of, fails under `UNKEYED` before anything else is looked at (spec 04 sections 2 and 2.1).
 */
export function storeRecord<Type extends AnyRecordType>(
  type: Type,
  record: Storable<Type>,
  { domain, now }: RecordContext,
): Result<Item, FieldErrors> {
  if ('pk' in record || 'sk' in record) return failure({ [UNKEYED]: ['pk and sk are made when a record is stored'] });
  const { storedForm, item } = schemasOf(type, domain);
  const stamped = type.type !== undefined && { type: type.type, dateOfUpdate: instantText(now) };
  const written = completed(type, { ...(storedForm(record) as Item), ...stamped });
  const unusable = unusableKeyParts(type.keyParts ?? {}, written, domain);
  if (unusable.length > 0) return failure({ [UNKEYED]: [`no keys can be made of ${unusable.join(', ')} as given`] });
  const checked = checkRecord(type, item, { ...written, ...type.generated(written, domain) }, domain);
  if (!checked.ok) return checked;
  // Checking brings values into their one form, and keys are those of this form.
  return success(withoutEmptySets({ ...checked.value, ...type.generated(checked.value, domain) }));
}

/** Reads a stored item: checks it, drops what exists for keys only, adds what holds now. */
export function loadRecord<Type extends AnyRecordType>(
  type: Type,
  item: unknown,
  { domain, now }: RecordContext,
): Result<Loaded<Type>, FieldErrors> {
  const current = isPlainObject(item) ? completed(type, type.upgraded?.(item) ?? item) : item;
  const checked = checkRecord(type, schemasOf(type, domain).item, current, domain);
  if (!checked.ok) return checked;
  const fields = Object.entries(checked.value).filter(([name]) => !(name in type.keyAttributes));
  const record = Object.fromEntries(fields);
  return success({ ...record, ...type.computed?.(record, now) } as Loaded<Type>);
}

function completed(type: AnyRecordType, item: Item): Item {
  return type.completed?.(item) ?? item;
}

function checkRecord(type: AnyRecordType, schema: v.GenericSchema, value: unknown, domain: Domain) {
  const parsed = parse(schema, value) as Result<Record<string, unknown>, FieldErrors>;
  if (!parsed.ok) return parsed;
  const errors = type.rules?.(parsed.value, domain) ?? {};
  return Object.keys(errors).length > 0 ? failure(errors) : parsed;
}

interface RecordSchemas {
  /** Form in which fields are written, unchecked. */
  readonly storedForm: StoredForm;
  /** Checks a whole item. */
  readonly item: v.GenericSchema;
}

const schemas = new WeakMap<Domain, Map<AnyRecordType, RecordSchemas>>();

/** Schemas depend on the deployment's compacts and jurisdictions only, so each is built once. */
function schemasOf(type: AnyRecordType, domain: Domain): RecordSchemas {
  const ofDomain = schemas.get(domain) ?? new Map<AnyRecordType, RecordSchemas>();
  schemas.set(domain, ofDomain);
  const ofType = ofDomain.get(type) ?? buildSchemas(type, domain);
  ofDomain.set(type, ofType);
  return ofType;
}

function buildSchemas(type: AnyRecordType, domain: Domain): RecordSchemas {
  const fields = type.fields(domain);
  const entries = { ...fields, ...type.keyAttributes };
  return {
    storedForm: storedFormOf(openObject(fields)),
    item: type.unknownAttributes === 'refused' ? closedObject(entries) : openObject(entries),
  };
}
