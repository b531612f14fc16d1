import { CommandError } from './exit-codes';
import { callerAccount, ParameterStore } from './parameter-store';
import type { AppSource } from '../src/config/app-source';
import { differenceOf, ParameterChange } from '../src/config/parameters/parameter-difference';
import { parameterPlace } from '../src/config/parameters/parameter-place';
import { ParameterPlan, ParameterRequest, planParameter } from '../src/config/parameters/parameter-plan';
import { readSourceFile } from '../src/config/reading/source-file';

/** What files give for the parameter of an environment, beside what is stored. */
export interface ParameterComparison {
  readonly request: ParameterRequest & { readonly account: string };
  readonly plan: ParameterPlan;
  readonly store: ParameterStore;
  /** The stored value; nothing where there is no parameter. */
  readonly stored?: string;
  /** What storing would change. */
  readonly changes: readonly ParameterChange[];
}

/** Reads and checks everything that there is before something is written: files, credentials, the stored value. */
export async function compareParameter(environment: string, source: AppSource): Promise<ParameterComparison> {
  const { region } = parameterPlace(environment, source);
  const account = await callerAccount(region);
  const request = { ...requestFor(environment, source), account };
  const plan = planParameter(request);
  requireAccount(account, source);
  const store = new ParameterStore(region);
  const stored = await store.valueOf(plan.name);
  return { request, plan, store, stored, changes: differenceOf(stored, plan.value) };
}

function requestFor(
  environment: string,
  { cdkJson, files, environmentFiles, parameters }: AppSource,
): ParameterRequest {
  const own = environmentFiles ?? files;
  if (own === undefined) {
    throw new CommandError(`no file of ${environment} is named: add --config <file>, what is to be in the parameter`);
  }
  return {
    environment,
    files: own.map(readSourceFile),
    ...(cdkJson !== undefined && { cdkJson: readSourceFile(cdkJson) }),
    ...(parameters?.suffix !== undefined && { suffix: parameters.suffix }),
  };
}

/** Files needn't say which account the parameters are in; the context of an app that looks them up does. */
function requireAccount(caller: string, { parameters }: AppSource): void {
  if (parameters === undefined || parameters.account === caller) return;
  throw new CommandError(
    `the credentials are those of the account ${caller}, but cdk.json has the app look its parameters up in ${parameters.account}; use credentials of that account`,
  );
}
