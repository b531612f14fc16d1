import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { acknowledgedCounts, BASELINE_FILE, differences, sumOfCounts } from '../../scripts/nag-baseline/baseline';
import { CheckedApp, checkedApp } from '../../scripts/nag-baseline/checked-app';
import { Deployment, DEPLOYMENTS } from '../../scripts/nag-baseline/deployments';
import { reviewAcknowledgements } from '../../src/nag/acknowledgement-review';

/** The day of the last review of the library's acknowledgements: a test must not begin to fail by itself. */
const TODAY = '2026-11-21';

const apps = new Map<Deployment, CheckedApp>();

beforeAll(() => DEPLOYMENTS.forEach((deployment) => apps.set(deployment, checkedApp(deployment))));

test.each(DEPLOYMENTS)('$name has no finding, and no acknowledgement that it does not need there', (deployment) => {
  const app = apps.get(deployment)!;

  expect(app.open).toEqual([]);
  expect(reviewAcknowledgements({ ...app, today: TODAY })).toEqual([]);
});

test('every acknowledgement of the library has the same owner and day of review', () => {
  const acknowledgements = [...apps.values()].flatMap((app) => app.acknowledgements);

  const signatures = acknowledgements.map(({ owner, expires }) => `${owner} ${expires}`);
  expect(new Set(signatures)).toEqual(new Set(['cdk-compact-platform 2027-12-31']));
});

test('no rule has more acknowledged findings than the baseline, which is lowered whenever one is mended', () => {
  const baseline = JSON.parse(readFileSync(join(resolve(__dirname, '..', '..'), BASELINE_FILE), 'utf8'));
  const counts = sumOfCounts(
    [...apps.values()].map(({ findings, acknowledgements }) => acknowledgedCounts(findings, acknowledgements)),
  );

  expect(differences(baseline, counts)).toEqual({ risen: [], fallen: [] });
  expect(Object.keys(baseline)).toEqual(Object.keys(baseline).sort());
});
