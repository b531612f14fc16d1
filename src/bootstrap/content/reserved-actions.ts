/** Services that give rights or reach other accounts: what is allowed of them is no content but the bootstrap's rules. */
const RESERVED = ['account', 'iam', 'identitystore', 'organizations', 'sso', 'sts'];

/** Actions of these services that change nothing and give nobody a role. */
const HARMLESS =
  /^(?:iam:(?:get|list|simulate)|organizations:describeorganization$|sts:get(?!federationtoken|sessiontoken|webidentitytoken))/i;

/** Whether content may not have an action, or a pattern of actions, because the boundary could be escaped by it. */
export function isReserved(action: string): boolean {
  const [service] = action.split(':');
  return RESERVED.includes(service.toLowerCase()) && !HARMLESS.test(action);
}
