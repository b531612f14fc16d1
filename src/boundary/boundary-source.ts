import { readDocument } from './assembly/read-document';
import { ReadingProblems } from './assembly/reading-problems';
import type { PlacedTemplates } from './placed-templates';
import { requireNoProblems } from './require-no-problems';
import { boundaryTables } from './tables';
import type { AccountModel } from '../core/boundary/account/account-model';
import { accountModel } from '../core/boundary/account/read-account';

/** Files that say what a bootstrapped account allows. */
export interface BoundaryFiles {
  /** Bootstrap template, JSON or YAML: the CDK's, one of ours, one's own. */
  readonly template?: string;
  /** Policy document of the execution role's boundary, where there is no template. */
  readonly boundary?: string;
  /** Policy document of the boundary that roles of stacks carry, beside `boundary`. */
  readonly workloadBoundary?: string;
}

/** The same, read. */
export interface BoundarySource {
  readonly template?: unknown;
  readonly boundary?: unknown;
  readonly workloadBoundary?: unknown;
}

/** What an account has that its bootstrap template doesn't tell. */
export interface AccountOptions {
  readonly qualifier?: string;
  /** Its programs are meant to take on bootstrap roles, as those of pipelines are. */
  readonly deploysWithBootstrapRoles?: boolean;
  /** Whether it holds programs whose roles have no boundary of this bootstrap; nobody knows when missing. */
  readonly holdsOtherPrograms?: boolean;
}

/** @throws ConfigurationError with everything that can't be read */
export function readBoundary({ template, boundary, workloadBoundary }: BoundaryFiles): BoundarySource {
  const problems = new ReadingProblems();
  const read = (file: string | undefined) => (file === undefined ? undefined : readDocument(file, problems));
  const source = { template: read(template), boundary: read(boundary), workloadBoundary: read(workloadBoundary) };
  requireNoProblems(problems.all);
  return source;
}

/** The account as it would be, bootstrapped so. */
export function accountFor(
  source: BoundarySource,
  { account, region, partition }: Pick<PlacedTemplates, 'account' | 'region' | 'partition'>,
  options: AccountOptions = {},
): AccountModel {
  const { managedPolicies } = boundaryTables();
  return accountModel({ ...source, ...options, account, region, partition, managedPolicies });
}
