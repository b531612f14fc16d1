import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface SentCommand {
  readonly input: Readonly<Record<string, any>>;
}

/** The service boundary: gives its answers one after another, then empty ones, and keeps what was sent. */
export function recordedClient<Client>(...answers: (object | Error)[]) {
  const sent: SentCommand[] = [];
  const send = async (command: SentCommand) => {
    // Pagination goes on with the same input.
    sent.push({ input: { ...command.input } });
    const answer = answers.shift() ?? {};
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { client: sendingClient<Client>(send), sent };
}

/** A client of any service that does nothing but send; pagination demands the class of its client. */
export function sendingClient<Client>(send: (command: any) => Promise<object>): Client {
  return Object.assign(Object.create(DynamoDBDocumentClient.prototype), { send });
}

/** Two more attempts, whose pauses are kept instead of waited out. */
export function recordedBackoff() {
  const paused: number[] = [];
  const pause = async (milliseconds: number): Promise<void> => void paused.push(milliseconds);
  return { paused, backoff: { pauses: [100, 400], pause } };
}
