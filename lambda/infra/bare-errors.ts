interface BareError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: unknown;
}

/**
 * A replacer for logged values: of an error only name, message, stack and causes are left. Clients of services hang more
 * on their errors, a refused item among it, and the logger would print every attribute.
 */
export function bareErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? bare(value) : value;
}

function bare({ name, message, stack, cause }: Error): BareError {
  return { name, message, stack, ...(cause instanceof Error && { cause: bare(cause) }) };
}
