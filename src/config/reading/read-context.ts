import { Draft, SettingsDraft } from '../draft';
import { ALL_MEMBERS } from '../rules/resource-servers';
import { CompactSettings } from '../settings';
import { list, object, openObject, Reader, readRequired, required, text } from './decoders';
import { isForeignContextKey } from './foreign-keys';
import { Place } from './place';

export const TAG_FIELDS = {
  project: required('project', 'the value of the tag Project', text),
  service: required('service', 'the value of the tag Service', text),
};

export const LICENSE_TYPE_FIELDS = {
  name: required('name', 'the full name of the license type, as uploads carry it', text),
  abbreviation: required('abbreviation', 'a lower-case abbreviation of the license type', text),
};

export const CONTEXT_KEYS = [
  'tags',
  'jurisdictions',
  'compacts',
  'license_types',
  'active_compact_member_jurisdictions',
];

const licenseTypes = list(object(LICENSE_TYPE_FIELDS));
const jurisdictions = list(text);

/**
 * What `cdk.json` says: it is the same for every environment.
 *
 * @param sandboxMembers where a sandbox lists the member jurisdictions; without it, `cdk.json` does
 * @param prefix of the settings about compacts and jurisdictions, with a dot at its end
 */
export function readContext(
  root: Place,
  sandboxMembers?: Place,
  prefix = '',
): Omit<SettingsDraft, 'environment' | 'applicationName'> {
  const context = root.child('context');
  if (!readRequired(context, 'the context of the app', isContext)) return {};
  const members = sandboxMembers ?? context.child('active_compact_member_jurisdictions');
  return {
    ...readRequired(context.child('tags'), 'the values of the tags Project and Service', object(TAG_FIELDS)),
    jurisdictions: readRequired(
      context.child('jurisdictions', `${prefix}jurisdictions`),
      'the postal abbreviations of the known jurisdictions',
      jurisdictions,
    ),
    compacts: readCompacts(context, members, prefix),
  };
}

function isContext(context: Place): true | undefined {
  return openObject(context, CONTEXT_KEYS, isForeignContextKey) || undefined;
}

function readCompacts(
  context: Place,
  members: Place,
  prefix: string,
): readonly (Draft<CompactSettings> | undefined)[] | undefined {
  const place = context.child('compacts', `${prefix}compacts`);
  const abbreviations = readRequired(place, 'the abbreviations of the compacts', list(text));
  const typesOf = perCompact(context.child('license_types'), abbreviations, 'license types', licenseTypes);
  members.alsoGives(`${prefix}${ALL_MEMBERS}`);
  const membersOf = perCompact(members, abbreviations, 'member jurisdictions', jurisdictions);
  return abbreviations?.map((abbreviation, index) => {
    if (abbreviation === undefined) return undefined;
    const setting = `${prefix}compacts[${index}]`;
    place.items()[index].alsoGives(`${setting}.abbreviation`);
    return {
      abbreviation,
      licenseTypes: typesOf(abbreviation, `${setting}.licenseTypes`),
      memberJurisdictions: membersOf(abbreviation, `${setting}.memberJurisdictions`),
    };
  });
}

/** Reads an object that has one key per compact. */
function perCompact<Value>(
  place: Place,
  compacts: readonly (string | undefined)[] | undefined,
  what: string,
  read: Reader<Value>,
): (compact: string, setting: string) => Value | undefined {
  const known = compacts?.filter((compact) => compact !== undefined);
  const isObject = readRequired(place, `the ${what} of each compact`, () =>
    openObject(place, known ?? [], () => !known?.length),
  );
  return (compact, setting) =>
    isObject ? readRequired(place.child(compact, setting), `the ${what} of the compact ${compact}`, read) : undefined;
}
