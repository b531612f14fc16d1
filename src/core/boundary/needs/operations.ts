import type { Handler } from '../../handler-permissions/type-needs';
import { Operation, OPERATIONS } from '../need';

/**
 * What makes CloudFormation call a handler. An update that can't be done in place creates the resource anew and deletes
 * the old one; a rollback deletes what was created, updates back what was updated, and creates what was replaced. Reads
 * follow every change that attributes are asked of.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html
 */
const OPERATIONS_OF_HANDLER: Readonly<Record<Handler, readonly Operation[]>> = {
  create: ['create', 'update', 'rollback'],
  read: ['create', 'read', 'update', 'rollback'],
  update: ['update', 'rollback'],
  delete: ['update', 'delete', 'rollback'],
  // Only for resources that are made elsewhere and imported into a stack by their own command.
  list: [],
  tag: ['create', 'update', 'tag', 'rollback'],
};

/** Of something that a deployment does before it touches any resource. */
export const DEPLOYING: readonly Operation[] = ['create', 'update', 'rollback'];

/** Of something that every change of a resource does. */
export const CHANGING: readonly Operation[] = ['create', 'update', 'delete', 'rollback'];

const shared = new Map<string, readonly Operation[]>();

/** The operations in which one of the handlers is called; the same list for the same handlers. */
export function operationsOf(handlers: readonly Handler[]): readonly Operation[] {
  const key = handlers.join();
  let operations = shared.get(key);
  if (!operations) {
    const called = new Set(handlers.flatMap((handler) => OPERATIONS_OF_HANDLER[handler]));
    operations = OPERATIONS.filter((operation) => called.has(operation));
    shared.set(key, operations);
  }
  return operations;
}
