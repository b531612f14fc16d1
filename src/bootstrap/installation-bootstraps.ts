import type { CloudAssembly, CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { backupCopiesTemplate } from './backup-copies';
import { bootstrapPurposes, placeName } from './bootstrap-places';
import { templateOf } from './bootstrap-plan';
import { BoundaryContent } from './boundary-content';
import { PermissionsBoundaryBootstrap } from './permissions-boundary-bootstrap';
import type { PlatformSettings } from '../config/platform-settings';

/** Name of a rendered template's file → the bootstrap. */
export type Bootstraps = ReadonlyMap<string, PermissionsBoundaryBootstrap>;

/** Names that CloudFormation makes begin with the name of the stack, of which it keeps about so many characters. */
const KEPT_OF_STACK_NAME = 20;

/**
 * The bootstraps of all accounts of an installation, made for what its app deploys to each.
 *
 * @param assembly the synthesized app with all pipelines
 * @throws ConfigurationError with everything that the boundaries can't be made of, or that does not fit into limits
 */
export function installationBootstraps(settings: PlatformSettings, assembly: CloudAssembly): Bootstraps {
  return new Map(
    bootstrapPurposes(settings).flatMap((purpose): [string, PermissionsBoundaryBootstrap][] => {
      const planned = templateOf(purpose, '.');
      if (planned === undefined) return [];
      const stacks = assembly.stacksRecursively.filter(
        ({ environment }) =>
          placeName({ account: environment.account, region: environment.region }) === placeName(purpose),
      );
      const bootstrap = new PermissionsBoundaryBootstrap({
        variant: planned.variant,
        boundaryContent:
          stacks.length === 0
            ? BoundaryContent.ofTemplates([backupCopiesTemplate(settings.applicationName)])
            : BoundaryContent.ofAssembly(assembly.directory, [placeName(purpose)]),
        trustedRoles: [...planned.trustedRoles],
        qualifier: settings.bootstrapQualifier,
        roleNamePrefixes: prefixes(settings, stacks),
        deploysWithBootstrapRoles: purpose.hasPipelines,
      });
      return [[`${planned.variant}.yaml`, bootstrap]];
    }),
  );
}

/** How names of roles begin that the stacks make: with the application, or else with their own or the stack's name. */
function prefixes({ applicationName }: PlatformSettings, stacks: readonly CloudFormationStackArtifact[]): string[] {
  const ofApplication = `${applicationName}-`;
  const names = stacks.flatMap(({ stackName, template }) => [stackName, ...namesOfRoles(template)]);
  const others = names
    .filter((name) => !name.startsWith(ofApplication))
    .map((name) => name.slice(0, KEPT_OF_STACK_NAME));
  return [...new Set([ofApplication, ...others])].sort();
}

interface RoleResource {
  readonly Type: string;
  readonly Properties?: { readonly RoleName?: unknown };
}

function namesOfRoles(template: { readonly Resources?: Readonly<Record<string, RoleResource>> }): string[] {
  return Object.values(template.Resources ?? {}).flatMap(({ Type: type, Properties: { RoleName: name } = {} }) =>
    type === 'AWS::IAM::Role' && typeof name === 'string' ? [name] : [],
  );
}
