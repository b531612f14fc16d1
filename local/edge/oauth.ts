import { IncomingMessage, ServerResponse } from 'node:http';
import {
  CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  ListUserPoolClientsCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { forward } from './forward';
import { readBody, sendJson } from '../tools/http';

export interface OauthOptions {
  readonly endpoint: string;
  readonly cognito: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  /** Path under which these endpoints are served, `/auth/staff`. */
  readonly base: string;
}

interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret?: string;
}

/**
 * The OAuth endpoints of one user pool's domain. The emulator has one set for all pools; this tells the pools apart,
 * and mends where the emulator differs from Cognito.
 */
export class OauthEndpoints {
  constructor(private readonly options: OauthOptions) {}

  public async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { endpoint, userPoolId, base } = this.options;
    const path = url.pathname.slice(base.length);
    if (path.startsWith('/.well-known/')) {
      forward(request, response, { endpoint, path: `/${userPoolId}${path}` });
      return;
    }
    const body = request.method === 'POST' ? await readBody(request) : undefined;
    const parameters = body ? new URLSearchParams(body.toString('utf8')) : url.searchParams;
    const client = clientOf(request, parameters);
    if (client && !(await this.hasClient(client.clientId))) {
      sendJson(response, 400, { error: 'invalid_client' });
    } else if (path === '/oauth2/revoke' && client) {
      await this.revoke(response, client, parameters.get('token') ?? '');
    } else if (path === '/oauth2/token' && client && parameters.get('grant_type') === 'refresh_token') {
      await this.refresh(response, client, parameters.get('refresh_token') ?? '');
    } else {
      // The emulator serves its sign-in page under the authorization endpoint only.
      const target = request.method === 'GET' && path === '/login' ? '/oauth2/authorize' : path;
      const rewriteHtml = (html: string) => html.replaceAll('action="/login"', `action="${base}/login"`);
      forward(request, response, { endpoint, path: `${target}${url.search}`, body, rewriteHtml });
    }
  }

  private async hasClient(clientId: string): Promise<boolean> {
    const { cognito, userPoolId } = this.options;
    const page = new ListUserPoolClientsCommand({ UserPoolId: userPoolId, MaxResults: 60 });
    const { UserPoolClients } = await cognito.send(page);
    return UserPoolClients?.some(({ ClientId }) => ClientId === clientId) ?? false;
  }

  /** The emulator revokes refresh tokens through its API only. */
  private async revoke(response: ServerResponse, client: ClientCredentials, Token: string): Promise<void> {
    const { clientId: ClientId, clientSecret: ClientSecret } = client;
    try {
      await this.options.cognito.send(new RevokeTokenCommand({ Token, ClientId, ClientSecret }));
      response.writeHead(200).end();
    } catch {
      sendJson(response, 400, { error: 'invalid_request' });
    }
  }

  /** At its token endpoint the emulator refreshes without telling the pre-token function who the user is; here it does. */
  private async refresh(response: ServerResponse, client: ClientCredentials, RefreshToken: string): Promise<void> {
    const { clientId: ClientId, clientSecret: ClientSecret } = client;
    try {
      const { AuthenticationResult } = await this.options.cognito.send(
        new GetTokensFromRefreshTokenCommand({ RefreshToken, ClientId, ClientSecret }),
      );
      const { AccessToken, IdToken, ExpiresIn } = AuthenticationResult!;
      const tokens = { id_token: IdToken, access_token: AccessToken, expires_in: ExpiresIn, token_type: 'Bearer' };
      sendJson(response, 200, tokens);
    } catch {
      sendJson(response, 400, { error: 'invalid_grant' });
    }
  }
}

/** Client of a request, from basic authentication or from its parameters. */
export function clientOf(request: IncomingMessage, parameters: URLSearchParams): ClientCredentials | undefined {
  const [scheme, encoded] = request.headers.authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() === 'basic' && encoded) {
    const [id, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    return { clientId: id, clientSecret: secret.join(':') };
  }
  const clientId = parameters.get('client_id');
  return clientId ? { clientId, clientSecret: parameters.get('client_secret') ?? undefined } : undefined;
}
