import { checkAccount, checkRegion } from '../accounts';
import { checkNotifications } from '../notifications';
import { PlatformRule } from './platform-rule';

/** The account of the pipelines looks like one, and somebody hears of them. */
export const deployAccountIsSound: PlatformRule = ({ deployAccount }, report) => {
  checkAccount('deployAccount.account', deployAccount?.account, report);
  checkRegion('deployAccount.region', deployAccount?.region, report);
  checkNotifications('deployAccount.notifications', deployAccount?.notifications, report);
};
