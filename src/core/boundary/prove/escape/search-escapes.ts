import { Actor, deploymentActor, firstActors } from './actor';
import type { Attempt } from './attempt';
import {
  escape,
  UNKNOWN_BOUNDARY_PATH,
  withoutBoundary,
  withUnknownBoundary,
  withUnknownWorkloadBoundary,
} from './escape-findings';
import { allowedStep, closing } from './evidence';
import { isBeyond } from './rights-beyond';
import { TECHNIQUES } from './techniques';
import { bootstrapResources } from './techniques/bootstrap-resources';
import { Outcome, tryAttempt } from './try-attempt';
import { worldOf } from './world';
import type { ActionTable } from '../../../iam/action-table';
import type { AccountModel } from '../../account/account-model';
import type { ClosedPath } from '../../analysis';
import type { BoundaryFinding } from '../../finding';

/** Ways out of a boundary that are open or may be, and how the others are closed: all of them is the proof. */
export interface EscapeSearch {
  readonly escapes: readonly BoundaryFinding[];
  readonly closed: readonly ClosedPath[];
}

/**
 * Searches for a way from the rights of the execution role, of which whoever controls templates has the use, to rights
 * beyond execution and workload boundary. Whatever the role may call counts as possible, whether CloudFormation has a
 * resource type for it or not. Resource policies that hand out data to others are no way to rights, nor is what a
 * service does with a service-linked role; both stay out of it.
 */
export function searchEscapes(model: AccountModel, table: ActionTable): EscapeSearch {
  const { boundary } = model.executionRole;
  if (boundary === undefined) return { escapes: [withoutBoundary(model)], closed: [] };
  if (boundary.policy === undefined) return { escapes: [withUnknownBoundary(boundary.arn)], closed: [] };
  const search = new Search(model, table);
  search.run();
  return search.result();
}

type Kind = 'open' | 'perhaps' | 'closed';

/** The worst that came of a path so far. */
interface PathResult {
  readonly kind: Kind;
  readonly finding?: BoundaryFinding;
  readonly closedBy: readonly string[];
}

const ORDER: readonly Kind[] = ['closed', 'perhaps', 'open'];

class Search {
  private readonly paths = new Map<string, PathResult>();
  private readonly actors: Actor[];
  private readonly taken = new Set<string>();

  public constructor(
    private readonly model: AccountModel,
    private readonly table: ActionTable,
  ) {
    this.actors = [...firstActors(model, table)];
  }

  /** Breadth first, so that the first way found is the shortest. */
  public run(): void {
    this.tellUnknownBoundary();
    const world = worldOf(this.model);
    const attempts = TECHNIQUES.flatMap((technique) => technique(world, this.model));
    const onResources = bootstrapResources(world, this.model);
    for (const actor of this.actors) {
      // Roles that deploy are there to exchange assets and to update stacks.
      const own = actor.deploymentRole === undefined ? [...attempts, ...onResources] : attempts;
      for (const attempt of own) this.take(attempt, actor, tryAttempt(attempt, actor));
    }
  }

  public result(): EscapeSearch {
    const results = [...this.paths];
    const found = results.flatMap(([, { kind, finding }]) =>
      kind === 'closed' || finding === undefined ? [] : [finding],
    );
    return {
      escapes: found.sort((one, other) => Number(other.severity === 'fatal') - Number(one.severity === 'fatal')),
      closed: results.flatMap(([path, { kind, closedBy }]) => (kind === 'closed' ? [{ path, closedBy }] : [])),
    };
  }

  private take(attempt: Attempt, actor: Actor, outcome: Outcome): void {
    const { gains, path } = attempt;
    const { verdict } = outcome;
    if (verdict === 'no') return this.note(path, 'closed', closing(outcome));
    const steps = [...actor.steps, ...outcome.steps.map(allowedStep)];
    if (verdict === 'yes' && gains !== undefined) this.gain(attempt, steps);
    if (gains !== undefined && this.isInside(attempt)) return this.note(path, 'closed', [this.insideReason(attempt)]);
    if (attempt.assumes !== undefined && this.model.holdsOtherPrograms === false) {
      return this.note(path, 'closed', [
        `the account holds nothing else: there is no ${attempt.assumes.replace(/^an? /, '')}`,
      ]);
    }
    const isCertain = verdict === 'yes' && (attempt.assumes === undefined || this.model.holdsOtherPrograms === true);
    this.note(path, isCertain ? 'open' : 'perhaps', [], escape(attempt, actor, steps, isCertain, outcome));
  }

  private gain({ gains }: Attempt, steps: readonly string[]): void {
    if (gains === undefined || this.taken.has(gains.arn)) return;
    this.taken.add(gains.arn);
    this.actors.push(deploymentActor(gains, steps, this.model, this.table));
  }

  private isInside({ gains }: Attempt): boolean {
    return gains !== undefined && (this.model.deploysWithBootstrapRoles || !isBeyond(gains, this.model, this.table));
  }

  private insideReason({ gains }: Attempt): string {
    return this.model.deploysWithBootstrapRoles
      ? `${gains?.name} is there for programs of this account to deploy with`
      : `${gains?.name} may do nothing beyond the boundaries`;
  }

  private tellUnknownBoundary(): void {
    const { workloadBoundary, executionRole } = this.model;
    if (workloadBoundary === undefined || workloadBoundary.policy !== undefined) return;
    const finding = withUnknownWorkloadBoundary(workloadBoundary.arn, executionRole);
    this.note(UNKNOWN_BOUNDARY_PATH, 'perhaps', [], finding);
  }

  private note(path: string, kind: Kind, closedBy: readonly string[], finding?: BoundaryFinding): void {
    const before = this.paths.get(path);
    const isWorse = before === undefined || ORDER.indexOf(kind) > ORDER.indexOf(before.kind);
    this.paths.set(path, {
      kind: isWorse ? kind : before.kind,
      finding: isWorse ? finding : before.finding,
      closedBy: [...new Set([...(before?.closedBy ?? []), ...closedBy])],
    });
  }
}
