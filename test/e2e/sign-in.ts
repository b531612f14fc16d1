import { createHash, randomBytes } from 'node:crypto';

export interface TokenRequest {
  /** Base address of the pool's sign-in domain. */
  readonly authUrl: string;
  readonly clientId: string;
}

/** An access token for a machine, by the client credentials grant. */
export async function machineToken(
  { authUrl, clientId }: TokenRequest,
  clientSecret: string,
  scope: string,
): Promise<string> {
  return accessToken(authUrl, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope,
  });
}

/** An access token for a staff user, by the authorization code grant with PKCE, as the web client does it. */
export async function staffToken(
  { authUrl, clientId }: TokenRequest,
  redirectUri: string,
  user: { readonly email: string; readonly password: string },
): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const parameters = {
    client_id: clientId,
    response_type: 'code',
    scope: 'openid email profile',
    redirect_uri: redirectUri,
    state: 'state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  const page = await fetch(`${authUrl}/oauth2/authorize?${new URLSearchParams(parameters)}`);
  if (!page.ok) throw new Error(`the sign-in page answered ${page.status}: ${await page.text()}`);
  const signedIn = await fetch(`${authUrl}/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...parameters, username: user.email, password: user.password }),
  });
  const code = new URL(signedIn.headers.get('location') ?? 'missing:').searchParams.get('code');
  if (!code) throw new Error(`signing in answered ${signedIn.status} without a code: ${await signedIn.text()}`);
  return accessToken(authUrl, {
    grant_type: 'authorization_code',
    client_id: clientId,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
  });
}

async function accessToken(authUrl: string, form: Record<string, string>): Promise<string> {
  const answer = await fetch(`${authUrl}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  const body = (await answer.json()) as { access_token?: string };
  if (!body.access_token) throw new Error(`the token endpoint answered ${answer.status}: ${JSON.stringify(body)}`);
  return body.access_token;
}
