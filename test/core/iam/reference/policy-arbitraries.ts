import * as fc from 'fast-check';
import { partialText } from './arbitraries';
import { World } from './evaluation';
import { Assignment, assignments } from './glob';
import type { Condition, Patterns, Policy, PolicyPrincipal, Statement } from '../../../../src/core/iam/policy';
import type { AccessRequest, PoliciesInForce, RequestPrincipal } from '../../../../src/core/iam/request';

const ACCOUNT = '111111111111';
const OTHER_ACCOUNT = '222222222222';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/deploy`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run`;
const USER = `arn:aws:iam::${ACCOUNT}:user/ana`;

const PRINCIPALS: readonly RequestPrincipal[] = [
  { kind: 'role', id: [ROLE], account: ACCOUNT, session: [SESSION] },
  { kind: 'user', id: [USER], account: ACCOUNT },
  { kind: 'service', id: ['events.amazonaws.com'] },
];

const NAMED: readonly PolicyPrincipal[] = [
  { kind: '*', value: ['*'] },
  { kind: 'AWS', value: ['*'] },
  { kind: 'AWS', value: [ACCOUNT] },
  { kind: 'AWS', value: [`arn:aws:iam::${ACCOUNT}:root`] },
  { kind: 'AWS', value: [ROLE] },
  { kind: 'AWS', value: [SESSION] },
  { kind: 'AWS', value: [USER] },
  { kind: 'AWS', value: [OTHER_ACCOUNT] },
  { kind: 'AWS', value: [`arn:aws:iam::${ACCOUNT}:role/other`] },
  { kind: 'Service', value: ['events.amazonaws.com'] },
  { kind: 'Federated', value: [ROLE] },
];

/** Of a denial for all but some only what is decided: nobody of ours, or account, role and session of a role. */
const SPARED: readonly (readonly PolicyPrincipal[])[] = [
  [{ kind: 'AWS', value: [OTHER_ACCOUNT] }],
  [ACCOUNT, ROLE, SESSION].map((value) => ({ kind: 'AWS', value: [value] })),
  [ACCOUNT, USER].map((value) => ({ kind: 'AWS', value: [value] })),
];

export const ACTIONS = ['s:A', 's:Bc', 't:A'] as const;
const ACTION_PATTERNS = ['s:*', '*', 's:A', 'S:a', '*:?', 's:B*', 't:A'];

/** Values of unknown parts, few enough to try all. */
const VALUES = ['', 'a', 'b', 'ab'];

/** What a request may carry for each key; nothing for a key that it doesn't have. */
const CONTEXTS: Readonly<Record<string, readonly (readonly string[] | undefined)[]>> = {
  'key:one': [undefined, ['a'], ['true']],
  'key:set': [undefined, ['a'], ['a', 'b']],
};

/** With unknown parts, unknown keys and uncertain statements, or with none of them. */
export interface Knowledge {
  readonly names: readonly string[];
  readonly isComplete: boolean;
}

export const COMPLETE: Knowledge = { names: [], isComplete: true };
export const PARTIAL: Knowledge = { names: ['U', 'V'], isComplete: false };

function patterns<Pattern>(pattern: fc.Arbitrary<Pattern>): fc.Arbitrary<Patterns<Pattern>> {
  return fc.record({ not: fc.boolean(), patterns: fc.array(pattern, { minLength: 1, maxLength: 3 }) });
}

function condition({ names }: Knowledge): fc.Arbitrary<Condition> {
  const value = partialText('ab*', names, 2);
  const text = fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike');
  const one = fc.record({
    operator: text,
    ifExists: fc.boolean(),
    key: fc.constant('Key:One'),
    values: fc.array(value, { minLength: 1, maxLength: 2 }),
  });
  const set = fc.record({
    operator: text,
    ifExists: fc.boolean(),
    quantifier: fc.constantFrom('ForAllValues' as const, 'ForAnyValue' as const),
    key: fc.constant('key:Set'),
    values: fc.array(value, { minLength: 1, maxLength: 2 }),
  });
  const fact = fc.record({
    operator: fc.constantFrom('Null', 'Bool'),
    ifExists: fc.constant(false),
    key: fc.constant('key:one'),
    values: fc.constantFrom([['true']], [['false']]),
  });
  return fc.oneof(one, set, fact);
}

