import type { Actor } from './actor';
import type { Attempt, Call, Step, Target } from './attempt';
import { examplesOf, patternsIn } from './target-patterns';
import { resourceOf } from '../../../iam/arn-matching';
import { evaluate } from '../../../iam/evaluate';
import type { PartialText } from '../../../iam/partial-text';
import type { Policy, Statement } from '../../../iam/policy';
import type { AccessRequest, Decision, PoliciesInForce } from '../../../iam/request';
import { covers } from '../../../iam/text-matching';
import type { Verdict } from '../../../iam/verdict';
import { all, any } from '../../../iam/verdict';
import { namesAction } from '../../account/named-action';

/** A call with the decision on it. */
export interface TriedCall {
  readonly request: AccessRequest;
  readonly policies: PoliciesInForce;
  readonly decision: Decision;
}

export interface TriedStep {
  readonly what: string;
  readonly verdict: Verdict;
  /** All calls; one that is allowed is enough. */
  readonly calls: readonly TriedCall[];
}

/** What came of an attempt: whether it is possible, with the steps for a target that shows it best. */
export interface Outcome {
  readonly verdict: Verdict;
  /** Up to the first that isn't possible. */
  readonly steps: readonly TriedStep[];
  /** Statements that allow it, but for nobody else than what carries the boundary. */
  readonly reserved: readonly Statement[];
}

/** Whether somebody can do it to one of the targets. */
export function tryAttempt(attempt: Attempt, actor: Actor): Outcome {
  const outcomes = attempt.targets.map((target) => tryTarget(attempt.steps, target, actor));
  return mostOpen(outcomes) ?? { verdict: 'no', steps: [], reserved: [] };
}

function tryTarget(steps: readonly Step[], target: Target, actor: Actor): Outcome {
  const caller = { ...actor, context: { ...actor.context, ...target.context } };
  const onTarget = steps.flatMap(({ calls }) => calls.filter(({ resource }) => resource === 'target'));
  const actions = onTarget.map(({ action }) => action);
  const isTarget = (text: PartialText) => (target.except ?? []).every((except) => covers(except, text) !== 'yes');
  const targetsOf = (statement: Statement) => patternsOf(statement, target).filter(isTarget);
  const allowing = statementsAllowing(bounding(actor), actions);
  const reserved = allowing.filter(
    (statement) => patternsOf(statement, target).length > 0 && targetsOf(statement).length === 0,
  );
  const possible = allowing.flatMap(targetsOf);
  if (possible.length === 0) {
    const outcome = trySteps(steps, resourceOf(target.pattern), actor, caller);
    return reserved.length > 0 ? { ...outcome, verdict: 'no', reserved } : outcome;
  }
  // What holds for a pattern holds for whatever it names; only where that is undecided an example can tell more.
  const forTargets = without(caller, new Set(reserved));
  const general = possible.map((pattern) => trySteps(steps, resourceOf(pattern), actor, forTargets));
  const open = mostOpen(general) as Outcome;
  if (open.verdict === 'no') return open;
  const ofIdentity = statementsAllowing(actor.policies.identity, actions).flatMap(targetsOf);
  const examples = [...possible, ...ofIdentity].flatMap(examplesOf).filter(isTarget);
  const tried = mostOpen(examples.map((example) => trySteps(steps, example, actor, caller)));
  return tried === undefined || tried.verdict === 'no' ? open : tried;
}

/** The same with a boundary that lacks some statements: those about names that are no targets. */
function without(actor: Actor, statements: ReadonlySet<Statement>): Actor {
  const { boundary } = actor.policies;
  if (boundary === undefined || statements.size === 0) return actor;
  const rest = { ...boundary, statements: boundary.statements.filter((statement) => !statements.has(statement)) };
  return { ...actor, policies: { ...actor.policies, boundary: rest } };
}

function mostOpen(outcomes: readonly Outcome[]): Outcome | undefined {
  const verdict = any(outcomes.map((outcome) => outcome.verdict));
  return outcomes.find((outcome) => outcome.verdict === verdict);
}

/** Policies outside which nothing is allowed. */
function bounding({ policies: { boundary, identity } }: Actor): readonly Policy[] {
  return boundary === undefined ? identity : [boundary];
}

function statementsAllowing(policies: readonly Policy[], actions: readonly string[]): readonly Statement[] {
  return policies
    .flatMap((policy) => policy.statements)
    .filter((statement) => statement.effect === 'Allow' && actions.some((action) => namesAction(statement, action)));
}

/** What a statement names of a space of targets. */
function patternsOf({ resources }: Statement, { pattern: space }: Target): readonly PartialText[] {
  if (resources === undefined || resources.not) return [space];
  return resources.patterns.flatMap((pattern) => patternsIn(pattern, space));
}

/** @param forTarget who calls for the target, where that isn't all of the actor's rights */
function trySteps(steps: readonly Step[], target: PartialText, actor: Actor, forTarget = actor): Outcome {
  const tried: TriedStep[] = [];
  for (const { what, calls } of steps) {
    const made = calls.map((call) => tryCall(call, target, call.resource === 'target' ? forTarget : actor));
    const verdict = any(made.map(({ decision }) => decision.verdict));
    tried.push({ what, verdict, calls: made });
    if (verdict === 'no') break;
  }
  return { verdict: all(tried.map(({ verdict }) => verdict)), steps: tried, reserved: [] };
}

function tryCall(call: Call, target: PartialText, actor: Actor): TriedCall {
  if (call.resource === 'anything') return tryAnything(call, actor);
  return decide(call, call.resource === 'target' ? target : call.resource, actor);
}

const ANYTHING: Target = { pattern: ['*'] };

/** A call on whatever it is allowed on. */
function tryAnything(call: Call, actor: Actor): TriedCall {
  const statements = statementsAllowing(bounding(actor), [call.action]);
  const patterns = statements.flatMap((statement) => patternsOf(statement, ANYTHING));
  const examples = patterns.flatMap(examplesOf).map((example) => decide(call, example, actor));
  const allowed = examples.find(({ decision }) => decision.verdict === 'yes');
  return allowed ?? decide(call, resourceOf(ANYTHING.pattern), actor);
}

function decide({ action, context, trust }: Call, resource: PartialText, actor: Actor): TriedCall {
  const request = {
    action,
    resource,
    context: { ...actor.absentKeys(action), ...actor.context, ...context },
    principal: actor.principal,
  };
  const policies: PoliciesInForce =
    trust === undefined ? actor.policies : { ...actor.policies, resource: trust, resourcePolicyIsRequired: true };
  return { request, policies, decision: evaluate(request, policies) };
}
