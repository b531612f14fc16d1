import { PlatformRule } from './platform-rule';

/** A platform has environments, and what its pipelines need. */
export const nothingIsMissing: PlatformRule = ({ environments, deployAccount, source, pipelines }, report) => {
  if (environments?.length === 0) {
    report('environments', 'a platform has at least one environment', 'add one, or load the file that has it as well');
  }
  if (!pipelines?.length) return;
  if (deployAccount === undefined) {
    report(
      'deployAccount',
      'pipelines need an account to run in',
      'give account and region, or leave the pipelines out',
    );
  }
  if (source === undefined) {
    report(
      'source',
      'pipelines need a repository to deploy from',
      'give the repository and the ARN of the connection, or leave the pipelines out',
    );
  }
};
