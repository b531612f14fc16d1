import { Report, Rule } from './rule';

export const ACCOUNT_ID = /^\d{12}$/;

export const REGION = /^[a-z]{2,}(?:-[a-z]+){1,2}-[1-9]\d?$/;

/** Accounts and regions look like ones, those of backups too. */
export const accountsAndRegionsAreSound: Rule = ({ environment }, report) => {
  checkAccount('environment.account', environment?.account, report);
  checkRegion('environment.region', environment?.region, report);
  checkAccount('environment.backup.accountId', environment?.backup?.accountId, report);
  checkRegion('environment.backup.region', environment?.backup?.region, report);
};

export function checkAccount(setting: string, account: string | undefined, report: Report): void {
  if (account === undefined || ACCOUNT_ID.test(account)) return;
  report(setting, 'an account id has twelve digits', 'write the id of the AWS account, with its leading zeros');
}

export function checkRegion(setting: string, region: string | undefined, report: Report): void {
  if (region === undefined || REGION.test(region)) return;
  report(setting, 'it is not the name of a region', 'write one such as "us-east-1"');
}
