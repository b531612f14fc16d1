import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A finding that somebody looked at and accepted, until a day on which somebody looks again. */
export interface Acknowledgement {
  /**
   * Ids of findings as rule packs report them, e.g. `AwsSolutions-COG1`, or `AwsSolutions-IAM5[Resource::*]` where a rule
   * reports each detail by itself.
   */
  readonly findings: string[];
  /** Why the finding is accepted here, for a reviewer who doesn't know the code. */
  readonly reason: string;
  /** Person or team that answers for it. */
  readonly owner: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
}

/** An acknowledgement with the construct that it was recorded on. */
export interface RecordedAcknowledgement extends Acknowledgement {
  /** Path of the construct; the acknowledgement holds for it and everything below it. */
  readonly scope: string;
}

/** Type of the metadata in which acknowledgements stand, also in assemblies. */
export const METADATA_TYPE = 'cdk-compact-platform:acknowledgement';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * Acknowledgements of security findings, each with a reason, an owner and an expiry.
 *
 * They reach rule packs as the CDK's own acknowledgements; `SecurityRulePacks` also reports the ones that expired, the
 * ones that no finding needs any more, and the ones that stand above resources that don't have the finding.
 */
export class Acknowledgements {
  /** The acknowledgements of a construct and of everything below it. */
  public static of(scope: IConstruct): Acknowledgements {
    return new Acknowledgements(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /** Records an acknowledgement for the construct and everything below it. */
  public add(acknowledgement: Acknowledgement): void {
    const { findings, reason, owner, expires } = acknowledgement;
    const problems = problemsOf(acknowledgement);
    if (problems.length > 0) {
      throw new Error(
        `the acknowledgement on ${this.scope.node.path || 'the app'} is incomplete: ${problems.join('; ')}`,
      );
    }
    this.scope.node.addMetadata(METADATA_TYPE, acknowledgement);
    const text = `${reason} (owner: ${owner}; expires: ${expires})`;
    Validations.of(this.scope).acknowledge(...findings.map((id) => ({ id, reason: text })));
  }

  /** Everything recorded on the construct and below it, with the construct that it was recorded on. */
  public all(): RecordedAcknowledgement[] {
    return this.scope.node
      .findAll()
      .flatMap(({ node }) =>
        node.metadata
          .filter(({ type }) => type === METADATA_TYPE)
          .map(({ data }) => ({ ...(data as Acknowledgement), scope: node.path })),
      );
  }
}

function problemsOf({ findings, reason, owner, expires }: Acknowledgement): string[] {
  return [
    ...(findings.length === 0 ? ['it names no finding: list at least one id'] : []),
    ...(reason.trim() === '' ? ['its reason is empty: say why the finding is accepted'] : []),
    ...(owner.trim() === '' ? ['its owner is empty: name a person or a team'] : []),
    ...(DAY.test(expires) ? [] : [`its expiry "${expires}" is not a day: write it as YYYY-MM-DD`]),
  ];
}
