import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { upstreamShape } from './bootstrap-content/upstream-shape';
import { SynthesizedInstallation, synthesizedInstallation } from './made-up-installation';
import { backupCopiesTemplate } from '../src/bootstrap/backup-copies';
import { BoundaryContent } from '../src/bootstrap/boundary-content';
import { PermissionsBoundaryBootstrap } from '../src/bootstrap/permissions-boundary-bootstrap';

/** Renders bootstrap-templates/, one template for each kind of account of an installation like CompactConnect's. */
export const TEMPLATE_FOLDER = resolve(__dirname, '..', 'bootstrap-templates');

/** What the overlay found in the upstream template when the templates were rendered last. */
export const UPSTREAM_SHAPE = join(TEMPLATE_FOLDER, 'upstream-shape.json');

/** Names of stacks begin so (`applicationName`), and so do names that CloudFormation makes. */
const APPLICATION = 'compact-connect';
const STACKS = `${APPLICATION}-`;
/** Roles of pipelines have names of their own, which the environments' accounts know. */
const PIPELINE_ROLES = 'CompactConnect-';

/** The bootstraps by the name of their file. */
export function bootstraps(): Record<string, PermissionsBoundaryBootstrap> {
  const installations = new Map(['test', 'beta', 'prod'].map((name) => [name, synthesizedInstallation(name)]));
  const { assembly, deployAccount } = installations.get('prod')!;
  return {
    ...Object.fromEntries([...installations].map(([name, each]) => [`${name}.yaml`, environmentBootstrap(name, each)])),
    'deploy-account.yaml': new PermissionsBoundaryBootstrap({
      variant: 'deploy-account',
      boundaryContent: BoundaryContent.ofAssembly(assembly, [deployAccount]),
      roleNamePrefixes: [STACKS, PIPELINE_ROLES],
      deploysWithBootstrapRoles: true,
    }),
    'secondary-account.yaml': new PermissionsBoundaryBootstrap({
      variant: 'secondary-account',
      boundaryContent: BoundaryContent.ofTemplates([backupCopiesTemplate(APPLICATION)]),
      roleNamePrefixes: [STACKS],
    }),
  };
}

function environmentBootstrap(name: string, { assembly, environment }: SynthesizedInstallation) {
  return new PermissionsBoundaryBootstrap({
    variant: name,
    boundaryContent: BoundaryContent.ofAssembly(assembly, [environment]),
    trustedRoles: ['Backend', 'Frontend'].map((part) => `${PIPELINE_ROLES}${name}-${part}-CrossAccountRole`),
    roleNamePrefixes: [STACKS],
    serviceLinkedRoles: ['opensearchservice.amazonaws.com'],
  });
}

if (require.main === module) {
  mkdirSync(TEMPLATE_FOLDER, { recursive: true });
  const rendered = bootstraps();
  for (const [file, bootstrap] of Object.entries(rendered)) {
    bootstrap.writeTo(join(TEMPLATE_FOLDER, file));
    console.log(`rendered bootstrap-templates/${file}`);
  }
  writeFileSync(UPSTREAM_SHAPE, `${JSON.stringify(upstreamShape(Object.values(rendered)), undefined, 2)}\n`);
}
