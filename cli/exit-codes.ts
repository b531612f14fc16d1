/** What the command ends with; scripts and pipelines rely on it. */
export const EXIT = {
  done: 0,
  /** The command ran and the answer is no: a deployment failed, nothing matches, a file is wrong. */
  failed: 1,
  /** The command line itself can't be understood. */
  misused: 2,
} as const;

/** A reason to stop that the person at the keyboard can act on: printed without a stack trace. */
export class CommandError extends Error {}

/** Options that don't fit together or can't be read; nothing was done. */
export class UsageError extends CommandError {}
