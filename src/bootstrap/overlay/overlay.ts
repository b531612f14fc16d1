import { boundariesOfRoles, BoundaryPolicies, boundaryPolicies, noOtherBoundary } from './boundaries';
import type { Change } from './change';
import { Trust, trustChanges } from './trust';
import { DEFAULT_QUALIFIER } from '../../core/contracts/bootstrap';
import { LONGEST_REPOSITORY_NAME } from '../limits';
import { UPSTREAM_VARIANT } from '../variant';

/** What makes one account's template of the upstream one. */
export interface Overlay {
  readonly variant: string;
  readonly description: string;
  readonly qualifier: string;
  readonly policies: BoundaryPolicies;
  readonly trust: Trust;
  /** Service principals. */
  readonly serviceLinkedRoles: readonly string[];
}

export function overlayChanges(overlay: Overlay): Change[] {
  return [
    variant(overlay),
    ...(overlay.qualifier === DEFAULT_QUALIFIER ? [] : [qualifier(overlay.qualifier)]),
    boundariesOfRoles(),
    noOtherBoundary(),
    shortRepositoryName(),
    boundaryPolicies(overlay.policies),
    ...trustChanges(overlay.trust),
    ...(overlay.serviceLinkedRoles.length === 0 ? [] : [serviceLinkedRoles(overlay.serviceLinkedRoles)]),
  ];
}

function variant({ variant: name, description }: Overlay): Change {
  const parameter = ['Parameters', 'BootstrapVariant'];
  return {
    name: 'variant',
    what: `variant ${name}, with a description of the template`,
    why: 'the command refuses to put another template in its place by mistake',
    edits: [
      { kind: 'replace', path: [...parameter, 'Default'], was: UPSTREAM_VARIANT, value: name },
      {
        kind: 'replace',
        path: ['Description'],
        was: 'This stack includes resources needed to deploy AWS CDK apps into this environment',
        value: description,
      },
    ],
  };
}

function qualifier(name: string): Change {
  return {
    name: 'qualifier',
    what: `qualifier ${name} by default`,
    why: 'the apps of the installation deploy with it',
    edits: [{ kind: 'replace', path: ['Parameters', 'Qualifier', 'Default'], was: DEFAULT_QUALIFIER, value: name }],
  };
}

function shortRepositoryName(): Change {
  return {
    name: 'name of the repository',
    what: `the name of the repository for images has at most ${LONGEST_REPOSITORY_NAME} characters`,
    why: 'boundaries name the repository, and have little room',
    edits: [
      {
        kind: 'add',
        path: ['Parameters', 'ContainerAssetsRepositoryName', 'MaxLength'],
        value: LONGEST_REPOSITORY_NAME,
      },
    ],
  };
}

function serviceLinkedRoles(services: readonly string[]): Change {
  return {
    name: 'service-linked roles',
    what: `service-linked roles of ${services.join(', ')}`,
    why: 'their resources need them, and CloudFormation does not make them',
    edits: services.map((service) => ({
      kind: 'add',
      path: ['Resources', logicalIdOf(service)],
      value: {
        Type: 'AWS::IAM::ServiceLinkedRole',
        // The service may use it for resources that the bootstrap knows nothing of.
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: { AWSServiceName: service },
      },
    })),
  };
}

/** `opensearchservice.amazonaws.com` → `ServiceLinkedRoleOpensearchservice`. */
function logicalIdOf(service: string): string {
  const words = service.replace(/\.amazonaws\.com$/, '').split(/[^a-zA-Z0-9]+/);
  return `ServiceLinkedRole${words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}`;
}
