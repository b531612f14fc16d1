import { CompactConnectRelease } from '../compact-connect-release';
import { PipelineSettings } from '../platform-settings';
import { isProduction } from '../purpose';

/** How the pipelines of an app of CompactConnect are named, and which tags start them (spec 01 sections 3.4 and 4.1). */
interface Naming {
  readonly tagPrefix: string;
  /** What stands in the names of a pipeline and its role; without it, names are the platform's defaults. */
  readonly names?: { readonly pipeline: string; readonly role: string };
}

const NAMINGS: Readonly<Record<string, Naming>> = {
  jcc: { tagPrefix: 'cc', names: { pipeline: 'compactConnect', role: 'Backend' } },
  cosmetology: { tagPrefix: 'cosm', names: { pipeline: 'cosmetology', role: 'Cosmetology' } },
  socialwork: { tagPrefix: 'sw', names: { pipeline: 'social-work', role: 'SocialWork' } },
};

/** Environments by the middle of the tags that deploy them: beta always mirrors the code of prod. */
const RELEASES = [
  { tag: 'test', environments: ['test'] },
  { tag: 'prod', environments: ['beta', 'prod'] },
];

/**
 * The pipelines of CompactConnect's environments.
 *
 * @param service value of the tag `Service`, which tells the apps apart
 * @param loaded names of the environments that there are
 */
export function derivePipelines(
  service: string,
  loaded: readonly string[],
  release: CompactConnectRelease,
): PipelineSettings[] {
  const naming = NAMINGS[service] ?? { tagPrefix: service };
  return RELEASES.flatMap(({ tag, environments }) => {
    const deployed = environments.filter((name) => loaded.includes(name));
    const ordered = release === CompactConnectRelease.ORDERED;
    const groups = ordered && deployed.length > 0 ? [deployed] : deployed.map((name) => [name]);
    return groups.map((group): PipelineSettings => {
      const name = group[group.length - 1];
      const sharing = deployed.filter((other) => !group.includes(other));
      return {
        name,
        tagPattern: `${naming.tagPrefix}-${tag}-*`,
        stages: group.map((environment) => ({
          environment,
          ...(ordered && isProduction({ name: environment }) && { approval: true }),
        })),
        ...(sharing.length > 0 && { sharesTagsWith: sharing }),
        ...(naming.names && {
          pipelineName: `${name}-${naming.names.pipeline}-backendPipeline`,
          roleName: `CompactConnect-${name}-${naming.names.role}-CrossAccountRole`,
        }),
      };
    });
  });
}
