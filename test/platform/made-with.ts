import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/** A stack in an account, as constructs of the platform stand in one. */
export function newStack(name = 'Operations'): Stack {
  return new Stack(new App(), name, { env: { account: '111122223333', region: 'us-east-1' } });
}

/** The template of a stack after constructs were made in it. */
export function madeWith(make: (stack: Stack) => unknown): Template {
  const stack = newStack();
  make(stack);
  return Template.fromStack(stack);
}
