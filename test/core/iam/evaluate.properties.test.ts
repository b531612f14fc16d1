import * as fc from 'fast-check';
import { isAllowed } from './reference/evaluation';
import {
  accessRequest,
  ACTIONS,
  COMPLETE,
  PARTIAL,
  policiesInForce,
  policy,
  someWorlds,
  statement,
  worldsOf,
} from './reference/policy-arbitraries';
import { evaluate } from '../../../src/core/iam/evaluate';
import type { Policy, Statement } from '../../../src/core/iam/policy';
import type { AccessRequest, PoliciesInForce } from '../../../src/core/iam/request';
import type { Verdict } from '../../../src/core/iam/verdict';
import { propertyRuns } from '../../properties/runs';

const RANK: Readonly<Record<Verdict, number>> = { no: 0, unknown: 1, yes: 2 };

function verdictOf(request: AccessRequest, policies: PoliciesInForce): Verdict {
  return evaluate(request, policies).verdict;
}

function withStatement(policies: readonly Policy[], added: Statement): Policy[] {
  return [...policies, { place: 'here', statements: [added] }];
}

test('where all is known the decision is that of the reference', () => {
  fc.assert(
    fc.property(accessRequest(COMPLETE), policiesInForce(COMPLETE), (request, policies) => {
      const [world] = worldsOf(request, policies, []);

      expect(verdictOf(request, policies)).toBe(isAllowed(request, policies, world) ? 'yes' : 'no');
    }),
    propertyRuns(),
  );
});

test('a decision for certain is that of the reference in every world that is left open', () => {
  fc.assert(
    fc.property(accessRequest(PARTIAL), policiesInForce(PARTIAL), fc.nat(), (request, policies, sample) => {
      const verdict = verdictOf(request, policies);
      fc.pre(verdict !== 'unknown');
      const worlds = someWorlds(worldsOf(request, policies, PARTIAL.names), sample);

      expect(worlds.filter((world) => isAllowed(request, policies, world) !== (verdict === 'yes'))).toEqual([]);
    }),
    propertyRuns(),
  );
});

test('an explicit denial wins over whatever allows', () => {
  const denial: Statement = {
    name: 'denial',
    place: 'here',
    effect: 'Deny',
    actions: { not: false, patterns: ['*'] },
    resources: { not: false, patterns: [['*']] },
    conditions: [],
  };
  const layers = fc.constantFrom('identity', 'boundary', 'session', 'resource');
  fc.assert(
    fc.property(accessRequest(PARTIAL), policiesInForce(PARTIAL), layers, (request, policies, layer) => {
      const everyone: Statement = { ...denial, principals: { not: false, patterns: [{ kind: '*', value: ['*'] }] } };
      const add = (to: Policy | undefined, added: Statement) => ({
        place: 'here',
        statements: [...(to?.statements ?? []), added],
      });
      const denied = {
        ...policies,
        ...(layer === 'identity' && { identity: withStatement(policies.identity, denial) }),
        ...(layer === 'session' && { session: withStatement(policies.session ?? [], denial) }),
        ...(layer === 'boundary' && { boundary: add(policies.boundary, denial) }),
        ...(layer === 'resource' && { resource: add(policies.resource, everyone) }),
      };
      const decision = evaluate(request, denied);

      expect(decision.verdict).toBe('no');
      expect(decision.layers).toContainEqual(
        expect.objectContaining({ layer, effect: 'explicit deny', verdict: 'yes' }),
      );
    }),
    propertyRuns(),
  );
});

test('a boundary and a session policy take rights away and give none', () => {
  fc.assert(
    fc.property(accessRequest(PARTIAL), policiesInForce(PARTIAL), (request, policies) => {
      const { boundary, session, ...unlimited } = policies;

      expect(RANK[verdictOf(request, policies)]).toBeLessThanOrEqual(
        RANK[verdictOf(request, { ...unlimited, session })],
      );
      expect(RANK[verdictOf(request, policies)]).toBeLessThanOrEqual(
        RANK[verdictOf(request, { ...unlimited, boundary })],
      );
    }),
    propertyRuns(),
  );
});

test('one more Allow in a layer takes no right away', () => {
  fc.assert(
    fc.property(
      accessRequest(PARTIAL),
      policiesInForce(PARTIAL),
      statement(PARTIAL, false),
      (request, policies, more) => {
        const allow: Statement = { ...more, effect: 'Allow' };
        const before = RANK[verdictOf(request, policies)];
        const { identity, boundary } = policies;

        expect(
          RANK[verdictOf(request, { ...policies, identity: withStatement(identity, allow) })],
        ).toBeGreaterThanOrEqual(before);
        if (!boundary) return;
        const wider = { ...boundary, statements: [...boundary.statements, allow] };
        expect(RANK[verdictOf(request, { ...policies, boundary: wider })]).toBeGreaterThanOrEqual(before);
      },
    ),
    propertyRuns(),
  );
});

test('NotAction matches what Action doesn’t', () => {
  fc.assert(
    fc.property(
      policy(COMPLETE),
      fc.constantFrom(...ACTIONS),
      accessRequest(COMPLETE),
      ({ statements }, action, request) => {
        const base: Statement = {
          ...statements[0],
          effect: 'Allow',
          resources: { not: false, patterns: [['*']] },
          conditions: [],
        };
        const verdicts = [false, true].map((not) => {
          const identity = [{ place: 'here', statements: [{ ...base, actions: { ...base.actions, not } }] }];
          const principal = { kind: 'role', id: ['arn:aws:iam::111111111111:role/r'] } as const;
          return verdictOf({ ...request, action, principal, resourceAccount: undefined }, { identity });
        });

        expect([...verdicts].sort()).toEqual(['no', 'yes']);
      },
    ),
    propertyRuns(),
  );
});
