import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { LicensureCompactBackend } from '../../src/licensure/licensure-compact-backend';
import { RawFinding, reviewAcknowledgements } from '../../src/nag/acknowledgement-review';
import { Acknowledgements } from '../../src/nag/acknowledgements';
import { recordFindings } from '../../src/nag/finding-recorder';
import {
  largestSettings,
  productionSettings,
  sandboxSettings,
  vulnerableSettings,
} from '../licensure/backend-settings';

/** The day of the last review of the library's acknowledgements: a test must not begin to fail by itself. */
const TODAY = '2026-11-21';

const DEPLOYMENTS = [
  ['a sandbox', sandboxSettings()],
  ['a sandbox for security tests', vulnerableSettings()],
  ['production', productionSettings()],
  ['the largest deployment', largestSettings()],
] as const;

test.each(DEPLOYMENTS)('%s has no finding, and no acknowledgement that it does not need', (_name, settings) => {
  const app = new App();
  new LicensureCompactBackend(app, 'Backend', { settings });
  const findings: RawFinding[] = [];
  const packs = [new AwsSolutionsChecks(), new HIPAASecurityChecks()];
  packs.forEach((pack) => recordFindings(pack, (finding) => findings.push(finding)));

  const open = packs.flatMap((pack) => pack.validateScope(app).violations.map(({ ruleName }) => ruleName));
  const names = packs.map(({ readPackName }) => readPackName);
  const acknowledgements = Acknowledgements.of(app).all();

  expect(open).toEqual([]);
  expect(reviewAcknowledgements(acknowledgements, findings, names, TODAY)).toEqual([]);
});

test('every acknowledgement of the library has the same owner and day of review', () => {
  const app = new App();
  new LicensureCompactBackend(app, 'Backend', { settings: productionSettings() });

  const signatures = Acknowledgements.of(app)
    .all()
    .map(({ owner, expires }) => `${owner} ${expires}`);
  expect(new Set(signatures)).toEqual(new Set(['cdk-compact-platform 2027-12-31']));
});
