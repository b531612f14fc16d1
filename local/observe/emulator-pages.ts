import type { DeadLetterQueue } from '../deploy/discover';

/** A mail that went out, of the mail service or of a user pool. */
export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly time: string;
}

export interface DeadLetter {
  readonly queue: string;
  readonly messageId: string;
  readonly body: string;
  readonly receives: number;
}

/** Mails that the emulator keeps instead of sending them, latest first. */
export async function sentMails(endpoint: string): Promise<Mail[]> {
  const { messages } = await readPage<{ messages: Record<string, SentMail[]> }>(`${endpoint}/_ministack/ses/messages`);
  return Object.values(messages).flat().map(mailOf).reverse();
}

/** Messages in the dead-letter queues; looking at them changes nothing. */
export async function deadLetters(endpoint: string, queues: readonly DeadLetterQueue[]): Promise<DeadLetter[]> {
  const found = queues.map(async ({ name: queue, url }) => {
    const address = `${endpoint}/_ministack/sqs/messages?QueueUrl=${encodeURIComponent(url)}`;
    const { messages } = await readPage<{ messages: Record<string, Record<string, Record<string, QueueMessage[]>>> }>(
      address,
    );
    const inQueue = Object.values(messages)
      .flatMap((regions) => Object.values(regions).flatMap(Object.values))
      .flat();
    return (inQueue as QueueMessage[]).map(({ MessageId, Body, ReceiveCount }) => ({
      queue,
      messageId: MessageId,
      body: Body,
      receives: ReceiveCount,
    }));
  });
  return (await Promise.all(found)).flat();
}

interface SentMail {
  readonly MessageId: string;
  readonly Source: string;
  readonly To: readonly string[];
  readonly Subject: string;
  readonly BodyText: string;
  readonly BodyHtml?: string | null;
  readonly Timestamp: number | string;
}

interface QueueMessage {
  readonly MessageId: string;
  readonly Body: string;
  readonly ReceiveCount: number;
}

function mailOf({ MessageId, Source, To, Subject, BodyText, BodyHtml, Timestamp }: SentMail): Mail {
  const time = typeof Timestamp === 'number' ? new Date(Timestamp * 1000).toISOString() : Timestamp;
  return { id: MessageId, from: Source, to: To, subject: Subject, text: BodyText, html: BodyHtml ?? undefined, time };
}

/** An answer of one of the emulator's own pages. */
export async function readPage<Shape>(address: string): Promise<Shape> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the emulator answered ${response.status} for ${address}`);
  return (await response.json()) as Shape;
}
