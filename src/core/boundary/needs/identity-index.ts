import { alternativesOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';
import type { ContextValue } from '../../iam/request';
import { concatenated } from '../../iam/text-building';
import { arnOf, arnText, attributeOf } from '../templates/physical-names';
import type { TemplateModel, TemplateResource } from '../templates/template-model';

export type IdentityKind = 'role' | 'user';

const TYPES: Readonly<Record<string, IdentityKind>> = { 'AWS::IAM::Role': 'role', 'AWS::IAM::User': 'user' };

/** Roles and users of all templates by their names, however a template refers to them: by reference, import or text. */
export class IdentityIndex {
  private readonly byName = new Map<string, TemplateResource>();

  constructor(models: readonly TemplateModel[]) {
    for (const model of models) {
      for (const resource of model.resources.values()) {
        const kind = identityKind(resource);
        const name = kind && attributeOf(resource);
        if (name) this.byName.set(nameKey(kind, name, model), resource);
      }
    }
  }

  /** @param from the template that says the name: names are known within an account */
  find(kind: IdentityKind, name: PartialText, from: TemplateModel): TemplateResource | undefined {
    return this.byName.get(nameKey(kind, name, from));
  }

  /** ARN of the role or user of that name; what isn't in the templates may have any path. */
  arnOfName(kind: IdentityKind, name: PartialText, from: TemplateModel): PartialText {
    const resource = this.find(kind, name, from);
    const arn = resource && arnOf(resource);
    if (arn) return arn;
    const path = { unknown: `path of ${kind} ${JSON.stringify(name)}` };
    return concatenated(arnText(`iam::A:${kind}/`, from.scope), [path], name);
  }
}

export function identityKind({ type }: TemplateResource): IdentityKind | undefined {
  return Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
}

/** What a request about a role or user says of its permissions boundary. */
export function boundaryContext({ properties, model }: TemplateResource): ContextValue {
  if (properties.PermissionsBoundary === undefined) return 'absent';
  const alternatives = alternativesOf(properties.PermissionsBoundary, model.scope);
  if (alternatives.length !== 1) return 'unknown';
  return alternatives[0] ? [alternatives[0]] : 'absent';
}

export function isArn(text: PartialText): boolean {
  const [first] = text;
  return typeof first === 'string' && first.startsWith('arn:');
}

/** Whether nothing at all is known of it: it may be a name as well as an ARN. */
export function isUnknown(text: PartialText): boolean {
  return typeof text[0] === 'object' && text.length === 1;
}

export function textKey(text: PartialText): string {
  return JSON.stringify(text);
}

function nameKey(kind: IdentityKind, name: PartialText, { deployed }: TemplateModel): string {
  return `${deployed.account} ${kind} ${textKey(name)}`;
}
