import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { acknowledgedCounts, BASELINE_FILE, differences, sumOfCounts } from './nag-baseline/baseline';
import { checkedApp } from './nag-baseline/checked-app';
import { DEPLOYMENTS } from './nag-baseline/deployments';

/** Writes how many findings of each rule are acknowledged over all stacks. It lowers numbers only: see the messages. */
const file = join(resolve(__dirname, '..'), BASELINE_FILE);

const counts = sumOfCounts(
  DEPLOYMENTS.map((deployment) => {
    const { findings, acknowledgements } = checkedApp(deployment);
    return acknowledgedCounts(findings, acknowledgements);
  }),
);
const { risen } = existsSync(file) ? differences(JSON.parse(readFileSync(file, 'utf8')), counts) : { risen: [] };
if (risen.length > 0) {
  console.error(risen.join('\n'));
  process.exitCode = 1;
} else {
  writeFileSync(file, `${JSON.stringify(counts, undefined, 2)}\n`);
  console.log(`${BASELINE_FILE} is up to date`);
}
