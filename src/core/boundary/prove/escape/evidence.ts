import type { Outcome, TriedCall, TriedStep } from './try-attempt';
import type { Statement } from '../../../iam/policy';
import { displayText } from '../../../iam/text-matching';
import type { Verdict } from '../../../iam/verdict';
import { blockingOf } from '../blocking';
import { displayCondition, policiesOf } from '../statement-parts';

/** `AWS::IAM::Role without PermissionsBoundary: iam:CreateRole on … is allowed by Services of ExecutionBoundary (no condition)`. */
export function allowedStep({ what, verdict, calls }: TriedStep): string {
  const call = callOf(calls, verdict);
  const { action, resource } = call.request;
  const { decision, policies } = call;
  const bounding = decision.layers.filter(({ layer }) => layer === 'boundary');
  const layers = bounding.length > 0 ? bounding : decision.layers;
  const allowing = layers.flatMap((layer) =>
    policiesOf(layer, policies).flatMap((policy) =>
      policy.statements
        .filter((statement) => statement.effect === 'Allow' && layer.statements.includes(statement))
        .slice(0, 1)
        .map((statement) => `${statement.name} of ${policy.place} (${condition(statement)})`),
    ),
  );
  const is = verdict === 'yes' ? 'is allowed' : 'could be allowed';
  const by = allowing.length === 0 ? '' : ` by ${allowing.join(' and ')}`;
  return `${what}: ${action} on ${shown(displayText(resource))} ${is}${by}`;
}

/** What is nobody's ARN stands for any resource. */
function shown(resource: string): string {
  return resource.startsWith('arn:') ? resource : '*';
}

function condition({ conditions }: Statement): string {
  return conditions.length === 0 ? 'no condition' : conditions.map(displayCondition).join(' and ');
}

function callOf(calls: readonly TriedCall[], verdict: Verdict): TriedCall {
  return calls.find(({ decision }) => decision.verdict === verdict) ?? calls[0];
}

/** What closes a path: the statements that deny its first step that isn't possible, or what isn't allowed. */
export function closing({ steps, reserved }: Outcome): readonly string[] {
  if (reserved.length > 0) return reserved.map(reservation);
  const closed = steps.find(({ verdict }) => verdict === 'no');
  const actionsByReason = new Map<string, string[]>();
  for (const call of closed?.calls ?? []) {
    const { action } = call.request;
    const reason = blockingText(call).replace(action, ACTIONS);
    actionsByReason.set(reason, [...(actionsByReason.get(reason) ?? []), action]);
  }
  return [...actionsByReason].map(([reason, actions]) => reason.replace(ACTIONS, actions.join(', ')));
}

/** Stands in a reason for the actions that it is the reason for. */
const ACTIONS = '${actions}';

function reservation({ name, place, resources }: Statement): string {
  return `${name} (${place}) names only what stacks make or the bootstrap made: ${(resources?.patterns ?? []).map(displayText).join(', ')}`;
}

/** What isn't known about the first step that can't be decided. */
export function undecided({ steps }: Outcome): string {
  const calls = steps.flatMap((step) => step.calls);
  const call = calls.find(({ decision }) => decision.verdict === 'unknown');
  return call === undefined ? '' : blockingText(call);
}

function blockingText({ request, decision, policies }: TriedCall): string {
  return blockingOf(request, decision, policies).text;
}
