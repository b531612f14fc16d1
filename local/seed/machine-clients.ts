import { CognitoIdentityProviderClient, CreateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { MachineClient, MachineClientName } from '../environment';

/** The compact and the jurisdiction that the local run seeds; both are in the sandbox's configuration. */
export const SEEDED_COMPACT = 'aslp';
export const SEEDED_JURISDICTION = 'oh';

const WRITE = `${SEEDED_JURISDICTION}/${SEEDED_COMPACT}.write`;
const READ = `${SEEDED_COMPACT}/readGeneral`;

const MACHINE_CLIENTS: Record<MachineClientName, Pick<MachineClient, 'name' | 'scopes'>> = {
  upload: { name: `local-${SEEDED_JURISDICTION}-upload-client-v1`, scopes: [WRITE, READ] },
  readOnly: { name: `local-${SEEDED_JURISDICTION}-read-only-client-v1`, scopes: [READ] },
};

/** Makes the clients of a state's IT system as an operator does (spec 06 section 8). */
export async function seedMachineClients(
  cognito: CognitoIdentityProviderClient,
  userPoolId: string,
): Promise<Record<MachineClientName, MachineClient>> {
  const entries = Object.entries(MACHINE_CLIENTS).map(async ([key, { name, scopes }]) => {
    const { UserPoolClient } = await cognito.send(
      new CreateUserPoolClientCommand({
        UserPoolId: userPoolId,
        ClientName: name,
        GenerateSecret: true,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: [...scopes],
        AccessTokenValidity: 15,
        TokenValidityUnits: { AccessToken: 'minutes' },
        PreventUserExistenceErrors: 'ENABLED',
      }),
    );
    const { ClientId, ClientSecret } = UserPoolClient!;
    return [key, { name, clientId: ClientId!, clientSecret: ClientSecret!, scopes }] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<MachineClientName, MachineClient>;
}
