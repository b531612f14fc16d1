import { displayed } from '../../problem';
import { ACCOUNT_ID, REGION } from '../accounts';
import { Report } from '../rule';
import { PlatformRule } from './platform-rule';

/** Names of GitHub, GitLab and Bitbucket; GitLab has groups in groups. */
export const REPOSITORY = /^[\w.-]+(?:\/[\w.-]+)+$/;

/**
 * CodeConnections API, ConnectionArn, which takes anything behind the last slash; connections that were made before
 * the service got its present name keep the old one.
 */
export const CONNECTION_ARN =
  /^arn:aws[a-z-]*:(?:codestar-connections|codeconnections):([a-z0-9-]+):(\d{12}):connection\/[\w-]+$/;

/** The source is a repository, and the connection to it is in the account and region of the pipelines. */
export const sourceCanBeReached: PlatformRule = ({ source, deployAccount }, report) => {
  checkRepository(source?.repository, report);
  if (source?.connectionArn === undefined) return;
  const [arn, region, account] = CONNECTION_ARN.exec(source.connectionArn) ?? [];
  if (arn === undefined) {
    report(
      'source.connectionArn',
      'it is not the ARN of a connection',
      'copy one such as "arn:aws:codeconnections:us-east-1:111122223333:connection/…" from the deploy account',
    );
    return;
  }
  checkSame('account', account, deployAccount?.account, ACCOUNT_ID, report);
  checkSame('region', region, deployAccount?.region, REGION, report);
};

function checkRepository(repository: string | undefined, report: Report): void {
  if (repository === undefined || REPOSITORY.test(repository)) return;
  const proposal = repository.replace(/^(?:https:\/\/[^/]+\/|git@[^:]+:)/, '').replace(/(?:\.git)?\/?$/, '');
  report(
    'source.repository',
    'a repository is named by its owner and its name',
    REPOSITORY.test(proposal) ? `write ${displayed(proposal)}` : 'write it as "owner/name"',
  );
}

/** A deploy account that doesn't look like one is reported there, and then compares with nothing. */
function checkSame(what: string, found: string, expected: string | undefined, isSound: RegExp, report: Report): void {
  if (expected === undefined || !isSound.test(expected) || found === expected) return;
  report(
    'source.connectionArn',
    `its ${what} is ${found}, and the pipelines are in ${expected}`,
    'name a connection of the deploy account',
  );
}
