import { CollectionTag, Pair, ScalarTag, YAMLMap } from 'yaml';

/** Functions with a short form, by the name of the tag without `!`. */
const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'ForEach',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
];

/** `!Ref name` is `{ "Ref": "name" }`, `!GetAtt a.b` is `{ "Fn::GetAtt": ["a", "b"] }`, `!Sub …` is `{ "Fn::Sub": … }`. */
export const SHORT_FORM_TAGS: readonly (ScalarTag | CollectionTag)[] = [
  ...['Ref', 'Condition'].map((name) => scalarTag(name, (text) => ({ [name]: text }))),
  scalarTag('GetAtt', (text) => ({ 'Fn::GetAtt': logicalIdAndAttribute(text) })),
  ...collectionTags('GetAtt', 'Fn::GetAtt'),
  ...FUNCTIONS.flatMap((name) => [
    scalarTag(name, (text) => ({ [`Fn::${name}`]: text })),
    ...collectionTags(name, `Fn::${name}`),
  ]),
];

/** The attribute may have dots of its own: `Nested.Outputs.TableName`. */
function logicalIdAndAttribute(text: string): string[] {
  const dot = text.indexOf('.');
  return dot === -1 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function scalarTag(name: string, valueOf: (text: string) => unknown): ScalarTag {
  return { tag: `!${name}`, resolve: valueOf };
}

function collectionTags(name: string, member: string): CollectionTag[] {
  return (['seq', 'map'] as const).map((collection) => ({
    tag: `!${name}`,
    collection,
    resolve: (value) => {
      const map = new YAMLMap();
      map.items.push(new Pair(member, value));
      return map;
    },
  }));
}
