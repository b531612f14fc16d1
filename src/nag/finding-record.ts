import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Stage } from 'aws-cdk-lib';
import type { PolicyValidationStack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { StatedAcknowledgement, statedAcknowledgements } from './acknowledgement-metadata';
import type { RuleJudgement } from './finding-recorder';

/** File in an assembly that holds what rule packs said about it; a validation report has no acknowledged findings. */
export const FINDINGS_FILE = 'security-findings.json';

/** What rule packs said about an assembly. */
export interface FindingRecord {
  /** Version of this format. */
  readonly version: 1;
  /** Packs that ran, `AwsSolutions`. */
  readonly packs: readonly string[];
  /** SHA-256 of every template that was judged, by its file in the assembly: a later synthesis makes others. */
  readonly templates: Readonly<Record<string, string>>;
  readonly rules: readonly RecordedRule[];
  /** All findings, the acknowledged ones too. */
  readonly findings: readonly RecordedFinding[];
  readonly acknowledgements: readonly StatedAcknowledgement[];
}

export interface RecordedRule {
  readonly id: string;
  readonly description: string;
  readonly explanation: string;
  readonly severity: 'error' | 'warning';
  /** How many resources the rule was about. */
  readonly resources: number;
}

export interface RecordedFinding {
  /** Id under which it can be acknowledged. */
  readonly id: string;
  readonly rule: string;
  /** Path of the resource. */
  readonly resource: string;
}

/** Collects what rule packs say, and writes it into the assembly. */
export class FindingRecorder {
  private readonly packs = new Set<string>();
  private readonly rules = new Map<string, { readonly judgement: RuleJudgement; readonly resources: Set<string> }>();
  private readonly findings = new Map<string, RecordedFinding>();
  private readonly templates = new Map<string, string>();

  /** `packName` is the beginning of the rule's id. */
  public add(packName: string, judgement: RuleJudgement): void {
    const { rule, resource, applies, findings } = judgement;
    this.packs.add(packName);
    const resources = this.rules.get(rule)?.resources ?? new Set();
    if (applies) resources.add(resource);
    this.rules.set(rule, { judgement, resources });
    for (const id of findings) this.findings.set(`${id} ${resource}`, { id, rule, resource });
  }

  public write(app: IConstruct, stacks: readonly PolicyValidationStack[]): void {
    const folder = assemblyOf(app);
    if (folder === undefined) return;
    for (const { templatePath } of stacks) {
      this.templates.set(relative(folder, templatePath), sha256Of(templatePath));
    }
    const record: FindingRecord = {
      version: 1,
      packs: [...this.packs],
      templates: Object.fromEntries(this.templates),
      rules: [...this.rules.values()].map(({ judgement, resources }) => ({
        id: judgement.rule,
        description: judgement.description,
        explanation: judgement.explanation,
        severity: judgement.severity,
        resources: resources.size,
      })),
      findings: [...this.findings.values()],
      acknowledgements: app.node.findAll().flatMap(({ node }) => statedAcknowledgements(node.path, node.metadata)),
    };
    writeFileSync(join(folder, FINDINGS_FILE), `${JSON.stringify(record, undefined, 1)}\n`);
  }

  /**
   * Has the record of an earlier synthesis removed before this one writes: an app may have it that the CDK stops a
   * synthesis whose plugins change files that were there.
   */
  public removeEarlier(app: IConstruct): void {
    app.node.addValidation({
      validate: () => {
        const folder = assemblyOf(app);
        if (folder !== undefined) rmSync(join(folder, FINDINGS_FILE), { force: true });
        return [];
      },
    });
  }
}

/** SHA-256 of a file, hexadecimal. */
export function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function assemblyOf(app: IConstruct): string | undefined {
  return Stage.isStage(app) ? app.outdir : undefined;
}
