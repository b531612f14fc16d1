import { certainBeginning, arnParts, ArnParts } from './arn-parts';
import type { ActionFacts } from '../../iam/action-table';
import type { PartialText } from '../../iam/partial-text';

/** Where stacks are deployed to: literal values that mean the stack's own account and region. */
export interface OwnPlace {
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
}

/** A resource that an action is needed for, as far as its ARN tells. */
export interface ResourceUse {
  /** Everything before the name, as text for `Fn::Sub`: `arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:`. */
  readonly stem: string;
  /** How the name certainly begins. */
  readonly beginning: string;
  /** Whether that is the whole name. */
  readonly isAll: boolean;
}

/** Nothing where the ARN isn't known enough, or isn't one that policies can name for the action. */
export function resourceUse(arn: PartialText, { resources }: ActionFacts, own: OwnPlace): ResourceUse | undefined {
  const parts = arnParts(arn);
  if (parts === undefined) return undefined;
  const { beginning, isAll } = certainBeginning(parts.resource);
  const type = resources
    .flatMap((format) => typeIn(format, parts) ?? [])
    .filter((known) => beginning.startsWith(known))
    .sort((one, other) => other.length - one.length)[0];
  const place = placeOf(parts, own);
  if (type === undefined || place === undefined) return undefined;
  return { stem: `${place}${type}`, beginning: beginning.slice(type.length), isAll };
}

/** What a format of ARNs says before the first name, where it is one of the ARN's service: `table/`. */
function typeIn(format: string, { service }: ArnParts): string | undefined {
  const [, , formatService, , , ...resource] = format.split(':');
  return service.length === 1 && service[0] === formatService ? resource.join(':').split(/\$\{|\*/, 1)[0] : undefined;
}

function placeOf({ partition, service, region, account }: ArnParts, own: OwnPlace): string | undefined {
  // All ARNs of a deployment are of its own partition, whether they say so by name or not.
  const segments = [
    placeSegment(partition, 'AWS::Partition', own.partition ?? String(partition[0])),
    String(service[0]),
    placeSegment(region, 'AWS::Region', own.region),
    placeSegment(account, 'AWS::AccountId', own.account),
  ];
  return segments.includes(undefined) ? undefined : `arn:${segments.join(':')}:`;
}

/** A pseudo parameter where it is the stack's own place, whatever else is known, and nothing where that isn't known. */
function placeSegment(text: PartialText, pseudoParameter: string, own: string | undefined): string | undefined {
  if (text.length === 0) return '';
  const [value] = text;
  if (text.length > 1) return undefined;
  if (typeof value !== 'string') return value.unknown === pseudoParameter ? `\${${pseudoParameter}}` : undefined;
  if (value === own) return `\${${pseudoParameter}}`;
  return certainBeginning(text).isAll ? value : value === '*' ? '*' : undefined;
}
