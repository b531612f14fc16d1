import type { Policy } from './policy';
import { effectOf, Match, matchOf, PolicyEffect } from './policy-effect';
import { accountOf, PrincipalMatch, principalOfAllow, principalOfDeny } from './principal-matching';
import type { AccessRequest, DecidingLayer, Decision, PoliciesInForce } from './request';
import { statementsAbout } from './statement-index';
import { isSameText, literalText } from './text-matching';
import { all, any, opposite, Verdict } from './verdict';

type Layer = DecidingLayer['layer'];

/** A layer of policies with what it allows. */
interface LayerAllow extends Match {
  readonly layer: Layer;
}

/** Layers that together allow a request, when each of them does. */
type Path = readonly LayerAllow[];

/** What a resource policy says, told apart by how it names who asks. */
interface ResourceEffect {
  readonly bySession: LayerAllow;
  readonly byIdentity: LayerAllow;
  readonly byAccount: LayerAllow;
  readonly byAnyName: LayerAllow;
  readonly deny: Match;
}

/** The layers of one request. */
interface Layers {
  readonly identity: LayerAllow;
  /** Boundary and session policies, as far as there are any. */
  readonly limits: readonly LayerAllow[];
  readonly resource: ResourceEffect;
  readonly denials: readonly { readonly layer: Layer; readonly deny: Match }[];
}

const NOTHING: Match = { verdict: 'no', statements: [] };
const NO_RESOURCE_POLICY: ResourceEffect = {
  bySession: { layer: 'resource', ...NOTHING },
  byIdentity: { layer: 'resource', ...NOTHING },
  byAccount: { layer: 'resource', ...NOTHING },
  byAnyName: { layer: 'resource', ...NOTHING },
  deny: NOTHING,
};

/**
 * Whether the policies allow a request. An explicit denial of any of them decides; else the identity's policies must
 * allow it within boundary and session policies, or in the same account the resource's policy by itself; between
 * accounts both must. A resource's policy that isn't given allows nothing. Control policies of an organization are not
 * looked at.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(request: AccessRequest, policies: PoliciesInForce): Decision {
  const layers = layersOf(request, policies);
  const denied = any(layers.denials.map(({ deny }) => deny.verdict));
  if (denied === 'yes') return { verdict: 'no', layers: denyingLayers(layers, 'yes') };
  const paths = pathsOf(request, policies, layers);
  const allowed = any(paths.map(verdictOf));
  const verdict = all([opposite(denied), allowed]);
  return {
    verdict,
    layers: [...(allowed === 'no' ? [] : denyingLayers(layers, 'unknown')), ...decidingLayers(paths, allowed)],
  };
}

function layersOf(request: AccessRequest, { identity, boundary, session = [], resource }: PoliciesInForce): Layers {
  const ofIdentity = effectOf(identity, request);
  const ofResource = resource ? resourceEffect(resource, request, boundary !== undefined) : NO_RESOURCE_POLICY;
  const limits: { readonly layer: Layer; readonly effect: PolicyEffect }[] = [
    ...(boundary ? [{ layer: 'boundary' as const, effect: effectOf([boundary], request) }] : []),
    ...(session.length > 0 ? [{ layer: 'session' as const, effect: effectOf(session, request) }] : []),
  ];
  return {
    identity: { layer: 'identity', ...ofIdentity.allow },
    limits: limits.map(({ layer, effect }) => ({ layer, ...effect.allow })),
    resource: ofResource,
    denials: [
      { layer: 'identity', deny: ofIdentity.deny },
      ...limits.map(({ layer, effect }) => ({ layer, deny: effect.deny })),
      { layer: 'resource', deny: ofResource.deny },
    ],
  };
}

function resourceEffect(policy: Policy, request: AccessRequest, hasBoundary: boolean): ResourceEffect {
  const about = statementsAbout(policy, request.action);
  const allowing = (name: (match: PrincipalMatch) => Verdict): LayerAllow => ({
    layer: 'resource',
    ...matchOf(about, 'Allow', request, (statement) => name(principalOfAllow(statement, request))),
  });
  return {
    bySession: allowing(({ session }) => session),
    byIdentity: allowing(({ identity }) => identity),
    byAccount: allowing(({ account }) => account),
    byAnyName: allowing(({ session, identity, account }) => any([session, identity, account])),
    deny: matchOf(about, 'Deny', request, (statement) => principalOfDeny(statement, request, hasBoundary)),
  };
}

/** The ways in which a request can be allowed; where nobody knows whether it stays in its account, what both have. */
function pathsOf(request: AccessRequest, policies: PoliciesInForce, layers: Layers): readonly Path[] {
  const { identity, limits, resource } = layers;
  // Services have no policies of their own: what they may do only the resource tells.
  if (request.principal.kind === 'service') return [[resource.byIdentity]];
  const within = withinAccount(policies, layers);
  const across: Path = [identity, ...limits, resource.byAnyName];
  const isWithin = staysInAccount(request);
  if (isWithin === 'yes') return within;
  if (isWithin === 'no') return [across];
  return any(within.map(verdictOf)) === verdictOf(across) ? [across] : [across.map(doubted)];
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html: a
 * resource policy that names the session or the user isn't limited by what a boundary or session policy merely doesn't
 * allow; one that names the role is; one that names the account leaves it to the identity's policies.
 */
function withinAccount(
  { resource: policy, resourcePolicyIsRequired }: PoliciesInForce,
  layers: Layers,
): readonly Path[] {
  const { identity, limits, resource } = layers;
  const byIdentity = [identity, ...limits, ...(resourcePolicyIsRequired ? [resource.byAccount] : [])];
  return policy ? [[resource.bySession], [resource.byIdentity, ...limits], byIdentity] : [byIdentity];
}

function staysInAccount({ principal, resourceAccount }: AccessRequest): Verdict {
  return resourceAccount === undefined ? 'yes' : isSameText(accountOf(principal), literalText(resourceAccount));
}

function verdictOf(path: Path): Verdict {
  return all(path.map(({ verdict }) => verdict));
}

function doubted(allow: LayerAllow): LayerAllow {
  return { ...allow, verdict: 'unknown' };
}

function denyingLayers({ denials }: Layers, verdict: Verdict): DecidingLayer[] {
  return denials
    .filter(({ deny }) => deny.verdict === verdict)
    .map(({ layer, deny }) => ({ layer, effect: 'explicit deny', ...deny }));
}

/**
 * The layers of the path that decides: all of one that allows, and of one that doesn't those that stand in its way. A
 * path on which the resource's policy says nothing was never open.
 */
function decidingLayers(paths: readonly Path[], allowed: Verdict): DecidingLayer[] {
  const deciding =
    allowed === 'no'
      ? (paths.find(([first]) => first.verdict !== 'no') ?? paths[paths.length - 1])
      : (paths.find((path) => verdictOf(path) === allowed) ?? []);
  return deciding
    .filter(({ verdict }) => verdict === allowed)
    .map(({ layer, verdict, statements }) =>
      verdict === 'no'
        ? { layer, effect: 'implicit deny', verdict: 'yes', statements }
        : { layer, effect: 'allow', verdict, statements },
    );
}
