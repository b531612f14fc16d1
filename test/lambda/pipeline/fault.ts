import { sendingClient } from '../infra/recorded-client';

/**
 * What goes wrong at one call:
 * - `stopped before` and `stopped after`: the process ends; nothing of it runs any more
 * - `failed`: the service does nothing and says so
 * - `answer lost`: the service does what it is asked, but the caller gets an error
 * - `refused`, `first refused`: the service takes no entry of a batch, or all but the first; it throttles other calls
 */
export const FAULT_KINDS = [
  'stopped before',
  'stopped after',
  'failed',
  'answer lost',
  'refused',
  'first refused',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  /** Which call of the run, from 1 on. */
  readonly call: number;
  readonly kind: FaultKind;
}

/** A service as adapters call it. Batches answer by entry, so they can be refused in part. */
export interface FakeService {
  readonly name: string;
  handle(command: object): object;
  /** Takes all entries but those, and answers as the service does; absent where a service takes no batches. */
  refuse?(command: object, refused: 'all' | 'first'): object;
}

const NEVER = new Promise<never>(() => undefined);

/** One call of a function: from its end on, nothing that it still does reaches a service. */
export class Invocation {
  public isStopped = false;
  public readonly stopped: Promise<void>;
  private tellStopped!: () => void;

  public constructor() {
    this.stopped = new Promise((resolve) => {
      this.tellStopped = resolve;
    });
  }

  public stop(): Promise<never> {
    this.isStopped = true;
    this.tellStopped();
    return NEVER;
  }
}

/** Counts the calls of a run and lets some of them go wrong. */
export class FaultyNetwork {
  /** What was called, in order. */
  public readonly calls: string[] = [];

  public constructor(private readonly faults: readonly Fault[]) {}

  public clientOf<Client>(service: FakeService, invocation: Invocation): Client {
    const send = async (command: object): Promise<object> => {
      const name = `${service.name} ${command.constructor.name}`;
      return this.call(name, invocation, {
        handle: () => service.handle(command),
        refuse: service.refuse && ((refused) => service.refuse!(command, refused)),
      });
    };
    return sendingClient<Client>(send);
  }

  private async call(
    name: string,
    invocation: Invocation,
    { handle, refuse }: { handle: () => object; refuse?: (refused: 'all' | 'first') => object },
  ): Promise<object> {
    // Calls reach the service after those that the caller has begun before.
    await Promise.resolve();
    if (invocation.isStopped) return NEVER;
    this.calls.push(name);
    const kind = this.faults.find(({ call }) => call === this.calls.length)?.kind;
    switch (kind) {
      case 'stopped before':
        return invocation.stop();
      case 'stopped after':
        handle();
        return invocation.stop();
      case 'failed':
        throw Object.assign(new Error('the service has an error'), { name: 'InternalServerError' });
      case 'answer lost':
        handle();
        throw Object.assign(new Error('no answer came'), { name: 'TimeoutError' });
      case 'refused':
      case 'first refused':
        if (refuse) return refuse(kind === 'refused' ? 'all' : 'first');
        throw Object.assign(new Error('too many requests'), { name: 'ThrottlingException' });
      default:
        return handle();
    }
  }
}
