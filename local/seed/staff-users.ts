import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { StaffUser } from '../environment';
import { SEEDED_COMPACT, SEEDED_JURISDICTION } from './machine-clients';

/** Known to everybody: it protects nothing but test data on loopback. */
const SANDBOX_PASSWORD = 'Local-run-password-1';

interface StaffUserSeed extends Pick<StaffUser, 'role' | 'email' | 'compactActions' | 'jurisdictionActions'> {
  readonly givenName: string;
  readonly familyName: string;
}

const STAFF_USERS: readonly StaffUserSeed[] = [
  {
    role: 'board executive director',
    email: 'director@oh.example.org',
    givenName: 'Dana',
    familyName: 'Director',
    compactActions: [],
    jurisdictionActions: { [SEEDED_JURISDICTION]: ['admin', 'readPrivate', 'write'] },
  },
  {
    role: 'board staff',
    email: 'staff@oh.example.org',
    givenName: 'Sam',
    familyName: 'Staff',
    compactActions: [],
    jurisdictionActions: { [SEEDED_JURISDICTION]: ['write'] },
  },
];

export interface StaffSeedTarget {
  readonly cognito: CognitoIdentityProviderClient;
  readonly dynamoDb: DynamoDBClient;
  readonly userPoolId: string;
  readonly usersTable: string;
  /** Written to the records, UTC, second precision. */
  readonly now: Date;
}

/** Makes staff users with permanent passwords and their records (spec 06 section 4). */
export async function seedStaffUsers(target: StaffSeedTarget): Promise<StaffUser[]> {
  return Promise.all(STAFF_USERS.map(async (seed) => seedStaffUser(target, seed)));
}

async function seedStaffUser({ cognito, dynamoDb, userPoolId, usersTable, now }: StaffSeedTarget, seed: StaffUserSeed) {
  const { givenName, familyName, ...user } = seed;
  const { User } = await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: userPoolId,
      Username: seed.email,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: seed.email },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  const userId = User!.Attributes!.find(({ Name }) => Name === 'sub')!.Value!;
  const login = { UserPoolId: userPoolId, Username: seed.email, Password: SANDBOX_PASSWORD, Permanent: true };
  await cognito.send(new AdminSetUserPasswordCommand(login));
  await DynamoDBDocumentClient.from(dynamoDb).send(
    new PutCommand({ TableName: usersTable, Item: staffUserRecord(seed, userId, now) }),
  );
  return { ...user, password: SANDBOX_PASSWORD, userId, compact: SEEDED_COMPACT, mfa: 'not enrolled' as const };
}

/** A record as the administration of staff users stores it; empty sets are left out. */
export function staffUserRecord(seed: StaffUserSeed, userId: string, now: Date) {
  const jurisdictions = Object.entries(seed.jurisdictionActions).filter(([, actions]) => actions.length > 0);
  return {
    pk: `USER#${userId}`,
    sk: `COMPACT#${SEEDED_COMPACT}`,
    type: 'user',
    userId,
    compact: SEEDED_COMPACT,
    attributes: { email: seed.email, givenName: seed.givenName, familyName: seed.familyName },
    permissions: {
      ...(seed.compactActions.length > 0 && { actions: new Set(seed.compactActions) }),
      jurisdictions: Object.fromEntries(jurisdictions.map(([name, actions]) => [name, new Set(actions)])),
    },
    status: 'inactive',
    famGiv: `${seed.familyName}#${seed.givenName}`,
    dateOfUpdate: now.toISOString().replace(/\.\d{3}Z$/, '+00:00'),
  };
}
