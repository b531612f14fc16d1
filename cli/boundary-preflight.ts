import { existsSync } from 'node:fs';
import type { LiveBootstrap } from './boundary-live-bootstrap';
import { Deployed, isBounded, shortfall, Shortfall } from './boundary-shortfall';
import type { BootstrapStep } from '../src/bootstrap/bootstrap-plan';
import { bootstrapPlanRows } from '../src/bootstrap/bootstrap-plan-table';
import { readBoundary } from '../src/boundary/boundary-source';

/** Whether a deployment would get through with the bootstrap that an account has, and what to do where not. */
export interface Preflight {
  /** `111111111111/us-east-1`. */
  readonly place: string;
  readonly environments: readonly string[];
  readonly state: PreflightState;
  /** Why nothing is known of the account. */
  readonly reason?: string;
  readonly shortfall?: Shortfall;
  /** Bootstraps the account so that it is enough. */
  readonly command?: string;
  /** The template that the command takes must be rendered before: it isn't there, or isn't enough either. */
  readonly mustRender?: boolean;
}

/**
 * `unbounded`: nothing bounds the role that deploys. `exempt`: nor is it meant to be. `empty`: the app has no stack
 * there. `unreadable`: nobody knows.
 */
export type PreflightState =
  'sufficient' | 'insufficient' | 'missing' | 'unbounded' | 'exempt' | 'empty' | 'unreadable';

/** States in which a deployment gets through. */
const GOOD: readonly PreflightState[] = ['sufficient', 'exempt', 'empty'];

export function isGood({ state }: Preflight): boolean {
  return GOOD.includes(state);
}

/** Compares the bootstrap of an account with what an app deploys, of which all accounts are given. */
export function preflight(step: BootstrapStep, live: LiveBootstrap, apps: readonly Deployed[]): Preflight {
  const { account, region, environments, template } = step;
  const result = { place: `${account}/${region}`, environments };
  if (template === undefined) return { ...result, state: 'exempt' };
  if (live.state === 'unreadable') return { ...result, state: 'unreadable', reason: live.reason };
  const deployed = apps.find(({ placed }) => placed.account === account && placed.region === region);
  const remedy = () => ({ command: commandOf(step), mustRender: !isRendered(template.file, step, deployed) });
  if (live.state === 'missing') return { ...result, state: 'missing', ...remedy() };
  const bootstrap = { ...placeOf(step), template: live.template, parameters: live.parameters };
  if (!isBounded(bootstrap)) return { ...result, state: 'unbounded', ...remedy() };
  if (deployed === undefined) return { ...result, state: 'empty' };
  const lacking = shortfall(bootstrap, deployed);
  if (lacking === undefined) return { ...result, state: 'sufficient' };
  return { ...result, state: 'insufficient', shortfall: lacking, ...remedy() };
}

function isRendered(file: string, step: BootstrapStep, deployed: Deployed | undefined): boolean {
  if (!existsSync(file)) return false;
  const { template } = readBoundary({ template: file });
  return deployed === undefined || shortfall({ ...placeOf(step), template }, deployed) === undefined;
}

/** As the table of the plan writes it. */
function commandOf(step: BootstrapStep): string {
  const [, [, , , , command]] = bootstrapPlanRows([step]);
  return command;
}

function placeOf({ account, region, phase }: BootstrapStep) {
  return { account, region, deploysWithBootstrapRoles: phase === 'deploy account' };
}
