import { supplement } from './supplied-type';

export const EVENT_BRIDGE = supplement(
  { prefix: 'events', page: 'list_amazoneventbridge' },
  {
    'AWS::Events::EventBusPolicy': {
      create: 'PutPermission',
      read: 'DescribeEventBus',
      update: 'PutPermission',
      delete: 'RemovePermission',
    },
  },
);
