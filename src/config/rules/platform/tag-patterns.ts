import { commonTag, parseTagPattern, TagPattern } from '../../../core/tagplan/tag-pattern';
import { Draft } from '../../draft';
import { PipelineSettings } from '../../platform-settings';
import { displayed, useOneOf } from '../../problem';
import { present, Report } from '../rule';
import { PlatformRule } from './platform-rule';

interface TriggeredPipeline {
  readonly index: number;
  readonly pipeline: Draft<PipelineSettings>;
  readonly pattern: TagPattern;
}

/** One tag starts one pipeline, unless two say that they share their tags. */
export const tagsStartOnePipeline: PlatformRule = ({ pipelines }, report) => {
  const triggered = present(pipelines).flatMap(([index, pipeline]): TriggeredPipeline[] => {
    if (pipeline.tagPattern === undefined) return [];
    const pattern = parseTagPattern(pipeline.tagPattern);
    if (pattern.ok) return [{ index, pipeline, pattern: pattern.value }];
    report(`pipelines[${index}].tagPattern`, pattern.error, 'write one such as "service-test-*"');
    return [];
  });
  triggered.forEach((later, position) => {
    for (const earlier of triggered.slice(0, position)) checkPair(earlier, later, report);
  });
};

function checkPair(earlier: TriggeredPipeline, later: TriggeredPipeline, report: Report): void {
  if (shares(earlier, later) || shares(later, earlier)) return;
  const tag = commonTag(earlier.pattern, later.pattern);
  if (tag === undefined) return;
  const { name, tagPattern } = earlier.pipeline;
  report(
    `pipelines[${later.index}].tagPattern`,
    `the tag ${displayed(tag)} would start the pipeline ${displayed(name)} (${displayed(tagPattern)}) too`,
    `make the patterns different, or name ${displayed(name)} in sharesTagsWith`,
  );
}

function shares({ pipeline: one }: TriggeredPipeline, { pipeline: other }: TriggeredPipeline): boolean {
  return other.name !== undefined && one.sharesTagsWith?.includes(other.name) === true;
}

/** Tags are shared with other pipelines that exist. */
export const tagsAreSharedWithPipelines: PlatformRule = ({ pipelines }, report) => {
  const names = present(pipelines).map(([, { name }]) => name ?? '');
  for (const [index, { name, sharesTagsWith }] of present(pipelines)) {
    for (const [position, other] of present(sharesTagsWith)) {
      const setting = `pipelines[${index}].sharesTagsWith[${position}]`;
      if (other === name) {
        report(setting, 'a pipeline shares its tags with others', 'remove it');
      } else if (!names.includes(other)) {
        report(setting, 'the platform has no pipeline of this name', useOneOf(names, other));
      }
    }
  }
};
