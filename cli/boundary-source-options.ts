import { Command, Option } from 'commander';
import { UsageError } from './exit-codes';
import { accountFor, readBoundary } from '../src/boundary/boundary-source';
import { derive } from '../src/boundary/derivation';
import type { PlacedTemplates } from '../src/boundary/placed-templates';
import type { AccountModel } from '../src/core/boundary/account/account-model';

/** What a bootstrap is told that templates don't tell. */
export interface BootstrapFactOptions {
  readonly qualifier?: string;
  readonly deploysWithBootstrapRoles?: boolean;
  readonly roleNamePrefix?: string[];
}

/** Which boundaries accounts have. */
export interface BoundarySourceOptions extends BootstrapFactOptions {
  readonly template?: string;
  readonly boundary?: string;
  readonly workloadBoundary?: string;
}

export function addBootstrapFactOptions(command: Command): Command {
  return command
    .option('--qualifier <qualifier>', 'qualifier of the bootstrap (default: that of the template, or of the CDK)')
    .option(
      '--deploys-with-bootstrap-roles',
      'programs of stacks, such as those of pipelines, are meant to take on bootstrap roles',
    )
    .option(
      '--role-name-prefix <prefix...>',
      'how names of roles, users and policies begin that stacks may make, in a derived boundary',
    );
}

export function addBoundarySourceOptions(command: Command): Command {
  return addBootstrapFactOptions(command)
    .addOption(
      new Option(
        '--template <file>',
        'bootstrap template, of the CDK or your own (default: what boundary derive gives)',
      ).conflicts(['boundary', 'workloadBoundary']),
    )
    .option('--boundary <file>', 'policy document of the boundary of the execution role, in place of a template')
    .option('--workload-boundary <file>', 'with --boundary: policy document of the boundary of roles that stacks make');
}

/**
 * The account of a place as it is bootstrapped by what the options name, or else by what is derived for the place. Files
 * are read once for all places.
 */
export function accountReader(options: BoundarySourceOptions): (place: PlacedTemplates) => AccountModel {
  const { template, boundary, workloadBoundary, qualifier, deploysWithBootstrapRoles, roleNamePrefix } = options;
  const isDerived = template === undefined && boundary === undefined;
  if (workloadBoundary !== undefined && boundary === undefined) {
    throw new UsageError('--workload-boundary stands beside the boundary of the execution role: add --boundary <file>');
  }
  if (roleNamePrefix !== undefined && !isDerived) {
    throw new UsageError(
      '--role-name-prefix is for boundaries that are derived: leave it out, or the files of boundaries',
    );
  }
  const facts = { qualifier, deploysWithBootstrapRoles };
  if (isDerived) {
    return (place) => {
      const { bootstrap } = derive(place, { ...facts, roleNamePrefixes: roleNamePrefix });
      return accountFor({ template: bootstrap.template }, place, facts);
    };
  }
  const source = readBoundary({ template, boundary, workloadBoundary });
  return (place) => accountFor(source, place, facts);
}
