import { step } from '../attempt';
import type { Technique } from '../attempt';

/** Stack sets deploy with roles of their own, which are administrators as AWS documents them. */
export const stackSets: Technique = () => [
  {
    path: 'deploy a stack set',
    targets: [{ pattern: ['*'] }],
    steps: [
      step('AWS::CloudFormation::StackSet, which works with its own roles', {
        action: 'cloudformation:CreateStackSet',
        resource: 'anything',
      }),
      step('its instances, in this account or others', {
        action: 'cloudformation:CreateStackInstances',
        resource: 'anything',
      }),
    ],
    remedy: 'deny cloudformation:*StackSet* and cloudformation:*StackInstances',
  },
  {
    path: 'change a stack set that is there',
    targets: [{ pattern: ['*'] }],
    steps: [
      step('another template for a stack set that is there', {
        action: 'cloudformation:UpdateStackSet',
        resource: 'anything',
      }),
    ],
    remedy: 'deny cloudformation:*StackSet* and cloudformation:*StackInstances',
  },
];
