/** The outcome of a rule or use case: business refusals are values, exceptions are bugs. */
export type Result<Value, Failure> = Success<Value> | Failed<Failure>;

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Failed<Failure> {
  readonly ok: false;
  readonly error: Failure;
}

export function success<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

export function failure<Failure>(error: Failure): Failed<Failure> {
  return { ok: false, error };
}
