import { CommandError } from './exit-codes';
import type { DeployedTemplate } from '../src/core/boundary/deployed-template';
import { readTemplates } from '../src/core/boundary/templates/read-templates';
import type { TemplateModel } from '../src/core/boundary/templates/template-model';
import { resourceOf } from '../src/core/iam/arn-matching';
import { textsOf } from '../src/core/iam/intrinsic-text';
import type { PartialText } from '../src/core/iam/partial-text';
import { literalText } from '../src/core/iam/text-matching';
import { nearest } from '../src/core/text/nearest';

/** `${Table.Arn}` names `Table`; `${!Table}` is text. */
const REFERENCE = /\$\{([^!}.][^}.]*)(?:\.[^}]*)?\}/g;

/**
 * A resource as a command line names it: an ARN, which may have wildcards and references as in `Fn::Sub`. References are
 * those of a stack, or else of the first that has all that is referred to.
 *
 * @param stack the one that is looked into first
 */
export function resourceNamed(resource: string, templates: readonly DeployedTemplate[], stack?: string): PartialText {
  if (!resource.includes('${')) return resourceOf(literalText(resource));
  const { models } = readTemplates(templates);
  const names = [...resource.matchAll(REFERENCE)].map(([, name]) => name).filter((name) => !name.startsWith('AWS::'));
  const inOrder = [...models.filter((model) => model.stack === stack), ...models];
  const model = inOrder.find(({ resources }) => names.every((name) => resources.has(name)));
  if (model === undefined) throw unknownReferences(names, models);
  const [text] = textsOf({ 'Fn::Sub': resource }, model.scope);
  return resourceOf(text);
}

function unknownReferences(names: readonly string[], models: readonly TemplateModel[]): CommandError {
  const known = models.flatMap(({ resources }) => [...resources.keys()]);
  const unknown = names.find((name) => !known.includes(name));
  const meant = unknown === undefined ? undefined : nearest(unknown, known);
  const remedy = meant === undefined ? 'use logical ids of resources of one stack' : `did you mean "${meant}"?`;
  return new CommandError(`--resource refers to ${names.join(', ')}, and no stack has all of them; ${remedy}`);
}
