export interface SentCommand {
  readonly input: Readonly<Record<string, any>>;
}

/** The service boundary: gives its answers one after another, then empty ones, and keeps what was sent. */
export function recordedClient<Client>(...answers: (object | Error)[]) {
  const sent: SentCommand[] = [];
  const client = {
    send: async (command: SentCommand) => {
      sent.push(command);
      const answer = answers.shift() ?? {};
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as Client;
  return { client, sent };
}

/** Two more attempts, whose pauses are kept instead of waited out. */
export function recordedBackoff() {
  const paused: number[] = [];
  const pause = async (milliseconds: number): Promise<void> => void paused.push(milliseconds);
  return { paused, backoff: { pauses: [100, 400], pause } };
}
