import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A stack output under exactly the name `id`: operators and tools look it up by that name. */
export function operatorOutput(scope: IConstruct, id: string, value: string, description: string): void {
  new CfnOutput(Stack.of(scope), id, { value, description });
}
