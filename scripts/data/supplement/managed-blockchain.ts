import { supplement, usualCalls } from './supplied-type';

const SERVICE_LINKED_ROLES = [{ service: 'managedblockchain.amazonaws.com' }];

export const MANAGED_BLOCKCHAIN = supplement(
  { prefix: 'managedblockchain', page: 'list_amazonmanagedblockchain' },
  {
    'AWS::ManagedBlockchain::Member': {
      ...usualCalls('Member', 'Get', 'GetNetwork', 'ListInvitations', 'ListMembers'),
      // The first member comes with its network.
      onlyWith: [{ properties: ['NetworkConfiguration'], create: 'CreateNetwork' }],
      serviceLinkedRoles: SERVICE_LINKED_ROLES,
    },
    'AWS::ManagedBlockchain::Node': {
      ...usualCalls('Node', 'Get', 'GetNetwork', 'ListNodes'),
      serviceLinkedRoles: SERVICE_LINKED_ROLES,
    },
  },
);
