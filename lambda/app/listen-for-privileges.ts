import { changeProvider, ChangeProviderPorts } from './change-provider';
import type { EventType } from '../../src/core/contracts/events';
import type { PlannedChange } from '../../src/core/licensure/changes/change-plan';
import type { ListenerInput } from '../../src/core/licensure/changes/listener';
import { spreadDeactivation } from '../../src/core/licensure/changes/spread-deactivation';
import { spreadEncumbrance } from '../../src/core/licensure/changes/spread-encumbrance';
import { spreadLift } from '../../src/core/licensure/changes/spread-lift';
import { anyText, looseObject, oneOf, openObject, uuid } from '../../src/core/validation/fields';
import { describeErrors, parse } from '../../src/core/validation/parse';

type Listener = (input: ListenerInput) => PlannedChange;

const LISTENERS: Readonly<Record<string, Listener>> = {
  'license.encumbrance': spreadEncumbrance,
  'license.encumbranceLifted': spreadLift,
  'license.deactivation': spreadDeactivation,
} satisfies Partial<Record<EventType, Listener>>;

const heardMessage = () =>
  openObject({
    'detail-type': oneOf(Object.keys(LISTENERS)),
    detail: looseObject({ compact: anyText(), providerId: uuid() }),
  });

/**
 * Brings to privileges what happened to the license that they rest on. A message that can't be read or that contradicts
 * what is stored is thrown, so that the queue delivers it again and in the end holds it for an operator.
 */
export async function listenForPrivileges(ports: ChangeProviderPorts, message: unknown): Promise<void> {
  const { 'detail-type': detailType, detail } = readMessage(message);
  const refusal = await changeProvider(ports, detail, (input) => LISTENERS[detailType]({ ...input, detail }));
  if (refusal) throw new Error(`${detailType} of provider ${detail.providerId}: ${refusal.message}`);
}

function readMessage(message: unknown) {
  const event = parse(heardMessage(), message);
  if (!event.ok) throw new Error(`an event can't be brought to privileges: ${describeErrors(event.error)}`);
  return event.value;
}
