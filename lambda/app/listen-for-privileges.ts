import { changeProvider, ChangeProviderPorts } from './change-provider';
import {
  SPREADING_EVENTS,
  SpreadingEvent,
  spreadToPrivileges,
} from '../../src/core/licensure/changes/spread-to-privileges';
import { anyText, looseObject, oneOf, openObject, uuid } from '../../src/core/validation/fields';
import { describeErrors, parse } from '../../src/core/validation/parse';

const heardMessage = () =>
  openObject({
    'detail-type': oneOf(SPREADING_EVENTS),
    detail: looseObject({ compact: anyText(), providerId: uuid() }),
  });

/**
 * Brings to privileges what happened to the license that they rest on. A message that can't be read or that contradicts
 * what is stored is thrown, so that the queue delivers it again and in the end holds it for an operator.
 */
export async function listenForPrivileges(ports: ChangeProviderPorts, message: unknown): Promise<void> {
  const { detailType, detail } = readMessage(message);
  const refusal = await changeProvider(ports, detail, (input) => spreadToPrivileges(detailType, detail, input));
  if (refusal) throw new Error(`${detailType} of provider ${detail.providerId}: ${refusal.message}`);
}

function readMessage(message: unknown) {
  const event = parse(heardMessage(), message);
  if (!event.ok) throw new Error(`an event can't be brought to privileges: ${describeErrors(event.error)}`);
  const { 'detail-type': detailType, detail } = event.value;
  return { detailType: detailType as SpreadingEvent, detail };
}
