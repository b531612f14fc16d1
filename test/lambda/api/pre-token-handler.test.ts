import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { createPreTokenHandler } from '../../../lambda/api/pre-token-handler';

function signIn(sub?: string): PreTokenGenerationV2TriggerEvent {
  return { request: { userAttributes: { sub } }, response: {} } as unknown as PreTokenGenerationV2TriggerEvent;
}

test('the scopes of the user are added, and the scope that lets users change their e-mail is taken away', async () => {
  const handler = createPreTokenHandler(async (userId) => ({
    scopesToAdd: ['profile', `${userId}/readGeneral`],
    scopesToSuppress: ['aws.cognito.signin.user.admin'],
  }));

  const { response } = await handler(signIn('aslp'));

  expect(response).toEqual({
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: {
        scopesToAdd: ['profile', 'aslp/readGeneral'],
        scopesToSuppress: ['aws.cognito.signin.user.admin'],
      },
    },
  });
});

test('a failure gives a token without custom scopes instead of failing the sign-in', async () => {
  const { response } = await createPreTokenHandler(() => Promise.reject(new Error('table is down')))(signIn('x'));

  expect(response).toEqual({ claimsAndScopeOverrideDetails: null });
});

test('a sign-in without a user id gives a token without custom scopes', async () => {
  const { response } = await createPreTokenHandler(() => Promise.reject(new Error('never called')))(signIn());

  expect(response).toEqual({ claimsAndScopeOverrideDetails: null });
});
