import { RegionInfo } from 'aws-cdk-lib/region-info';
import { BootstrapPurpose, bootstrapPurposes, disagreeOnBoundary, placeName } from './bootstrap-places';
import { UPSTREAM_VARIANT, variantOf } from './variant';
import type { PlatformSettings } from '../config/platform-settings';
import { ConfigurationError, displayed, Problem, useOneOf } from '../config/problem';
import { hasWorkloadBoundary } from '../config/purpose';
import { DEFAULT_QUALIFIER } from '../core/contracts/bootstrap';

/** Name for the account of the pipelines where accounts are chosen by name. */
export const DEPLOY_ACCOUNT = 'deploy';

/** Where in the order a step belongs: trust policies can only name roles that exist. */
export type BootstrapPhase = 'deploy account' | 'pipelines' | 'environments' | 'secondary accounts';

/** The template with which an account is bootstrapped. */
export interface PlannedTemplate {
  /** Name of the variant, and of the file without its ending. */
  readonly variant: string;
  readonly file: string;
  readonly trustedRoles: readonly string[];
}

export interface BootstrapStep {
  readonly phase: BootstrapPhase;
  readonly account: string;
  readonly region: string;
  /** Environments that the step is for. */
  readonly environments: readonly string[];
  /** Nothing where the CDK's own template serves, and where nothing is bootstrapped. */
  readonly template?: PlannedTemplate;
  /** Program and arguments. Running it again changes nothing. */
  readonly argv: readonly string[];
  readonly why: string;
}

export interface BootstrapPlanOptions {
  /**
   * Names of environments to bootstrap, with the accounts of their backups; `deploy` is the account of the pipelines.
   *
   * @default - every account of the installation
   */
  readonly targets?: readonly string[];
  /** Folder of the rendered templates. */
  readonly templates: string;
  /**
   * Variants of bootstrap stacks that exist, by `<account>/<region>`.
   *
   * @default - nothing is known: no step overwrites a stack of another variant
   */
  readonly variants?: Readonly<Record<string, string>>;
}

const PHASES: readonly BootstrapPhase[] = ['deploy account', 'pipelines', 'environments', 'secondary accounts'];

/**
 * The commands that bootstrap the accounts of an installation, in the order of their execution.
 *
 * @throws ConfigurationError for targets that nobody knows, and for environments of one account that need different
 *   bootstraps
 */
export function bootstrapPlan(settings: PlatformSettings, options: BootstrapPlanOptions): BootstrapStep[] {
  const purposes = bootstrapPurposes(settings);
  const problems = [...unknownTargets(settings, options), ...purposes.filter(disagreeOnBoundary).map(disagreement)];
  if (problems.length > 0) throw new ConfigurationError(problems);
  const steps = purposes
    .filter((purpose) => isWanted(purpose, options.targets))
    .map((purpose) => bootstrapStep(purpose, settings, options));
  const pipelines = pipelineStep(settings, options);
  return PHASES.flatMap((phase) => [...steps, ...pipelines].filter((step) => step.phase === phase));
}

function isWanted({ hasPipelines, environments, backupsOf }: BootstrapPurpose, targets?: readonly string[]): boolean {
  if (targets === undefined) return true;
  const names = [...environments.map(({ name }) => name), ...backupsOf, ...(hasPipelines ? [DEPLOY_ACCOUNT] : [])];
  return names.some((name) => targets.includes(name));
}

function bootstrapStep(
  purpose: BootstrapPurpose,
  { deployAccount, bootstrapQualifier = DEFAULT_QUALIFIER }: PlatformSettings,
  { templates, variants = {} }: BootstrapPlanOptions,
): BootstrapStep {
  const { account, region, environments, backupsOf } = purpose;
  const template = templateOf(purpose, templates);
  const wanted = template ? variantOf(template.variant) : UPSTREAM_VARIANT;
  const present = variants[placeName(purpose)];
  const isOverwritten = present !== undefined && present !== wanted;
  const trusts = template !== undefined && template.trustedRoles.length > 0;
  return {
    phase: phaseOf(purpose),
    account,
    region,
    environments: [...new Set([...environments.map(({ name }) => name), ...backupsOf])],
    ...(template && { template }),
    argv: [
      'cdk',
      'bootstrap',
      `aws://${placeName(purpose)}`,
      ...(bootstrapQualifier === DEFAULT_QUALIFIER
        ? []
        : ['--qualifier', bootstrapQualifier, '--toolkit-stack-name', `CDKToolkit-${bootstrapQualifier}`]),
      ...(template ? ['--template', template.file] : []),
      ...(trusts ? ['--trust', deployAccount!.account] : []),
      '--cloudformation-execution-policies',
      `arn:${RegionInfo.get(region).partition ?? 'aws'}:iam::aws:policy/AdministratorAccess`,
      ...(isOverwritten ? ['--force'] : []),
    ],
    why: reasonOf(purpose, template, isOverwritten ? present : undefined),
  };
}

