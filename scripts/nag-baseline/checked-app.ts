import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { Deployment } from './deployments';
import { RawFinding } from '../../src/nag/acknowledgement-review';
import { Acknowledgements, RecordedAcknowledgement } from '../../src/nag/acknowledgements';
import { constructPaths } from '../../src/nag/construct-paths';
import { recordFindings } from '../../src/nag/finding-recorder';
import { ConstructPaths } from '../../src/nag/narrow-scope';

export interface CheckedApp {
  /** Ids of findings that nobody acknowledged. */
  readonly open: readonly string[];
  /** All findings, acknowledged ones too. */
  readonly findings: readonly RawFinding[];
  readonly acknowledgements: readonly RecordedAcknowledgement[];
  readonly paths: ConstructPaths;
  readonly packNames: readonly string[];
}

/** Runs both rule packs over a deployment as it is once it was synthesized: CDK Pipelines make their parts only then. */
export function checkedApp({ make }: Deployment): CheckedApp {
  const app = new App();
  make(app);
  app.synth();
  const findings: RawFinding[] = [];
  const packs = [new AwsSolutionsChecks(), new HIPAASecurityChecks()];
  packs.forEach((pack) => recordFindings(pack, (finding) => findings.push(finding)));
  const open = packs.flatMap((pack) => pack.validateScope(app).violations.map(({ ruleName }) => ruleName));
  return {
    open,
    findings,
    acknowledgements: Acknowledgements.of(app).all(),
    paths: constructPaths(app),
    packNames: packs.map(({ readPackName }) => readPackName),
  };
}
