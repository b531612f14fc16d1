/** An answer of a scripted service that is an error, with the code by which the SDK knows it. */
export class Refusal extends Error {
  public constructor(
    public readonly code: string,
    message: string,
    public readonly httpStatus = 400,
  ) {
    super(message);
  }
}
