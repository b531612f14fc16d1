import { supplement, usualCalls } from './supplied-type';

export const COGNITO = supplement(
  { prefix: 'cognito-idp', page: 'list_amazoncognitouserpools' },
  {
    'AWS::Cognito::UserPoolIdentityProvider': usualCalls('IdentityProvider', 'Describe'),
  },
);
