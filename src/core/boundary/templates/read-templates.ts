import { ImportedValue, withImportsAsReferences } from './imported-values';
import { memberOf, membersOf } from './json-values';
import { knownConditions } from './known-conditions';
import { NameResolver, outputText } from './name-resolver';
import { placeValues } from './place-values';
import type { TemplateModel, TemplateResource } from './template-model';
import { sectionsOf } from './template-sections';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';
import { knownText } from '../../iam/text-matching';
import type { DeployedTemplate, TemplateProblem } from '../deployed-template';

/** All stacks, nested ones too, and what isn't understood of them. */
export interface TemplateSet {
  /** Nested stacks follow the stack that they are nested in. */
  readonly models: readonly TemplateModel[];
  readonly problems: readonly TemplateProblem[];
}

/**
 * Nested stacks in one tree whose resources CloudFormation works on at a time; more can't be deployed
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html, resources in nested stacks).
 * Without a limit a few templates that nest each other many times over would be as good as endless.
 */
const MOST_NESTED_STACKS = 2500;

export function readTemplates(templates: readonly DeployedTemplate[]): TemplateSet {
  return new TemplateReader().read(templates);
}

/** Where a template stands in its tree of nested stacks. */
interface Position {
  readonly stack: string;
  /** Like `stack`, but never the same for two stacks. */
  readonly uniqueName: string;
  /** Values that the parent gives to parameters; nothing for a stack of its own. */
  readonly parameters?: Readonly<Record<string, PartialText>>;
}

class TemplateReader {
  private readonly problems: TemplateProblem[] = [];
  private readonly shared = new Map<string, () => PartialText | undefined>();

  read(templates: readonly DeployedTemplate[]): TemplateSet {
    const timesNamed = new Map<string, number>();
    const roots = templates.map((template) => {
      const { name } = template;
      const times = (timesNamed.get(name) ?? 0) + 1;
      timesNamed.set(name, times);
      return this.model(template, { stack: name, uniqueName: times === 1 ? name : `${name} (${times})` });
    });
    // What stacks give to nested stacks may come from exports of others, which must all be known before.
    const models = roots.flatMap((root) => this.withNested(root));
    return { models, problems: this.problems };
  }

  private model(deployed: DeployedTemplate, { stack, uniqueName, parameters }: Position): TemplateModel {
    const { resources, mappings, ...sections } = sectionsOf(deployed.template, stack, (problem) =>
      this.problems.push(problem),
    );
    const values = { ...placeValues(deployed, parameters !== undefined), ...parameters };
    const conditions = knownConditions(sections.conditions, { stack: uniqueName, values, mappings });
    const names = new NameResolver((value) => this.imported(deployed, value));
    const resolve = names.resolve.bind(names);
    const model: TemplateModel = {
      ...sections,
      deployed,
      stack,
      scope: { stack: uniqueName, values, mappings, conditions, resolve },
      resources: names.resources,
      nested: names.nested,
    };
    for (const { condition, properties, ...resource } of resources) {
      const outcome = condition === undefined ? true : memberOf(conditions, condition);
      if (outcome === false) continue;
      names.resources.set(resource.logicalId, {
        ...resource,
        model,
        properties: withImportsAsReferences(properties),
        ...(outcome === undefined && { condition }),
      });
    }
    this.addOutputs(model);
    return model;
  }

  private imported(place: DeployedTemplate, value: ImportedValue): PartialText {
    const known = this.shared.get(sharedKey(place, value))?.();
    if (known) return known;
    return [{ unknown: 'export' in value ? `export ${value.export}` : `output ${value.output} of ${value.stack}` }];
  }

  private withNested(root: TemplateModel): TemplateModel[] {
    const models = [root];
    // The list grows while it is gone through.
    for (const model of models) {
      for (const resource of model.resources.values()) {
        const template = nestedTemplate(resource);
        if (!template) continue;
        if (models.length > MOST_NESTED_STACKS) {
          this.problems.push({
            place: `${model.stack}: Resources.${resource.logicalId}`,
            value: `more than ${MOST_NESTED_STACKS} nested stacks`,
            reason: 'CloudFormation does not deploy so many as one stack, and the rest was not looked at',
            remedy: 'nest fewer stacks',
          });
          return models;
        }
        models.push(this.nestedModel(resource, template));
      }
    }
    return models;
  }

  private nestedModel({ model, logicalId, properties }: TemplateResource, template: DeployedTemplate): TemplateModel {
    const { account, region, partition, executionRole } = model.deployed;
    const parameters = membersOf(properties.Parameters).flatMap(([name, value]) => {
      const texts = textsOf(value, model.scope);
      return texts.length === 1 ? [[name, texts[0]]] : [];
    });
    const nested = this.model(
      { account, region, partition, executionRole, ...template },
      {
        stack: `${model.stack}/${logicalId}`,
        uniqueName: `${model.scope.stack}/${logicalId}`,
        parameters: Object.fromEntries(parameters),
      },
    );
    model.nested.set(logicalId, nested);
    return nested;
  }

  /** Outputs by their names and by those that they are exported under. */
  private addOutputs(model: TemplateModel): void {
    const { deployed, stack, scope } = model;
    for (const [name, output] of membersOf(model.outputs)) {
      const value = () => outputText(model, output);
      this.shared.set(sharedKey(deployed, { stack, output: name }), value);
      const exported = textsOf(memberOf(memberOf(output, 'Export'), 'Name'), scope);
      const exportName = exported.length === 1 ? knownText(exported[0]) : undefined;
      if (exportName !== undefined) this.shared.set(sharedKey(deployed, { export: exportName }), value);
    }
  }
}

function nestedTemplate({ model, type, logicalId }: TemplateResource): DeployedTemplate | undefined {
  if (type !== 'AWS::CloudFormation::Stack') return undefined;
  return memberOf(model.deployed.nested, logicalId) as DeployedTemplate | undefined;
}

/** Exports and stacks are known in their account and region; a role of another account reads stacks of that account. */
function sharedKey({ account, region }: DeployedTemplate, value: ImportedValue): string {
  if ('export' in value) return JSON.stringify([account, region, value.export]);
  const { stack, output, role } = value;
  const accountOfRole = typeof role === 'string' ? role.split(':')[4] : undefined;
  return JSON.stringify([accountOfRole ?? account, value.region ?? region, stack, output]);
}
