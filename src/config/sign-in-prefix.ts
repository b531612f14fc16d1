/** The environment that the application's name alone stands for. */
const WITHOUT_SUFFIX = 'prod';

/**
 * The name of a sign-in domain below Cognito's own: `<application>-<pool>[-<environment>]` (spec 02 section 3.8). It is
 * unique in a region, so one environment goes without its name, and not every one for production.
 */
export function signInPrefix(applicationName: string, environmentName: string, pool: 'staff' | 'state-auth'): string {
  const suffix = environmentName === WITHOUT_SUFFIX ? '' : `-${environmentName}`;
  return `${applicationName}-${pool}${suffix}`;
}
