import { displayed, useOneOf } from '../../problem';
import { isSandbox } from '../../purpose';
import { present } from '../rule';
import { PlatformRule } from './platform-rule';
import { checkCommands } from './synth';

/** Every pipeline deploys something, no environment is deployed twice, and none is a developer's. */
export const stagesDeployOneEnvironmentEach: PlatformRule = ({ environments, pipelines }, report) => {
  const sandboxes = present(environments).filter(([, environment]) => isSandbox(environment));
  const deployedBy = new Map<string, string | undefined>();
  for (const [index, pipeline] of present(pipelines)) {
    const setting = `pipelines[${index}].stages`;
    if (pipeline.stages?.length === 0) {
      report(setting, 'a pipeline deploys at least one environment', 'add a stage, or remove the pipeline');
    }
    for (const [stage, { environment, smokeCommands }] of present(pipeline.stages)) {
      checkCommands(`${setting}[${stage}].smokeCommands`, smokeCommands, report);
      if (environment === undefined) continue;
      if (deployedBy.has(environment)) {
        report(
          `${setting}[${stage}].environment`,
          `the pipeline ${displayed(deployedBy.get(environment))} deploys this environment already`,
          'remove one of the two stages',
        );
      } else {
        deployedBy.set(environment, pipeline.name);
      }
      if (sandboxes.some(([, { name }]) => name === environment)) {
        report(
          `${setting}[${stage}].environment`,
          'it is an environment for DEVELOPMENT, which no pipeline deploys',
          `remove the stage, or set the purpose of ${displayed(environment)} to PREPRODUCTION or PRODUCTION`,
        );
      }
    }
  }
};

/** Stages name environments of the platform. */
export const stagesNameEnvironments: PlatformRule = ({ environments, pipelines }, report) => {
  const names = present(environments).map(([, { name }]) => name ?? '');
  for (const [index, { stages }] of present(pipelines)) {
    for (const [stage, { environment }] of present(stages)) {
      if (environment === undefined || names.includes(environment)) continue;
      report(
        `pipelines[${index}].stages[${stage}].environment`,
        'the platform has no environment of this name',
        names.length === 0 ? 'add the environment' : useOneOf(names, environment),
      );
    }
  }
};
