import type { BoundaryFinding } from '../../core/boundary/finding';
import { stableId } from '../build/findings';
import type { ReportedAcknowledgement, ReportedFinding, ReportedStack, SecurityReport, Severity } from '../model';
import { findingCode, placeText } from '../wording/items';

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  /** Empty where results could be suppressed, and this one is not. */
  readonly suppressions: readonly SarifSuppression[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface SarifLocation {
  readonly physicalLocation?: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string } };
  readonly logicalLocations: readonly {
    readonly fullyQualifiedName: string;
    readonly name: string;
    readonly kind: 'resource';
  }[];
}

export interface SarifSuppression {
  readonly kind: 'inSource';
  readonly status: 'accepted' | 'underReview';
  readonly justification: string;
}

/** Name and version of how fingerprints are made; another way gets another version. */
const FINGERPRINT = 'cdkCompactPlatform/v1';

const LEVELS: Readonly<Record<Severity, SarifResult['level']>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
  info: 'note',
};

export function findingResults({ findings, rules, acknowledgements, stacks }: SecurityReport): SarifResult[] {
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
  const acknowledgementById = new Map(acknowledgements.map((one) => [one.id, one]));
  const stackByPath = new Map(stacks.map((stack) => [stack.path, stack]));
  return findings.map((finding) => {
    const { id, rule, severity, path, resource, stack, acknowledgement } = finding;
    const description = ruleById.get(rule)?.description ?? '';
    const acknowledged = acknowledgement === undefined ? undefined : acknowledgementById.get(acknowledgement);
    return {
      ruleId: rule,
      level: LEVELS[severity],
      message: { text: messageOf(finding, description) },
      locations: [locationOf(path, resource?.logicalId, stack === undefined ? undefined : stackByPath.get(stack))],
      partialFingerprints: { [FINGERPRINT]: id },
      suppressions: acknowledged === undefined ? [] : [suppressionOf(acknowledged)],
    };
  });
}

export function boundaryResults({ boundaries, stacks }: SecurityReport): SarifResult[] {
  const stackByName = new Map(stacks.flatMap((stack) => [[stack.name, stack] as const, [stack.path, stack] as const]));
  return boundaries.analysed.flatMap(({ place, findings }) =>
    findings.map((finding): SarifResult => {
      const { rule, severity, description, change, steps, stack = '', logicalId, path } = finding;
      return {
        ruleId: rule,
        level: LEVELS[severity],
        message: { text: [description, ...stepTexts(steps), change].join('\n') },
        locations: [locationOf(path ?? logicalId ?? place, logicalId, stackByName.get(stack))],
        partialFingerprints: { [FINGERPRINT]: boundaryFindingId(place, finding) },
        suppressions: [],
        properties: { place, action: finding.action, operations: finding.operations, blocking: finding.blocking },
      };
    }),
  );
}

/** What a finding is about, without its wording. */
function boundaryFindingId(place: string, finding: BoundaryFinding): string {
  const { rule, stack = '', logicalId = '', action = '', property = '', steps = [] } = finding;
  return stableId(place, rule, stack, logicalId, action, property, ...steps);
}

function messageOf(finding: ReportedFinding, description: string): string {
  return `${findingCode(finding)} in ${placeText(finding.path)}: ${description}`;
}

function stepTexts(steps: readonly string[] = []): string[] {
  return steps.map((step, index) => `${index + 1}. ${step}`);
}

function locationOf(path: string, logicalId: string | undefined, stack: ReportedStack | undefined): SarifLocation {
  const fullyQualifiedName = placeText(path);
  return {
    physicalLocation: stack && { artifactLocation: { uri: encodeURI(stack.template), uriBaseId: 'ASSEMBLY' } },
    logicalLocations: [{ fullyQualifiedName, name: logicalId ?? fullyQualifiedName, kind: 'resource' }],
  };
}

function suppressionOf({ reason, owner, expires, scope, state }: ReportedAcknowledgement): SarifSuppression {
  const until = `${owner ?? 'no owner'}, ${expires === undefined ? 'no last day' : `until ${expires}`}`;
  return {
    kind: 'inSource',
    // What expired is to be looked at again.
    status: state === 'expired' ? 'underReview' : 'accepted',
    justification: `${reason} (${until}; on ${placeText(scope)})`,
  };
}
