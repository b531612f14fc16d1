import { supplement } from './supplied-type';

const TAGS = { tag: 'TagResource', untag: 'UntagResource' };

export const APP_STREAM = supplement(
  { prefix: 'appstream', page: 'list_amazonappstream2.0' },
  {
    'AWS::AppStream::Fleet': {
      create: 'CreateFleet StartFleet',
      read: 'DescribeFleets ListTagsForResource',
      // Most properties of a fleet can be changed only while it is stopped.
      update: 'StartFleet StopFleet UpdateFleet',
      delete: 'DeleteFleet StopFleet',
      passedRoles: { IamRoleArn: 'appstream.amazonaws.com' },
      ...TAGS,
    },
    'AWS::AppStream::Stack': {
      create: 'CreateStack',
      read: 'DescribeStacks ListTagsForResource',
      update: 'UpdateStack',
      delete: 'DeleteStack',
      ...TAGS,
    },
    'AWS::AppStream::StackFleetAssociation': {
      create: 'AssociateFleet',
      read: 'ListAssociatedFleets ListAssociatedStacks',
      update: 'AssociateFleet DisassociateFleet',
      delete: 'DisassociateFleet',
    },
    'AWS::AppStream::StackUserAssociation': {
      create: 'BatchAssociateUserStack',
      read: 'DescribeUserStackAssociations',
      delete: 'BatchDisassociateUserStack',
    },
    'AWS::AppStream::User': { create: 'CreateUser', read: 'DescribeUsers', delete: 'DeleteUser' },
  },
);
