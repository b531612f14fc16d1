import { supplement } from './supplied-type';

export const IOT = supplement(
  { prefix: 'iot', page: 'list_awsiot' },
  {
    // The service has two calls for the same, an older and a newer one.
    'AWS::IoT::PolicyPrincipalAttachment': {
      create: 'AttachPolicy AttachPrincipalPolicy',
      read: 'ListPolicyPrincipals ListPrincipalPolicies ListTargetsForPolicy',
      delete: 'DetachPolicy DetachPrincipalPolicy',
    },
    'AWS::IoT::ThingPrincipalAttachment': {
      create: 'AttachThingPrincipal',
      read: 'ListThingPrincipals',
      delete: 'DetachThingPrincipal',
    },
  },
);
