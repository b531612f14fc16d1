import type { Discovered } from '../deploy/discover';
import type { Clients } from '../emulator/clients';
import type { LocalEnvironment } from '../environment';
import { seedMachineClients } from './machine-clients';
import { seedStaffUsers } from './staff-users';
import { LocalRunError } from '../tools/errors';

/** Construct id of the table with the records of staff users. */
const USERS_TABLE = 'UsersTable';

/** Makes who may sign in. */
export async function seed(
  { cognito, dynamoDb }: Pick<Clients, 'cognito' | 'dynamoDb'>,
  { pools, tables }: Discovered,
  now: Date,
): Promise<Pick<LocalEnvironment, 'machineClients' | 'staffUsers'>> {
  const usersTable = tables[USERS_TABLE];
  if (!usersTable) {
    throw new LocalRunError(
      `the deployed stacks have no table with the construct id ${USERS_TABLE}: the local run keeps the records of its staff users there`,
    );
  }
  const [machineClients, staffUsers] = await Promise.all([
    seedMachineClients(cognito, pools.state.id),
    seedStaffUsers({ cognito, dynamoDb, userPoolId: pools.staff.id, usersTable, now }),
  ]);
  return { machineClients, staffUsers };
}
