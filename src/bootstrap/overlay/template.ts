/** A JSON value of a template. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** A CloudFormation template as JSON. */
export interface Template {
  readonly Description?: string;
  readonly Parameters: JsonObject;
  readonly Conditions: JsonObject;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: JsonObject;
}

export interface Resource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties?: JsonObject;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  /** Lets a resource be one of the values of a template. */
  readonly [key: string]: Json | undefined;
}

export function sub(text: string): JsonObject {
  return { 'Fn::Sub': text };
}

export function ref(name: string): JsonObject {
  return { Ref: name };
}

export function when(condition: string, then: Json, otherwise: Json): JsonObject {
  return { 'Fn::If': [condition, then, otherwise] };
}

export const NO_VALUE = ref('AWS::NoValue');
