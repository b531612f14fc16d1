import { AspectPriority, Aspects, IAspect, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Tags by which costs are sorted and resources found: on every stack of a platform. */
export interface StandardTagValues {
  /** Value of the tag `Project`. */
  readonly project: string;
  /** Value of the tag `Service`. */
  readonly service: string;
  /** Value of the tag `Environment`, e.g. `prod`, `pipeline` or `deploy`. */
  readonly environment: string;
  /**
   * Further tags by name.
   *
   * @default - none
   */
  readonly extra?: { [name: string]: string };
}

const REQUIRED_TAGS = ['Project', 'Service', 'Environment'];

/** Gives stacks the standard tags, and refuses stacks that lack them. CloudFormation hands a stack's tags on to its resources. */
export class StandardTags {
  /**
   * Tags every stack at or below a stack, a stage or an app; a stack that has a value already keeps it. A stage further
   * down is a deployment of its own and is tagged by a call of its own: its environment is another one.
   */
  public static apply(scope: IConstruct, values: StandardTagValues): void {
    const { project, service, environment, extra = {} } = values;
    const tags = Object.entries({ Project: project, Service: service, Environment: environment, ...extra });
    const tagging: IAspect = {
      visit: (node) => {
        if (!isWholeStack(node)) return;
        const own = node.tags.tagValues();
        for (const [name, value] of tags) if (!(name in own)) node.tags.setTag(name, value);
      },
    };
    Aspects.of(scope).add(tagging, { priority: AspectPriority.MUTATING });
  }

  /** Makes each stack below a construct, also in stages, that lacks one of the standard tags an error of the synthesis. */
  public static require(scope: IConstruct): void {
    scope.node.addValidation({
      validate: () =>
        scope.node.findAll().flatMap((node) => {
          if (!isWholeStack(node)) return [];
          const values = node.tags.tagValues();
          const missing = REQUIRED_TAGS.filter((name) => !values[name]?.trim());
          if (missing.length === 0) return [];
          const { stackName } = node;
          return [`the stack ${stackName} lacks the tags ${missing.join(', ')}: give it all with StandardTags.apply`];
        }),
    });
  }

  private constructor() {}
}

/** A nested stack gets the tags of the stack that holds it. */
function isWholeStack(node: IConstruct): node is Stack {
  return Stack.isStack(node) && !node.nestedStackParent;
}
