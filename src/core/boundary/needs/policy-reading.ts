import type { IdentityKind } from './identity-index';
import { parsePolicy } from '../../iam/parse-policy';
import type { PartialText } from '../../iam/partial-text';
import type { Policy } from '../../iam/policy';
import { displayText } from '../../iam/text-matching';
import type { TemplateProblem } from '../deployed-template';
import type { TemplateResource } from '../templates/template-model';

/** Reads policies of templates, each once, and keeps what can't be understood of them. */
export class PolicyReading {
  readonly problems: TemplateProblem[] = [];
  private readonly policiesOfAws = new Map<string, Policy>();

  /** The policy in a property of a resource. */
  policy(resource: TemplateResource, property: string): Policy {
    return this.document(resource, property, resource.properties[property]);
  }

  /** @param where path of the policy within the properties, for people */
  document({ model, logicalId }: TemplateResource, where: string, document: unknown): Policy {
    const place = `${model.stack}: Resources.${logicalId}.Properties.${where}`;
    const { policy, problems } = parsePolicy(document, place, model.scope);
    this.problems.push(...problems);
    return policy;
  }

  ofAws(name: string, document: unknown): Policy {
    const known = this.policiesOfAws.get(name);
    if (known) return known;
    const { policy, problems } = parsePolicy(document, name);
    this.problems.push(...problems);
    this.policiesOfAws.set(name, policy);
    return policy;
  }

  /** A policy for a role or user that is made elsewhere: nobody here can say what that may do in all. */
  foreignIdentity(
    { model, logicalId }: TemplateResource,
    property: string,
    kind: IdentityKind,
    name: PartialText,
  ): void {
    this.problems.push({
      place: `${model.stack}: Resources.${logicalId}.Properties.${property}`,
      value: displayText(name),
      reason: `the ${kind} is not made by these templates, and its other policies are not known`,
      remedy: `check the ${kind} where it is made, or give the template that makes it`,
    });
  }
}