/**
 * The template for an account; nothing where the CDK's own serves. Several environments in one account share a template,
 * which trusts the roles of all their pipelines.
 */
export function templateOf(purpose: BootstrapPurpose, folder: string): PlannedTemplate | undefined {
  const { environments, hasPipelines, trustedRoles } = purpose;
  if (!hasPipelines && environments.length > 0 && !hasWorkloadBoundary(environments[0])) return undefined;
  const names = [...(hasPipelines ? ['deploy-account'] : []), ...environments.map(({ name }) => name)];
  const variant = names.length === 0 ? 'secondary-account' : names.join('-and-');
  return { variant, file: `${folder}/${variant}.yaml`, trustedRoles };
}

function phaseOf({ hasPipelines, environments }: BootstrapPurpose): BootstrapPhase {
  if (hasPipelines) return 'deploy account';
  return environments.length > 0 ? 'environments' : 'secondary accounts';
}

function reasonOf(
  { hasPipelines, backupsOf }: BootstrapPurpose,
  template: PlannedTemplate | undefined,
  overwritten?: string,
): string {
  const reasons = [
    ...(hasPipelines
      ? ['the pipelines are deployed here, and their roles must exist before others can trust them']
      : []),
    ...(template === undefined ? ['a sandbox, whose roles carry no workload boundary: the template of the CDK'] : []),
    ...(template && template.trustedRoles.length > 0 ? [`trusts only ${template.trustedRoles.join(', ')}`] : []),
    ...(template && !hasPipelines && template.trustedRoles.length === 0 ? ['trusts no other account'] : []),
    ...(backupsOf.length > 0 ? [`keeps backups of ${backupsOf.join(', ')}`] : []),
    ...(overwritten === undefined ? [] : [`replaces a bootstrap of the variant "${overwritten}"`]),
  ];
  return reasons.join('; ');
}

/** Between the two phases of trust, wherever environments are bootstrapped that pipelines deploy. */
function pipelineStep(
  { deployAccount, pipelines = [] }: PlatformSettings,
  { targets }: BootstrapPlanOptions,
): BootstrapStep[] {
  if (!deployAccount || pipelines.length === 0 || (targets && !targets.includes(DEPLOY_ACCOUNT))) return [];
  const { account, region } = deployAccount;
  const environments = [...new Set(pipelines.flatMap(({ stages }) => stages.map(({ environment }) => environment)))];
  return [
    {
      phase: 'pipelines',
      account,
      region,
      environments,
      argv: ['cdk', 'deploy', '--all'],
      why: 'in the folder of the deploy-account app: makes the roles that the environments are going to trust',
    },
  ];
}

function unknownTargets(
  { deployAccount, environments }: PlatformSettings,
  { targets = [] }: BootstrapPlanOptions,
): Problem[] {
  const known = [...environments.map(({ name }) => name), ...(deployAccount ? [DEPLOY_ACCOUNT] : [])];
  return targets
    .filter((target) => !known.includes(target))
    .map((target) => ({
      file: 'bootstrap',
      path: 'environment',
      value: displayed(target),
      reason: 'the installation has no environment of this name',
      remedy: useOneOf(known, target),
    }));
}

function disagreement(purpose: BootstrapPurpose): Problem {
  return {
    file: 'settings',
    path: 'environments',
    value: displayed(purpose.environments.map(({ name }) => name)),
    reason: `they share ${placeName(purpose)}, whose bootstrap demands the workload boundary of all or of none`,
    remedy: 'set workloadBoundary alike in all of them',
  };
}
