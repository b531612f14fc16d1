import * as v from 'valibot';
import { failure, Result } from '../result';
import type { Item } from './item';
import { anyText, looseObject, ssn } from '../validation/fields';
import { describeErrors, parse } from '../validation/parse';
import { ssnIndexItem } from './records/ssn-index';

/** A message of the preprocessing queue, as far as the preprocessor has to know it. */
export type QueuedLicense = v.InferOutput<ReturnType<typeof queuedLicense>>;

const queuedLicense = () =>
  looseObject({
    ssn: ssn(),
    previousSSN: v.optional(ssn()),
    compact: anyText(),
    jurisdiction: anyText(),
    eventTime: anyText(),
  });

const SSN_DIGITS_SHOWN = 4;

/** Reads a message of the preprocessing queue. */
export function readQueueMessage(body: unknown): Result<QueuedLicense, string> {
  const message = parse(queuedLicense(), body);
  return message.ok ? message : failure(`a queued license can't be read: ${describeErrors(message.error)}`);
}

/** The social security number under which the license was known, where this upload corrects it (spec 04 section 9.5). */
export function formerNumber({ ssn: presentNumber, previousSSN }: QueuedLicense): string | undefined {
  return previousSSN === presentNumber ? undefined : previousSSN;
}

/** The item that maps a social security number to a provider; only the preprocessor writes it. */
export function ssnIndexRecord(compact: string, socialSecurityNumber: string, providerId: string): Item {
  return ssnIndexItem({ compact, ssn: socialSecurityNumber, providerId });
}

/**
 * Detail of the `license.ingest` event: the license without social security numbers, with what stands for them.
 * `previousProviderId` is for whom the former number stands.
 */
export function ingestDetail(
  message: QueuedLicense,
  providerId: string,
  previousProviderId: string = providerId,
): Record<string, unknown> {
  const { ssn: socialSecurityNumber, previousSSN: _former, ...license } = message;
  return {
    ...license,
    providerId,
    ...(previousProviderId !== providerId && { previousProviderId }),
    ssnLastFour: socialSecurityNumber.slice(-SSN_DIGITS_SHOWN),
  };
}
