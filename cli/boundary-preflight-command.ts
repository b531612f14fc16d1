import { bootstrapStackName } from './bootstrap-stacks';
import { readPlaces } from './boundary-inputs';
import { liveBootstrap } from './boundary-live-bootstrap';
import { isGood, preflight } from './boundary-preflight';
import { preflightLines } from './boundary-preflight-text';
import { deployedTo } from './boundary-shortfall';
import { EXIT } from './exit-codes';
import { BootstrapStep } from '../src/bootstrap/bootstrap-plan';

export interface PreflightOptions {
  readonly app?: string;
  /** Cloud assembly, in place of the app. */
  readonly assembly?: string;
  readonly qualifier?: string;
  /** Profiles of the AWS configuration, by account. */
  readonly profiles: ReadonlyMap<string, string>;
  readonly json?: boolean;
}

/** Says for the account of each step whether its bootstrap is enough, and gives the exit code. Nothing is changed. */
export async function printPreflight(steps: readonly BootstrapStep[], options: PreflightOptions): Promise<number> {
  const { app, assembly, qualifier, profiles, json } = options;
  const bootstraps = steps.filter(({ phase }) => phase !== 'pipelines');
  const accounts = bootstraps.map(({ account }) => account);
  const places = assembly === undefined ? readPlaces([], { app }) : readPlaces([assembly], {});
  const deployed = deployedTo(places.filter(({ account }) => accounts.includes(account)));
  const stackName = bootstrapStackName(qualifier);
  const preflights = await Promise.all(
    bootstraps.map(async (step) => {
      const { account, region } = step;
      const live = await liveBootstrap({ account, region, stackName, profile: profiles.get(account) });
      return preflight(step, live, deployed);
    }),
  );
  const lines = json ? [JSON.stringify(preflights, undefined, 2)] : preflightLines(preflights);
  lines.forEach((line) => console.log(line));
  return preflights.every(isGood) ? EXIT.done : EXIT.failed;
}
