import * as v from 'valibot';
import { failure, Result, success } from '../result';
import type { Item } from './item';
import { anyText, looseObject, ssn } from '../validation/fields';
import { describeErrors, parse } from '../validation/parse';
import { ssnIndexItem } from './records/ssn-index';

/** A message of the preprocessing queue, as far as the preprocessor has to know it. */
export type QueuedLicense = v.InferOutput<ReturnType<typeof queuedLicense>>;

const queuedLicense = () =>
  looseObject({ ssn: ssn(), compact: anyText(), jurisdiction: anyText(), eventTime: anyText() });

const SSN_DIGITS_SHOWN = 4;

/** Reads a message of the preprocessing queue. */
export function readQueueMessage(body: unknown): Result<QueuedLicense, string> {
  const message = parse(queuedLicense(), body);
  if (!message.ok) return failure(`a queued license can't be read: ${describeErrors(message.error)}`);
  const { previousSSN } = message.value;
  return previousSSN === undefined || previousSSN === message.value.ssn
    ? success(message.value)
    : failure(
        "a queued license can't be read: previousSSN: corrections of social security numbers are not enabled in this deployment",
      );
}

/** The item that maps a social security number to a provider; only the preprocessor writes it. */
export function ssnIndexRecord(compact: string, socialSecurityNumber: string, providerId: string): Item {
  return ssnIndexItem({ compact, ssn: socialSecurityNumber, providerId });
}

/** Detail of the `license.ingest` event: the license without its social security number, with what stands for it. */
export function ingestDetail(message: QueuedLicense, providerId: string): Record<string, unknown> {
  const { ssn: socialSecurityNumber, previousSSN: _unchanged, ...license } = message;
  return { ...license, providerId, ssnLastFour: socialSecurityNumber.slice(-SSN_DIGITS_SHOWN) };
}
