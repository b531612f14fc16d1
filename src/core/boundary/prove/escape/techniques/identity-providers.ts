import { oneOf, step } from '../attempt';
import type { Technique } from '../attempt';

/**
 * Providers that vouch for people and programs outside: roles that trust one trust whoever it names. A new provider is
 * trusted by nobody but roles whose trust names it, and trust of stronger roles is a path of its own.
 */
export const identityProviders: Technique = (world) => [
  {
    path: 'change an OIDC provider that stronger roles trust',
    targets: [{ pattern: world.iam('oidc-provider/*') }],
    steps: [
      step(
        'an OIDC provider that is there lets the attacker in',
        ...oneOf(['iam:AddClientIDToOpenIDConnectProvider', 'iam:UpdateOpenIDConnectProviderThumbprint'], 'target'),
      ),
    ],
    remedy: 'do not allow changes of OIDC providers',
  },
  {
    path: 'put another OIDC provider in the place of one that stronger roles trust',
    targets: [{ pattern: world.iam('oidc-provider/*') }],
    steps: [
      step('an OIDC provider that is there deleted', { action: 'iam:DeleteOpenIDConnectProvider', resource: 'target' }),
      step('AWS::IAM::OIDCProvider of the same address with other clients and certificates', {
        action: 'iam:CreateOpenIDConnectProvider',
        resource: 'target',
      }),
    ],
    remedy: 'do not allow changes of OIDC providers',
  },
  {
    path: 'change a SAML provider that stronger roles trust',
    targets: [{ pattern: world.iam('saml-provider/*') }],
    steps: [
      step('other metadata for a SAML provider that is there', {
        action: 'iam:UpdateSAMLProvider',
        resource: 'target',
      }),
    ],
    remedy: 'do not allow changes of SAML providers',
  },
  {
    path: 'put another SAML provider in the place of one that stronger roles trust',
    targets: [{ pattern: world.iam('saml-provider/*') }],
    steps: [
      step('a SAML provider that is there deleted', { action: 'iam:DeleteSAMLProvider', resource: 'target' }),
      step('AWS::IAM::SAMLProvider of the same name with the metadata of the attacker', {
        action: 'iam:CreateSAMLProvider',
        resource: 'target',
      }),
    ],
    remedy: 'do not allow changes of SAML providers',
  },
];
