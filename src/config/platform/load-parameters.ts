import { Stack, Token } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { PlatformSettings } from '../platform-settings';
import { baseOf, ParametersOptions, parametersOf } from './parameter-base';
import { parameterSource } from './platform-source';

/**
 * The platform that checked-in files and parameters give together.
 *
 * @throws ConfigurationError with every problem of the checked-in files, or else of all of it
 */
export function loadParameters(scope: Construct, options: ParametersOptions): PlatformSettings {
  requirePlace(Stack.of(scope));
  const looked = parametersOf(options).map(({ of, name }) => ({
    of,
    name,
    value: StringParameter.valueFromLookup(scope, name),
  }));
  // What the CDK gives for a parameter in the first pass, before its value was looked up.
  const isPending = ({ name, value }: { name: string; value: string }) => value === `dummy-value-for-${name}`;
  const found = looked.filter((parameter) => !isPending(parameter));
  return baseOf(options).load(
    found.map(({ of, name, value }) => parameterSource(of, name, value)),
    { pending: looked.filter(isPending).map(({ of }) => of) },
  );
}

/** Lookups need to know where: a stack that can go anywhere has no parameters. */
function requirePlace({ account, region, node }: Stack): void {
  if (!Token.isUnresolved(account) && !Token.isUnresolved(region)) return;
  throw new Error(
    `the parameters of the platform are looked up in the deploy account, but the stack ${node.path} names no account and region; give it those of the deploy account as env`,
  );
}
