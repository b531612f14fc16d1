import {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
  Validations,
} from 'aws-cdk-lib';
import type { NagPack } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { AcknowledgementProblem, RawFinding, reviewAcknowledgements } from './acknowledgement-review';
import { Acknowledgements } from './acknowledgements';
import { cdkNag } from './cdk-nag';
import { constructPaths } from './construct-paths';
import { FindingRecorder } from './finding-record';
import { observeRules } from './finding-recorder';

/** Options of `SecurityRulePacks`. */
export interface SecurityRulePacksOptions {
  /**
   * Rule packs to run.
   *
   * @default - AwsSolutions and HIPAA.Security of cdk-nag
   */
  readonly packs?: NagPack[];
  /**
   * Day with which expiries are compared, `YYYY-MM-DD`.
   *
   * @default - the day of the synthesis, UTC
   */
  readonly today?: string;
}

/**
 * Security rules that run at synthesis, over every stack of an app or a stage, and the review of their acknowledgements.
 *
 * Findings stop the synthesis: each one is mended, or acknowledged with `Acknowledgements`. An acknowledgement that
 * expired, that no finding needs, or that stands above the narrowest construct that holds all resources with the finding
 * (always so on a stack, a stage or the app) is a finding itself.
 */
export class SecurityRulePacks {
  /** Adds the packs to an app or a stage. */
  public static addTo(scope: IConstruct, options: SecurityRulePacksOptions = {}): void {
    const packs = options.packs ?? defaultPacks();
    const today = options.today ?? new Date().toISOString().slice(0, 10);
    const recorder = recorderOf(scope.node.root);
    // The review comes last: it needs what the packs found.
    Validations.of(scope).addPlugins(...packs, new AcknowledgementReview(packs, today, recorder));
  }

  private constructor() {}
}

function defaultPacks(): NagPack[] {
  const { AwsSolutionsChecks, HIPAASecurityChecks } = cdkNag();
  return [new AwsSolutionsChecks(), new HIPAASecurityChecks()];
}

/** One record for each app, wherever in it packs were added: every pack judges the whole app. */
const recorders = new WeakMap<IConstruct, FindingRecorder>();

function recorderOf(app: IConstruct): FindingRecorder {
  const known = recorders.get(app);
  if (known) return known;
  const recorder = new FindingRecorder();
  recorder.removeEarlier(app);
  recorders.set(app, recorder);
  return recorder;
}

const RULE_NAMES: Readonly<Record<AcknowledgementProblem['kind'], string>> = {
  expired: 'CompactPlatform-AcknowledgementIsCurrent',
  unused: 'CompactPlatform-AcknowledgementIsNeeded',
  wide: 'CompactPlatform-AcknowledgementIsNarrow',
};

/** Reports acknowledgements that expired, are not needed, or stand too high, and records everything for reviewers. */
class AcknowledgementReview implements IPolicyValidationPlugin {
  public readonly name = 'CompactPlatformAcknowledgements';
  public readonly ruleIds = Object.values(RULE_NAMES);
  private readonly findings: RawFinding[] = [];

  public constructor(
    private readonly packs: readonly NagPack[],
    private readonly today: string,
    private readonly recorder: FindingRecorder,
  ) {
    packs.forEach((pack) =>
      observeRules(pack, (judgement) => {
        judgement.findings.forEach((id) => this.findings.push({ id, resource: judgement.resource }));
        recorder.add(pack.readPackName, judgement);
      }),
    );
  }

  public validate({ appConstruct, stackTemplates }: IPolicyValidationContext): PolicyValidationPluginReport {
    this.recorder.write(appConstruct, stackTemplates);
    const problems = reviewAcknowledgements({
      acknowledgements: Acknowledgements.of(appConstruct).all(),
      findings: this.findings,
      packNames: this.packs.map((pack) => pack.readPackName),
      paths: constructPaths(appConstruct),
      today: this.today,
    });
    return { success: problems.length === 0, violations: problems.map(violation) };
  }
}

function violation({ kind, scope, description }: AcknowledgementProblem): PolicyViolation {
  return {
    ruleName: RULE_NAMES[kind],
    description,
    severity: 'error',
    violatingResources: [{ constructPath: scope, locations: [] }],
  };
}
