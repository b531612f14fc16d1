import { join } from 'node:path';
import { FindingFacts, separateDetail } from './assembly-facts';
import { isRecord, readJsonFile } from './json-file';
import type { StatedAcknowledgement } from '../../nag/acknowledgement-metadata';
import { SEVERITIES } from '../model';

/** The report of validation plugins that the CDK writes into an assembly. */
const REPORT_FILE = 'validation-report.json';

export interface ValidationFindings {
  readonly findings: readonly FindingFacts[];
  /** Acknowledgements that the CDK itself applied. */
  readonly acknowledgements: readonly StatedAcknowledgement[];
}

/** Findings in the validation report of an assembly, those that the CDK itself suppressed too. */
export function readValidationReport(folder: string, gaps: string[]): ValidationFindings {
  const plugins = records(reportIn(folder, gaps), 'pluginReports');
  const inPlugins = (member: string) =>
    plugins.flatMap((plugin) =>
      records(plugin, member).map((violation) => ({ violation, source: text(plugin.pluginName) })),
    );
  for (const { pluginName, metadata } of plugins) {
    // A plugin that broke says so in its metadata, and has found nothing.
    const failure = isRecord(metadata) ? optionalText(metadata.error) : undefined;
    if (failure !== undefined) gaps.push(`${text(pluginName)} did not run, its findings are missing: ${failure}`);
  }
  const suppressed = inPlugins('suppressedViolations');
  return {
    findings: [...inPlugins('violations'), ...suppressed].flatMap(findingsOf),
    acknowledgements: suppressed.map(({ violation }) => ({
      scope: text(violation.acknowledgedAt),
      findings: [text(violation.ruleName)],
      reason: text(violation.reason),
    })),
  };
}

function reportIn(folder: string, gaps: string[]): unknown {
  try {
    const report = readJsonFile(join(folder, REPORT_FILE));
    if (report === undefined) {
      gaps.push(
        `there is no ${REPORT_FILE}: no rule pack or validation plugin ran at the synthesis; findings may be missing`,
      );
    }
    return report;
  } catch {
    gaps.push(`${REPORT_FILE} is not JSON: findings may be missing; run cdk synth again`);
    return undefined;
  }
}

interface Violation {
  readonly violation: Record<string, unknown>;
  readonly source: string;
}

function findingsOf({ source, violation }: Violation): FindingFacts[] {
  const id = text(violation.ruleName);
  const severity = SEVERITIES.find((known) => known === violation.severity) ?? 'error';
  return records(violation, 'violatingConstructs').map((construct): FindingFacts => {
    const resource = isRecord(construct.cloudFormationResource) ? construct.cloudFormationResource : {};
    return {
      id,
      ...separateDetail(id),
      source,
      severity,
      description: text(violation.description),
      path: text(construct.constructPath),
      template: optionalText(resource.templatePath),
      logicalId: optionalText(resource.logicalId),
    };
  });
}

function records(value: unknown, member: string): Record<string, unknown>[] {
  const list = isRecord(value) ? value[member] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
