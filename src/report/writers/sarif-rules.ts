import { compareTexts } from '../build/order';
import type { ReportedRule, SecurityReport } from '../model';

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly properties: { readonly tags: readonly string[] };
}

/** The rules of all results, each one once. */
export function rulesOf({ rules, boundaries }: SecurityReport): SarifRule[] {
  const boundaryRules = new Map(
    boundaries.analysed.flatMap(({ findings }) => findings.map(({ rule, change }) => [rule, change] as const)),
  );
  return [
    ...rules.map(packRule),
    ...[...boundaryRules].sort(([one], [other]) => compareTexts(one, other)).map(boundaryRule),
  ];
}

function packRule({ id, source, description, explanation = '', controls }: ReportedRule): SarifRule {
  const short = description === '' ? id : description;
  const text = [short, explanation].filter((part) => part !== '').join(' ');
  return {
    id,
    shortDescription: { text: short },
    fullDescription: { text },
    help: helpOf(text, controls),
    properties: { tags: ['security', source, ...controls.map((control) => `45 CFR ${control}`)] },
  };
}

function boundaryRule([id, change]: readonly [string, string]): SarifRule {
  // Good-property names: what ought to be so.
  const property = `${id.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}`;
  return {
    id,
    shortDescription: { text: property },
    fullDescription: { text: `Rule about permissions boundaries: ${property}.` },
    help: helpOf(`Rule about permissions boundaries: ${property}. For example: ${change}`, []),
    properties: { tags: ['security', 'permissions boundary'] },
  };
}

function helpOf(text: string, controls: readonly string[]): SarifRule['help'] {
  const cited = controls.length === 0 ? '' : `45 CFR ${controls.join(', ')}`;
  return {
    text: [text, ...(cited === '' ? [] : [`HIPAA: ${cited}.`])].join(' '),
    markdown: [text, ...(cited === '' ? [] : [`**HIPAA:** ${cited}`])].join('\n\n'),
  };
}
