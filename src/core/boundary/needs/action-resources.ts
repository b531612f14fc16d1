import type { ActionTable } from '../../iam/action-table';
import type { PartialText } from '../../iam/partial-text';
import { literalText } from '../../iam/text-matching';
import { sampleArn } from '../templates/physical-names';
import type { TemplateResource } from '../templates/template-model';

const EVERYTHING = literalText('*');

/** Finds out for which ARN CloudFormation calls an action. */
export class ActionResources {
  private readonly patterns = new Map<string, readonly RegExp[]>();
  private readonly ofTypes = new Map<string, 'own' | 'every' | 'any'>();

  constructor(private readonly actions: ActionTable) {}

  /**
   * The ARN of the resource itself, where the action takes such ARNs; `*` where it takes none; nothing where it is called
   * for something else.
   *
   * @param own ARN of the resource
   */
  ofResource(action: string, { type }: TemplateResource, own: PartialText | undefined): PartialText | undefined {
    const answer = this.answerFor(action, type);
    if (answer === 'every') return EVERYTHING;
    return answer === 'own' ? own : undefined;
  }

  /** Whether an action can be called for an ARN of which some is known. */
  takes(action: string, arn: PartialText): boolean {
    const text = arn.map((part) => (typeof part === 'string' ? part : 'X')).join('');
    return this.patternsOf(action).some((pattern) => pattern.test(text));
  }

  /** Whether an action takes the ARNs of a resource type. */
  isAbout(action: string, type: string): boolean {
    return this.answerFor(action, type) === 'own';
  }

  /** Whether requests tell the permissions boundary of the role or user that they are about. */
  knowsBoundary(action: string): boolean {
    const keys = this.actions.find(action)?.conditionKeys ?? [];
    return keys.some((key) => key.toLowerCase() === 'iam:permissionsboundary');
  }

  private answerFor(action: string, type: string): 'own' | 'every' | 'any' {
    const key = `${type} ${action}`;
    let answer = this.ofTypes.get(key);
    if (!answer) {
      answer = this.answer(action, type);
      this.ofTypes.set(key, answer);
    }
    return answer;
  }

  private answer(action: string, type: string): 'own' | 'every' | 'any' {
    const facts = this.actions.find(action);
    if (facts && facts.resources.length === 0) return 'every';
    const sample = sampleArn(type);
    return sample !== undefined && this.patternsOf(action).some((pattern) => pattern.test(sample)) ? 'own' : 'any';
  }

  private patternsOf(action: string): readonly RegExp[] {
    let patterns = this.patterns.get(action);
    if (!patterns) {
      patterns = (this.actions.find(action)?.resources ?? []).map(arnPattern);
      this.patterns.set(action, patterns);
    }
    return patterns;
  }
}

/** `arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}`; names may hold slashes: roles have paths. */
function arnPattern(format: string): RegExp {
  const parts = format.split(/\$\{[^}]*\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^:]*')}$`);
}