/** A statement of a policy that names principals, or of one that doesn't. */
export function statement(knowledge: Knowledge, named: boolean): fc.Arbitrary<Statement> {
  const positive = fc.record({
    not: fc.constant(false),
    patterns: fc.array(fc.constantFrom(...NAMED), { minLength: 1, maxLength: 2 }),
  });
  const negative = fc.record({ not: fc.constant(true), patterns: fc.constantFrom(...SPARED) });
  const base = fc.record({
    name: fc.constant('statement'),
    place: fc.constant('here'),
    effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
    actions: patterns(fc.constantFrom(...ACTION_PATTERNS)),
    resources: patterns(partialText('ab*?', knowledge.names, 3)),
    conditions: fc.array(condition(knowledge), { maxLength: 1 }),
    isUncertain: knowledge.isComplete ? fc.constant(false) : fc.constantFrom(false, false, false, true),
  });
  if (!named) return base;
  return fc
    .tuple(base, fc.oneof({ weight: 4, arbitrary: positive }, { weight: 1, arbitrary: negative }))
    .map(([each, principals]) => ({
      ...each,
      principals:
        each.effect === 'Allow' && principals.not ? { not: false, patterns: principals.patterns } : principals,
    }));
}

export function policy(knowledge: Knowledge, named = false): fc.Arbitrary<Policy> {
  return fc.record({
    place: fc.constant('here'),
    statements: fc.array(statement(knowledge, named), { minLength: 1, maxLength: 3 }),
  });
}

export function policiesInForce(knowledge: Knowledge): fc.Arbitrary<PoliciesInForce> {
  return fc.record({
    identity: fc.array(policy(knowledge), { maxLength: 2 }),
    boundary: fc.option(policy(knowledge), { nil: undefined }),
    session: fc.option(fc.array(policy(knowledge), { minLength: 1, maxLength: 1 }), { nil: undefined }),
    resource: fc.option(policy(knowledge, true), { nil: undefined }),
    resourcePolicyIsRequired: fc.boolean(),
  });
}

export function accessRequest({ names, isComplete }: Knowledge): fc.Arbitrary<AccessRequest> {
  const valuesOf = (key: string) =>
    fc.constantFrom(
      ...CONTEXTS[key].map((values) => values?.map((value) => [value]) ?? ('absent' as const)),
      ...(isComplete ? [] : ['unknown' as const]),
    );
  return fc.record({
    action: fc.constantFrom(...ACTIONS),
    resource: partialText('ab', names, 3),
    context: fc.record({ 'key:one': valuesOf('key:one'), 'key:set': valuesOf('key:set') }),
    principal: fc.constantFrom(...PRINCIPALS),
    resourceAccount: fc.constantFrom(undefined, ACCOUNT, OTHER_ACCOUNT),
  });
}

/** Worlds of one case that are tried; which ones, the number of the sample decides. */
const WORLDS_TRIED = 40;

/** Some of the worlds that a request and policies leave open. */
export function someWorlds(worlds: readonly World[], sample: number): World[] {
  const stride = Math.ceil(worlds.length / WORLDS_TRIED);
  return worlds.filter((_, index) => index % stride === sample % stride);
}

/** All worlds that a request and policies leave open. */
export function worldsOf(request: AccessRequest, policies: PoliciesInForce, names: readonly string[]): World[] {
  const statements = [
    ...policies.identity,
    ...(policies.boundary ? [policies.boundary] : []),
    ...(policies.session ?? []),
    ...(policies.resource ? [policies.resource] : []),
  ].flatMap((each) => each.statements);
  const uncertain = statements.filter(({ isUncertain }) => isUncertain);
  const doubts = subsets(uncertain.slice(0, 3));
  return assignments(names, VALUES).flatMap((values: Assignment) =>
    contextsOf(request).flatMap((context) =>
      doubts.map((chosen): World => ({ values, context, isCertain: (each) => chosen.includes(each) })),
    ),
  );
}

function contextsOf({ context }: AccessRequest): World['context'][] {
  return Object.entries(context).reduce<World['context'][]>(
    (contexts, [key, value]) => {
      const possible =
        value === 'unknown' ? CONTEXTS[key] : [value === 'absent' ? undefined : value.map((text) => text.join(''))];
      return contexts.flatMap((each) => possible.map((values) => (values ? { ...each, [key]: values } : each)));
    },
    [{}],
  );
}

function subsets<Item>(items: readonly Item[]): (readonly Item[])[] {
  return items.reduce<Item[][]>((all, item) => [...all, ...all.map((subset) => [...subset, item])], [[]]);
}
