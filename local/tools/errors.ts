/** A condition that the person at the keyboard can mend: shown as one line, without a stack. */
export class LocalRunError extends Error {
  public override readonly name = 'LocalRunError';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
