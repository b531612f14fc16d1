import { ENVIRONMENT_RULES, LICENSURE_RULES, requireSound } from './check-settings';
import { PlatformDraft, SettingsDraft } from './draft';
import { PlatformSettings } from './platform-settings';
import { nothingIsMissing } from './rules/platform/completeness';
import { deployAccountIsSound } from './rules/platform/deploy-account';
import { environmentsHaveNames } from './rules/platform/environments';
import { pipelinesHaveNames } from './rules/platform/pipeline-names';
import { PlatformRule } from './rules/platform/platform-rule';
import { qualifierFitsTheBootstrap } from './rules/platform/qualifier';
import { sourceCanBeReached } from './rules/platform/source';
import { stagesDeployOneEnvironmentEach, stagesNameEnvironments } from './rules/platform/stages';
import { assembliesAreMadeInTheRepository } from './rules/platform/synth';
import { tagsAreSharedWithPipelines, tagsStartOnePipeline } from './rules/platform/tag-patterns';
import { Report, Rule } from './rules/rule';

const RULES: readonly PlatformRule[] = [
  qualifierFitsTheBootstrap,
  environmentsHaveNames,
  deployAccountIsSound,
  sourceCanBeReached,
  pipelinesHaveNames,
  tagsStartOnePipeline,
  tagsAreSharedWithPipelines,
  stagesDeployOneEnvironmentEach,
  assembliesAreMadeInTheRepository,
];

/** Rules that speak about what is missing: they can only be asked when all of a platform was loaded. */
const RULES_FOR_ALL_OF_IT: readonly PlatformRule[] = [nothingIsMissing, stagesNameEnvironments];

/**
 * Holds a platform, complete or not, to every rule.
 *
 * @param all whether the draft has everything that its files could give; otherwise nothing is said to be missing
 */
export function checkPlatformDraft(draft: PlatformDraft, report: Report, all = true): void {
  for (const rule of [...RULES, ...(all ? RULES_FOR_ALL_OF_IT : [])]) rule(draft, report);
  checkForEnvironment(draft, undefined, report);
  for (const index of draft.environments?.keys() ?? []) checkForEnvironment(draft, index, report);
}

/** What a licensure backend's own rules say, where nothing or one environment is deployed to. */
function checkForEnvironment(draft: PlatformDraft, index: number | undefined, report: Report): void {
  const { applicationName, project, service, licensure } = draft;
  const settings: SettingsDraft = {
    applicationName,
    project,
    service,
    ...licensure,
    environment: index === undefined ? undefined : draft.environments?.[index],
  };
  const rules: readonly Rule[] =
    licensure === undefined ? ENVIRONMENT_RULES : [...ENVIRONMENT_RULES, ...LICENSURE_RULES];
  for (const rule of rules) {
    rule(settings, (setting, ...what) => report(platformSetting(setting, index), ...what));
  }
}

/** Where a setting of one backend stands in a platform. */
function platformSetting(setting: string, index: number | undefined): string {
  return setting
    .replace(/^environment(?=\.|$)/, `environments[${index}]`)
    .replace(/^(?=compacts|jurisdictions|attestations)/, 'licensure.');
}

/**
 * Refuses a platform that breaks a rule.
 *
 * @throws ConfigurationError with every problem
 */
export function requireSoundPlatform(settings: PlatformSettings): void {
  requireSound(settings, (report) => checkPlatformDraft(settings, report));
}
