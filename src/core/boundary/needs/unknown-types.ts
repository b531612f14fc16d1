import type { TemplateProblem } from '../deployed-template';
import type { TemplateResource } from '../templates/template-model';

/** Places that a problem names; one is enough to find the others. */
const MOST_PLACES = 5;

/** One problem for each resource type of which nothing is known, with where it is used. */
export class UnknownTypes {
  private readonly places = new Map<string, string[]>();

  add({ type, model, logicalId }: TemplateResource): void {
    const places = this.places.get(type) ?? [];
    places.push(`${model.stack}.${logicalId}`);
    this.places.set(type, places);
  }

  problems(): TemplateProblem[] {
    return [...this.places].map(([type, places]) => {
      const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
      return {
        place: `${places.slice(0, MOST_PLACES).join(', ')}${more}`,
        value: type,
        ...whyUnknown(type),
      };
    });
  }
}

function whyUnknown(type: string): Pick<TemplateProblem, 'reason' | 'remedy'> {
  if (type.endsWith('::MODULE')) {
    return {
      reason: 'which resources the module holds is not known before the deployment',
      remedy: 'write its resources into the template',
    };
  }
  return {
    reason: 'which actions CloudFormation calls for this resource type is not known here',
    remedy: `give its actions as typeActions, for example { "${type}": ["service:CreateThing", "service:DeleteThing"] }`,
  };
}
