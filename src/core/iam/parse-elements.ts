import { intrinsicOf } from './intrinsic-function';
import type { PartialText } from './partial-text';
import type { Patterns, PolicyPrincipal } from './policy';
import { BoundedPattern, Bounds, boundsOfPatterns } from './policy-bounds';
import { isObject, PolicyItem, PolicyReader } from './policy-reader';
import { displayText, knownText } from './text-matching';

const ACTION = /^(\*|[a-z0-9*?-]+:[a-z0-9*?]+)$/i;
const ACCOUNT_ID = /^\d{12}$/;
const API_BEGINNING = 'execute-api:/';
const PRINCIPAL_KINDS = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

const EVERYONE: PolicyPrincipal = { kind: '*', value: ['*'] };

export function parseActions(
  reader: PolicyReader,
  value: unknown,
  not: boolean,
  place: string,
): Bounds<Patterns<string>> {
  return boundsOfPatterns(
    not,
    entriesOf(reader, value, place, '*', (item) => readAction(reader, item, place)),
  );
}

export function parseResources(
  reader: PolicyReader,
  value: unknown,
  not: boolean,
  place: string,
): Bounds<Patterns<PartialText>> {
  const any: PartialText = ['*'];
  return boundsOfPatterns(
    not,
    entriesOf(reader, value, place, any, (item) => readResource(reader, item, place)),
  );
}

export function parsePrincipals(
  reader: PolicyReader,
  value: unknown,
  not: boolean,
  place: string,
): Bounds<Patterns<PolicyPrincipal>> {
  return boundsOfPatterns(
    not,
    reader.choices(value).flatMap((choice) => principalsOf(reader, choice, place)),
  );
}

/** The entries of an element; one that isn't understood may be anything. */
function entriesOf<Pattern>(
  reader: PolicyReader,
  value: unknown,
  place: string,
  anything: Pattern,
  read: (item: PolicyItem) => BoundedPattern<Pattern> | undefined,
): BoundedPattern<Pattern>[] {
  const items = reader.items(value);
  if (items.length === 0) {
    reader.report(
      place,
      value,
      'the list has no entries, and IAM refuses it',
      'name at least one, or leave the statement out',
    );
    return [{ alternatives: [anything], isCertain: false }];
  }
  return items.map((item) => read(item) ?? { alternatives: [anything], isCertain: false });
}

function readAction(
  reader: PolicyReader,
  { value, isCertain }: PolicyItem,
  place: string,
): BoundedPattern<string> | undefined {
  const texts = reader.texts(value);
  if (!texts) {
    reader.report(place, value, 'an action is a text', 'write actions like "s3:GetObject"');
    return undefined;
  }
  const unknown = texts.alternatives.filter((text) => knownText(text) === undefined);
  for (const text of unknown) {
    const reason = `only the deployment knows the action ${displayText(text)}`;
    reader.report(place, value, reason, 'write the action as a literal text');
  }
  const patterns = texts.alternatives.map((text) =>
    text.map((part) => (typeof part === 'string' ? part : '*')).join(''),
  );
  const malformed = patterns.filter((pattern) => !ACTION.test(pattern));
  for (const pattern of malformed) {
    const reason = `${pattern === '' ? 'an empty text' : pattern} has no service and action`;
    reader.report(place, value, reason, 'write "service:Action", for example "s3:GetObject", or "*"');
  }
  if (malformed.length > 0) return undefined;
  return { alternatives: patterns, isCertain: isCertain && texts.isCertain && unknown.length === 0 };
}

function readResource(
  reader: PolicyReader,
  { value, isCertain }: PolicyItem,
  place: string,
): BoundedPattern<PartialText> | undefined {
  const texts = reader.texts(value);
  if (!texts) {
    reader.report(place, value, 'a resource is a text', 'write an ARN, or "*"');
    return undefined;
  }
  const alternatives = texts.alternatives.map((text) => withWholeArn(reader.withVariables(text)));
  if (!alternatives.every(canBeArn)) {
    const remedy = 'write an ARN like "arn:aws:s3:::bucket/*", or "*"';
    reader.report(place, value, 'it is no ARN, and IAM refuses it', remedy);
    return undefined;
  }
  return { alternatives, isCertain: isCertain && texts.isCertain };
}

/**
 * API Gateway puts its own ARN in front of resources that begin so.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
function withWholeArn(text: PartialText): PartialText {
  const [first, ...rest] = text;
  if (typeof first !== 'string' || !first.startsWith(API_BEGINNING)) return text;
  return [`arn:*:execute-api:*:*:*/${first.slice(API_BEGINNING.length)}`, ...rest];
}

/** Whether it begins as an ARN or with something that may stand for the beginning of one. */
function canBeArn([first]: PartialText): boolean {
  if (first === undefined) return false;
  return typeof first !== 'string' || /^(arn:|\*|ar?n?$)/.test(first);
}

function principalsOf(
  reader: PolicyReader,
  { value, isCertain }: PolicyItem,
  place: string,
): BoundedPattern<PolicyPrincipal>[] {
  if (value === '*') return [{ alternatives: [EVERYONE], isCertain }];
  const members = isObject(value) && !intrinsicOf(value) ? Object.entries(value) : [];
  if (members.length === 0) {
    reader.report(
      place,
      value,
      'a principal is "*" or an object with kinds of principals',
      'write for example {"AWS": "arn:…"}',
    );
    return [{ alternatives: [EVERYONE], isCertain: false }];
  }
  return members.flatMap(([kindName, values]) => {
    const kind = PRINCIPAL_KINDS.find((each) => each === kindName);
    const placeOfKind = `${place}.${kindName}`;
    if (!kind) {
      reader.report(placeOfKind, values, `${kindName} is no kind of principal`, `use ${PRINCIPAL_KINDS.join(', ')}`);
      return [{ alternatives: [EVERYONE], isCertain: false }];
    }
    return entriesOf(reader, values, placeOfKind, EVERYONE, (item) =>
      readPrincipal(reader, kind, { ...item, isCertain: item.isCertain && isCertain }, placeOfKind),
    );
  });
}

function readPrincipal(
  reader: PolicyReader,
  kind: (typeof PRINCIPAL_KINDS)[number],
  { value, isCertain }: PolicyItem,
  place: string,
): BoundedPattern<PolicyPrincipal> | undefined {
  const texts = reader.texts(value);
  if (!texts) {
    reader.report(place, value, 'a principal is a text', 'write an ARN, an account id or the name of a service');
    return undefined;
  }
  if (kind === 'AWS' && !texts.alternatives.every(canBePrincipal)) {
    const reason = 'principals of the kind AWS are "*", account ids and whole ARNs; IAM refuses it';
    reader.report(place, value, reason, 'name the principal in full, or use a condition on aws:PrincipalArn');
    return undefined;
  }
  return {
    alternatives: texts.alternatives.map((text) => ({ kind, value: text })),
    isCertain: isCertain && texts.isCertain,
  };
}

/**
 * Unique ids (`AROA…`), which IAM puts in the place of ARNs of principals that were deleted, are principals too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function canBePrincipal(text: PartialText): boolean {
  const known = knownText(text);
  if (known === undefined) return text.every((part) => typeof part !== 'string' || !/[*?]/.test(part));
  return known === '*' || ACCOUNT_ID.test(known) || /^A[A-Z0-9]{15,}$/.test(known) || /^arn:[^*?]+$/.test(known);
}
