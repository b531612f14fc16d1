import type { Reviews } from '../review';
import { supplement, SuppliedType, usualCalls } from './supplied-type';

const PAGE = { prefix: 'greengrass', page: 'list_awsiotgreengrass' };

/** What a group is composed of: each kind has a definition and versions of it, with calls of the same form. */
const KINDS = ['Connector', 'Core', 'Device', 'Function', 'Logger', 'Resource', 'Subscription'];

/** The first version may stand in the definition. */
function withVersions(name: string): SuppliedType {
  return {
    ...usualCalls(name, 'Get', `Get${name}Version`, 'ListTagsForResource'),
    create: `Create${name} Create${name}Version`,
    tag: 'TagResource',
    untag: 'UntagResource',
  };
}

function version(name: string): SuppliedType {
  return { create: `Create${name}Version`, read: `Get${name}Version` };
}

const DEFINITIONS = KINDS.map((kind) =>
  supplement(PAGE, {
    [`AWS::Greengrass::${kind}Definition`]: withVersions(`${kind}Definition`),
    [`AWS::Greengrass::${kind}DefinitionVersion`]: version(`${kind}Definition`),
  }),
);

const GROUPS = supplement(PAGE, {
  'AWS::Greengrass::Group': {
    ...withVersions('Group'),
    onlyWith: [
      {
        properties: ['RoleArn'],
        create: 'AssociateRoleToGroup',
        read: 'GetAssociatedRole',
        update: 'AssociateRoleToGroup DisassociateRoleFromGroup',
        delete: 'DisassociateRoleFromGroup',
      },
    ],
    passedRoles: { RoleArn: 'greengrass.amazonaws.com' },
  },
  'AWS::Greengrass::GroupVersion': version('Group'),
});

export const GREENGRASS: Reviews = Object.assign({}, ...DEFINITIONS, GROUPS);
