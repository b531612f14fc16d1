import { pipelineNameOf, roleNameOf } from '../../pipeline-names';
import { displayed } from '../../problem';
import { checkName } from '../names';
import { present, reportRepeated } from '../rule';
import { PlatformRule } from './platform-rule';

/** Names that an AWS API takes, and how to say so. */
interface PhysicalName {
  readonly setting: 'pipelineName' | 'roleName';
  readonly of: typeof pipelineNameOf;
  readonly longest: number;
  readonly allowed: RegExp;
  readonly characters: string;
  readonly source: string;
}

export const PIPELINE_NAME: PhysicalName = {
  setting: 'pipelineName',
  of: pipelineNameOf,
  longest: 100,
  allowed: /^[A-Za-z0-9.@_-]{1,100}$/,
  characters: 'letters, digits and characters of . @ _ -',
  source: 'CodePipeline API, PipelineName',
};

export const ROLE_NAME: PhysicalName = {
  setting: 'roleName',
  of: roleNameOf,
  longest: 64,
  allowed: /^[A-Za-z0-9_+=,.@-]{1,64}$/,
  characters: 'letters, digits and characters of _ + = , . @ -',
  source: 'IAM API, CreateRole',
};

/** Names of pipelines, and what is named after them, are unique and fit into AWS. */
export const pipelinesHaveNames: PlatformRule = ({ applicationName, pipelines }, report) => {
  for (const [index, { name }] of present(pipelines)) checkName(`pipelines[${index}].name`, name, report);
  reportRepeated(
    pipelines?.map((pipeline) => pipeline?.name),
    (index) => `pipelines[${index}].name`,
    report,
  );
  for (const { setting, of: nameOf, longest, allowed, characters, source } of [PIPELINE_NAME, ROLE_NAME]) {
    const takenBy = new Map<string, string | undefined>();
    for (const [index, pipeline] of present(pipelines)) {
      if (pipeline[setting] === undefined && (applicationName === undefined || pipeline.name === undefined)) continue;
      const name = nameOf(applicationName ?? '', pipeline);
      const place = `pipelines[${index}].${setting}`;
      if (!allowed.test(name)) {
        report(
          place,
          `a name has 1 to ${longest} ${characters} (${source})`,
          pipeline[setting] === undefined ? 'choose one, because the default does not fit' : 'choose another name',
          displayed(name),
        );
      }
      if (takenBy.has(name) && takenBy.get(name) !== pipeline.name) {
        report(
          place,
          `the pipeline ${displayed(takenBy.get(name))} has this name already`,
          'choose another one',
          displayed(name),
        );
      } else {
        takenBy.set(name, pipeline.name);
      }
    }
  }
};
