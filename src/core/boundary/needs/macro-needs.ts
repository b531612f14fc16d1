import { needOfTemplate } from './needs-context';
import { DEPLOYING } from './operations';
import { intrinsicOf } from '../../iam/intrinsic-function';
import type { PartialText } from '../../iam/partial-text';
import type { TemplateProblem } from '../deployed-template';
import type { Need } from '../need';
import { textMember, walk } from '../templates/json-values';
import { arnOf, arnText } from '../templates/physical-names';
import type { TemplateModel } from '../templates/template-model';

const MACROS_SOURCE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html';

/** Transforms that make no resources by themselves; what they do to loops is a problem of its own. */
const HARMLESS = new Set(['AWS::LanguageExtensions']);

export interface MacroReading {
  readonly needs: readonly Need[];
  readonly problems: readonly TemplateProblem[];
}

/** What the macros of a template need, and that nobody knows before the deployment what they make of it. */
export function macrosOf(model: TemplateModel, functions: MacroFunctions): MacroReading {
  const names = new Set([...model.transforms, ...inlineMacros(model)]);
  const needs: Need[] = [];
  const problems: TemplateProblem[] = [];
  for (const name of names) {
    needs.push(...needsOfMacro(model, name, functions));
    if (HARMLESS.has(name)) continue;
    problems.push({
      place: `${model.stack}: Transform`,
      value: name,
      reason: 'which resources the macro makes of the template is not known before the deployment',
      remedy:
        'give the template after the transform, as "aws cloudformation get-template --template-stage Processed" prints it',
    });
  }
  return { needs, problems };
}

/** Functions behind macros of one's own, by the macro's name. */
export type MacroFunctions = ReadonlyMap<string, PartialText>;

export function macroFunctions(models: readonly TemplateModel[]): MacroFunctions {
  const functions = new Map<string, PartialText>();
  for (const { resources } of models) {
    for (const { type, properties, model } of resources.values()) {
      const name = textMember(properties, 'Name');
      if (type !== 'AWS::CloudFormation::Macro' || name === undefined) continue;
      const [, argument] = intrinsicOf(properties.FunctionName) ?? [];
      const logicalId = Array.isArray(argument) ? argument[0] : argument;
      const handler = typeof logicalId === 'string' ? model.resources.get(logicalId) : undefined;
      const arn = handler && arnOf(handler);
      if (arn) functions.set(name, arn);
    }
  }
  return functions;
}

function needsOfMacro(model: TemplateModel, name: string, functions: MacroFunctions): Need[] {
  const shared = { operations: DEPLOYING, kind: 'macro', property: 'Transform', source: MACROS_SOURCE } as const;
  const ofAws = name.startsWith('AWS::');
  const transform = ofAws
    ? arnText(`cloudformation:R:aws:transform/${name.slice('AWS::'.length)}`, model.scope)
    : arnText(`cloudformation:R:A:transform/${name}`, model.scope);
  const change = needOfTemplate(model, { ...shared, action: 'cloudformation:CreateChangeSet', resource: transform });
  if (ofAws) return [change];
  const handler = functions.get(name);
  const call = { ...shared, action: 'lambda:InvokeFunction', ...(handler && { resource: handler }) };
  return [change, needOfTemplate(model, call)];
}

function inlineMacros({ resources }: TemplateModel): string[] {
  const names: string[] = [];
  for (const { properties } of resources.values()) {
    walk(properties, (inner) => {
      if (typeof inner === 'string') return;
      const [name, argument] = intrinsicOf(inner) ?? [];
      if (name !== 'Fn::Transform') return;
      names.push(textMember(argument, 'Name') ?? 'a macro without name');
    });
  }
  return names;
}
