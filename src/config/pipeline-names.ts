import type { PipelineSettings } from './platform-settings';

type Named = Partial<Pick<PipelineSettings, 'name' | 'pipelineName' | 'roleName'>>;

/** Physical name of a pipeline. */
export function pipelineNameOf(applicationName: string, { name, pipelineName }: Named): string {
  return pipelineName ?? `${applicationName}-${name}`;
}

/** Name of the role with which a pipeline works: what bootstrapped accounts trust. */
export function roleNameOf(applicationName: string, { name, roleName }: Named): string {
  return roleName ?? `${applicationName}-${name}-pipeline`;
}
