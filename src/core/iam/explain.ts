import type { AccessRequest, DecidingLayer, Decision } from './request';
import { displayText } from './text-matching';

const LAYER_NAMES: Readonly<Record<DecidingLayer['layer'], string>> = {
  identity: 'the policies of the identity',
  boundary: 'the permissions boundary',
  session: 'the session policy',
  resource: 'the policy of the resource',
};

/** Sentences for people: what was decided, and for each layer that decided which statement at which place did it. */
export function explanation(request: AccessRequest, { verdict, layers }: Decision): string[] {
  const outcome = { yes: 'is allowed', no: 'is denied', unknown: 'may be allowed or denied' }[verdict];
  const asks = `${displayText(request.principal.id)}: ${request.action} on ${displayText(request.resource)}`;
  return [`${asks} ${outcome}.`, ...layers.flatMap((layer) => ofLayer(layer, request))];
}

function ofLayer({ layer, effect, verdict, statements }: DecidingLayer, { action }: AccessRequest): string[] {
  const name = LAYER_NAMES[layer];
  if (effect === 'implicit deny') return [`No statement of ${name} allows ${action} here.`];
  const verb = effect === 'explicit deny' ? 'denies' : 'allows';
  const [surely, why] =
    verdict === 'yes'
      ? [verb, '']
      : [`perhaps ${verb}`, ', depending on what only the deployment or the request tells'];
  return statements.map(
    (statement) => `The statement "${statement.name}" of ${name} (${statement.place}) ${surely} it${why}.`,
  );
}
