import { intrinsicOf } from './intrinsic-function';
import type { IntrinsicScope } from './intrinsic-scope';
import { parseStatement, statementNotUnderstood } from './parse-statement';
import type { Policy, Statement } from './policy';
import type { PolicyProblem } from './policy-problem';
import { isObject, JsonObject, PolicyItem, PolicyReader } from './policy-reader';

export type { PolicyProblem } from './policy-problem';

export interface ParsedPolicy {
  readonly policy: Policy;
  readonly problems: readonly PolicyProblem[];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
const VERSION_WITH_VARIABLES = '2012-10-17';
const VERSIONS: readonly unknown[] = [VERSION_WITH_VARIABLES, '2008-10-17'];

const MEMBERS = ['Version', 'Id', 'Statement'];

/**
 * Reads a policy document, as JSON value or JSON text, with intrinsic functions of a template in it. Nothing of it is lost
 * and nothing throws: what can't be understood is a problem, and the policy then has uncertain statements that allow and
 * deny all that it might; what depends on the deployment is an uncertain statement without a problem.
 *
 * @param place where the document stands, for people
 * @param scope what is known of the template around it; nothing for a document by itself
 */
export function parsePolicy(document: unknown, place: string, scope: IntrinsicScope = {}): ParsedPolicy {
  const reader = new PolicyReader(scope);
  const documents = reader.choices(document);
  if (documents.length === 0) reportDocument(reader, document, place);
  const statements =
    documents.length === 0
      ? statementNotUnderstood({ place, number: 1 })
      : documents.flatMap((item) => statementsOf(reader, item, place));
  return { policy: { place, statements }, problems: reader.problems };
}

function reportDocument(reader: PolicyReader, value: unknown, place: string): void {
  reader.report(
    place,
    value,
    'a policy document is an object with statements',
    'write {"Version": …, "Statement": […]}',
  );
}

function statementsOf(reader: PolicyReader, { value, isCertain }: PolicyItem, place: string): readonly Statement[] {
  const document = typeof value === 'string' ? parsedJson(value) : value;
  if (!isObject(document) || intrinsicOf(document)) {
    reportDocument(reader, value, place);
    return statementNotUnderstood({ place, number: 1 });
  }
  reader.hasVariables = readVersion(reader, document.Version, `${place}.Version`);
  const isWhole = reportStrangers(reader, document, place);
  const isList = Array.isArray(document.Statement);
  const items = reader.items(document.Statement);
  if (items.length === 0) {
    reader.report(`${place}.Statement`, document.Statement, 'the policy has no statements', 'add a statement');
    return statementNotUnderstood({ place: `${place}.Statement`, number: 1 });
  }
  return items.flatMap((item) =>
    parseStatement(
      reader,
      { ...item, isCertain: item.isCertain && isCertain && isWhole },
      { place: isList ? `${place}.Statement[${item.index}]` : `${place}.Statement`, number: item.index + 1 },
    ),
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the version has policy variables; one that isn't known is taken to. */
function readVersion(reader: PolicyReader, version: unknown, place: string): boolean {
  if (version === undefined) return false;
  if (!VERSIONS.includes(version)) {
    reader.report(place, version, 'IAM has no such version of policies', `write "${VERSION_WITH_VARIABLES}"`);
    return true;
  }
  return version === VERSION_WITH_VARIABLES;
}

function reportStrangers(reader: PolicyReader, document: JsonObject, place: string): boolean {
  const strangers = Object.keys(document).filter((name) => !MEMBERS.includes(name));
  for (const name of strangers) {
    const reason = `a policy has no element ${name}, and IAM refuses it`;
    reader.report(`${place}.${name}`, document[name], reason, 'keep Version, Id and Statement only');
  }
  return strangers.length === 0;
}
