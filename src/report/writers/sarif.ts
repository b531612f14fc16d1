import { boundaryResults, findingResults, SarifResult } from './sarif-results';
import { rulesOf, SarifRule } from './sarif-rules';
import type { SecurityReport } from '../model';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The parts of SARIF 2.1.0 that a report has (OASIS, Static Analysis Results Interchange Format). */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: {
    readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly SarifRule[] };
  };
  readonly originalUriBaseIds: Readonly<Record<string, { readonly description: { readonly text: string } }>>;
  readonly columnKind: 'utf16CodeUnits';
  readonly invocations: readonly SarifInvocation[];
  readonly results: readonly SarifResult[];
}

export interface SarifInvocation {
  /** Whether everything could be read. */
  readonly executionSuccessful: boolean;
  readonly toolExecutionNotifications: readonly {
    readonly level: 'warning';
    readonly message: { readonly text: string };
  }[];
}

/** The findings of rule packs and about boundaries, for code scanning; acknowledged ones as suppressed. */
export function sarifReport(report: SecurityReport): string {
  const rules = rulesOf(report);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const results = [...findingResults(report), ...boundaryResults(report)];
  const log: SarifLog = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...report.generator, rules } },
        originalUriBaseIds: { ASSEMBLY: { description: { text: 'the folder that cdk synth has written' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.gaps.length === 0,
            toolExecutionNotifications: gapsOf(report).map((text) => ({ level: 'warning', message: { text } })),
          },
        ],
        results: results.map((result) => ({ ...result, ruleIndex: ruleIndex.get(result.ruleId) })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** A list of results alone would look as if all had been proved. */
function gapsOf({ gaps, boundaries }: SecurityReport): string[] {
  return [
    ...gaps,
    ...boundaries.notAnalysed.map(
      (place) => `the boundaries of ${place} were not analysed: nothing is proved about them`,
    ),
  ];
}
