import { ImportedValue, importedValue, withImportsAsReferences } from './imported-values';
import { memberOf } from './json-values';
import { attributeOf } from './physical-names';
import type { TemplateModel, TemplateResource } from './template-model';
import { textsOf } from '../../iam/intrinsic-text';
import type { PartialText } from '../../iam/partial-text';

/** References that lead to references; what a person writes takes a handful of steps. */
const LONGEST_CHAIN = 50;

/** Finds what references of one template give; references in circles give nothing. */
export class NameResolver {
  readonly resources = new Map<string, TemplateResource>();
  readonly nested = new Map<string, TemplateModel>();
  private readonly known = new Map<string, PartialText | undefined>();
  private chain = 0;

  constructor(private readonly imported: (value: ImportedValue) => PartialText) {}

  resolve(logicalId: string, attribute?: string): PartialText | undefined {
    const key = attribute === undefined ? logicalId : `${logicalId}.${attribute}`;
    if (this.known.has(key)) return this.known.get(key);
    if (this.chain >= LONGEST_CHAIN) return undefined;
    this.known.set(key, undefined);
    this.chain += 1;
    const text = this.find(logicalId, attribute);
    this.chain -= 1;
    this.known.set(key, text);
    return text;
  }

  private find(logicalId: string, attribute: string | undefined): PartialText | undefined {
    const imported = attribute === undefined ? importedValue(logicalId) : undefined;
    if (imported) return this.imported(imported);
    const nested = attribute?.startsWith('Outputs.') ? this.nested.get(logicalId) : undefined;
    if (nested) return outputText(nested, memberOf(nested.outputs, attribute!.slice('Outputs.'.length)));
    const resource = this.resources.get(logicalId);
    return resource && attributeOf(resource, attribute);
  }
}

/** The value of an output, where it is only one. */
export function outputText({ scope }: TemplateModel, output: unknown): PartialText | undefined {
  const texts = textsOf(withImportsAsReferences(memberOf(output, 'Value')), scope);
  return texts.length === 1 ? texts[0] : undefined;
}
