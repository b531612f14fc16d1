import { IUserPool, IUserPoolClient, LambdaVersion, UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { MachineUserPool } from './machine-user-pool';
import { machineDomain, staffDomain } from './sign-in-domains';
import { StaffUserPool } from './staff-user-pool';
import type { LicensureBackendSettings } from '../../config/settings';
import { FUNCTIONS } from '../../core/contracts/functions';
import { resourceServers } from '../../core/contracts/scopes';
import { Deployment, deploymentOf } from '../../private/deployment';
import { HandlerFunction } from '../../private/handler-function';

/** The path that the web client of CompactConnect listens on. */
const DEFAULT_STAFF_CALLBACK_PATH = '/auth/callback/staff/jcc';

/** Properties of `CompactUserPools`. */
export interface CompactUserPoolsProps {
  /** What the backend is configured with: compacts, jurisdictions and the environment. */
  readonly settings: LicensureBackendSettings;
  /** Table with the permissions of staff users; the pre-token function reads it at each sign-in. */
  readonly staffUsersTable: ITable;
  /** Key that encrypts the logs of functions; CloudWatch Logs must be allowed to use it. */
  readonly encryptionKey: IKey;
  /** Topic that hears of the alarms of the pre-token function. */
  readonly alarmTopic: ITopic;
  /**
   * Path below the web client's address to which staff return after sign-in.
   *
   * @default '/auth/callback/staff/jcc', where the web client of CompactConnect listens
   */
  readonly staffCallbackPath?: string;
}

/**
 * User pools of a licensure compact: one for staff, who sign in on web pages, and one for the IT systems of states, which
 * sign in with client credentials.
 *
 * Both pools have a resource server per compact and one per jurisdiction that is a member of any compact, with the scopes
 * that tokens carry, e.g. `aslp/readGeneral` and `oh/aslp.write`. Staff get theirs from the pre-token function, by what
 * the staff users table grants them; systems get what their app client was given.
 *
 * Cognito allows 25 resource servers per pool unless a higher quota was granted.
 */
export class CompactUserPools extends Construct {
  /** Pool of compact, board and commission staff. */
  public readonly staffPool: IUserPool;
  /** App client of the web client in the staff pool; it has no secret. */
  public readonly staffClient: IUserPoolClient;
  /** Host name of the staff pool's sign-in pages and token endpoint, without scheme. */
  public readonly staffDomainName: string;
  /** Pool of the states' IT systems; operators make one app client per system. */
  public readonly machinePool: IUserPool;
  /** Host name of the machine pool's token endpoint, without scheme. */
  public readonly machineDomainName: string;

  public constructor(scope: Construct, id: string, props: CompactUserPoolsProps) {
    super(scope, id);
    const deployment = deploymentOf(props.settings);
    const { staffCallbackPath = DEFAULT_STAFF_CALLBACK_PATH } = props;
    requirePath(staffCallbackPath);
    const staffPool = new StaffUserPool(this, 'StaffUsersGreen', deployment, staffCallbackPath);
    const machinePool = new MachineUserPool(this, 'StateAuthUsers', deployment);
    [staffPool, machinePool].forEach((pool) => addResourceServers(pool, deployment));
    this.addPreTokenFunction(staffPool, deployment, props);

    this.staffPool = staffPool;
    this.staffClient = staffPool.uiClient;
    this.staffDomainName = staffDomain(this, staffPool, deployment, props.encryptionKey).hostName;
    this.machinePool = machinePool;
    this.machineDomainName = machineDomain(machinePool, deployment).hostName;
  }

  private addPreTokenFunction(pool: UserPool, deployment: Deployment, props: CompactUserPoolsProps): void {
    const { staffUsersTable, encryptionKey, alarmTopic } = props;
    const preToken = new HandlerFunction(this, {
      contract: FUNCTIONS.staffPreToken,
      resources: { deployment, alarmTopic, sharedKey: encryptionKey, tables: { staffUsers: staffUsersTable } },
    });
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, preToken.function, LambdaVersion.V2_0);
  }
}

function requirePath(path: string): void {
  if (/^\/[\w/.~-]*$/.test(path)) return;
  throw new Error(
    `the staff callback path "${path}" is no path: begin it with a slash and leave out the host, e.g. "${DEFAULT_STAFF_CALLBACK_PATH}"`,
  );
}

function addResourceServers(pool: UserPool, { domain, members }: Deployment): void {
  for (const { identifier, scopes } of resourceServers(domain, members)) {
    pool.addResourceServer(`LicenseData-${identifier}`, {
      identifier,
      scopes: scopes.map((scopeName) => ({ scopeName, scopeDescription: `${scopeName} of ${identifier}` })),
    });
  }
}
