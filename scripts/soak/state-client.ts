import { CognitoIdentityProviderClient, CreateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { emulatorSettings } from './emulator-clients';
import { UploadForm, uploadFile } from './upload-file';
import type { LocalEnvironment } from '../../local/environment';

/** Member of every compact of the sandbox app. */
const JURISDICTION = 'oh';

/**
 * Uploads a file of licenses as the IT system of a state does: with a client that an operator made for it, a token, a
 * signed form, and the form with the file. Returns the key under which the file arrived.
 */
export async function uploadAsState(environment: LocalEnvironment, compact: string, file: Blob): Promise<string> {
  const url = `${environment.apis.state}/v1/compacts/${compact}/jurisdictions/${JURISDICTION}/licenses/bulk-upload`;
  const token = await tokenFor(environment, `${JURISDICTION}/${compact}.write`);
  const { upload } = await answerOf<{ upload: UploadForm }>(
    await fetch(url, { headers: { authorization: `Bearer ${token}` } }),
  );
  const fields: Record<string, string> = { ...upload.fields, 'Content-Type': 'text/csv' };
  const { status, text } = await uploadFile({ url: upload.url, fields }, file, environment.emulator.certificate);
  if (status >= 300) throw new Error(`the upload was answered with ${status}: ${text}`);
  return fields.key;
}

async function tokenFor(environment: LocalEnvironment, scope: string): Promise<string> {
  const { url, userPoolId } = environment.auth.state;
  const { UserPoolClient } = await new CognitoIdentityProviderClient(emulatorSettings(environment)).send(
    new CreateUserPoolClientCommand({
      UserPoolId: userPoolId,
      ClientName: 'soak',
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: [scope],
    }),
  );
  const { ClientId, ClientSecret } = UserPoolClient!;
  const form = { grant_type: 'client_credentials', client_id: ClientId!, client_secret: ClientSecret!, scope };
  const answer = await fetch(`${url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  return (await answerOf<{ access_token: string }>(answer)).access_token;
}

async function answerOf<Shape>(answer: Response): Promise<Shape> {
  if (!answer.ok) throw new Error(`${answer.url} answered with ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Shape;
}
