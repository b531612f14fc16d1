import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
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
  readonly typeActions?: TypeActions;
}

/** IAM actions that CloudFormation needs, by resource type. */
export type TypeActions = { [type: string]: string[] };

/** Which boundaries accounts have. */
export interface BoundarySourceOptions extends BootstrapFactOptions {
  readonly template?: string;
  readonly boundary?: string;
  readonly workloadBoundary?: string;
  readonly holdsNothingElse?: boolean;
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
    )
    .option(
      '--type-actions <file>',
      'JSON file with the actions of resource types that are not known: { "<type>": ["service:Action"] }',
      readTypeActions,
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
    .option('--holds-nothing-else', 'the account has no programs whose roles lack the boundary')
    .option('--workload-boundary <file>', 'with --boundary: policy document of the boundary of roles that stacks make');
}

/**
 * The account of a place as it is bootstrapped by what the options name, or else by what is derived for the place. Files
 * are read once for all places.
 */
export function accountReader(options: BoundarySourceOptions): (place: PlacedTemplates) => AccountModel {
  const { template, boundary, workloadBoundary, qualifier, deploysWithBootstrapRoles, roleNamePrefix } = options;
  const { holdsNothingElse, typeActions } = options;
  const isDerived = template === undefined && boundary === undefined;
  if (workloadBoundary !== undefined && boundary === undefined) {
    throw new UsageError('--workload-boundary stands beside the boundary of the execution role: add --boundary <file>');
  }
  if (roleNamePrefix !== undefined && !isDerived) {
    throw new UsageError(
      '--role-name-prefix is for boundaries that are derived: leave it out, or the files of boundaries',
    );
  }
  const holdsOtherPrograms = holdsNothingElse ? false : undefined;
  const facts = { qualifier, deploysWithBootstrapRoles, holdsOtherPrograms };
  if (isDerived) {
    return (place) => {
      const bootstrapped = { qualifier, deploysWithBootstrapRoles, roleNamePrefixes: roleNamePrefix, typeActions };
      const { bootstrap } = derive(place, bootstrapped);
      return accountFor({ template: bootstrap.template }, place, facts);
    };
  }
  const source = readBoundary({ template, boundary, workloadBoundary });
  return (place) => accountFor(source, place, facts);
}

function readTypeActions(file: string): TypeActions {
  const given = parsed(file);
  const isList = (actions: unknown) => Array.isArray(actions) && actions.every((action) => typeof action === 'string');
  if (typeof given === 'object' && given !== null && Object.values(given).every(isList)) return given as TypeActions;
  throw new InvalidArgumentError('Write { "<type>": ["service:Action", ...] }.');
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new InvalidArgumentError(`It can't be read as JSON: ${(error as Error).message}.`);
  }
}
