import { setTimeout } from 'node:timers/promises';
import type { CloudFormationCustomResourceResponse } from 'aws-lambda';

/** Uploads to S3 fail now and then; the pauses between the attempts are these, in milliseconds. */
const PAUSES = [200, 800];

/**
 * Puts the answer where CloudFormation waits for it. Throws when that fails again and again: Lambda then calls the
 * function anew.
 */
export async function sendAnswer(
  responseUrl: string,
  answer: CloudFormationCustomResourceResponse,
  pauses: readonly number[] = PAUSES,
): Promise<void> {
  const problem = await put(responseUrl, JSON.stringify(answer));
  if (problem === undefined) return;
  const [pause, ...further] = pauses;
  if (pause === undefined) throw new Error(`CloudFormation could not be answered: ${problem}`);
  await setTimeout(pause);
  await sendAnswer(responseUrl, answer, further);
}

/** The address was signed for a request without a content type. */
async function put(url: string, body: string): Promise<string | undefined> {
  try {
    const { ok, status } = await fetch(url, { method: 'PUT', body, headers: { 'content-type': '' } });
    return ok ? undefined : `status ${status}`;
  } catch (error) {
    return String(error);
  }
}
