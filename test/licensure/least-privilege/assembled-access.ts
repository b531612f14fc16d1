import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { isKey, keyArn, withDeployedNames } from './deployed-names';
import { readAssembly } from '../../../src/boundary/assembly/read-assembly';
import { boundaryTables } from '../../../src/boundary/tables';
import type { LicensureBackendSettings } from '../../../src/config/settings';
import type { DeployedIdentity } from '../../../src/core/boundary/deployed-identity';
import { identitiesOf } from '../../../src/core/boundary/needs/identities-of';
import { ResourcePolicy, resourcePoliciesOf } from '../../../src/core/boundary/needs/resource-policies-of';
import { resourceOf } from '../../../src/core/iam/arn-matching';
import { evaluate } from '../../../src/core/iam/evaluate';
import { parsePolicy } from '../../../src/core/iam/parse-policy';
import type { PartialText } from '../../../src/core/iam/partial-text';
import type { Policy } from '../../../src/core/iam/policy';
import type { RequestContext, RequestPrincipal } from '../../../src/core/iam/request';
import { concatenated } from '../../../src/core/iam/text-building';
import type { Verdict } from '../../../src/core/iam/verdict';
import { LicensureCompactBackend } from '../../../src/licensure/licensure-compact-backend';

const ACCOUNT = '111122223333';
const REGION = 'us-east-1';

/** Somebody whose calls the policies of an assembly decide. */
export interface Caller {
  /** Logical id of a role without its hash. */
  readonly name: string;
  readonly principal: RequestPrincipal;
  readonly policies: readonly Policy[];
}

/** Somebody who may do everything, as far as their own policies go. */
export function administrator(kind: 'role' | 'user'): Caller {
  const { policy } = parsePolicy(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
    'Administrator',
  );
  const id: PartialText = [`arn:aws:iam::${ACCOUNT}:${kind}/Administrator`];
  return { name: 'Administrator', principal: { kind, id, account: ACCOUNT }, policies: [policy] };
}

/** What a call says of itself beside action and resource; TLS and no service in between where nothing is said. */
export interface Circumstances {
  /** Service in whose name a key is used for the caller. */
  readonly via?: 'dynamodb' | 's3' | 'sqs';
  /** Key that the caller of S3 asks for, as an ARN. */
  readonly encryptionKey?: PartialText;
}

/** Decides calls by all policies of a synthesized backend, those of its roles and those of its resources. */
export class AssembledAccess {
  readonly callers: readonly Caller[];
  private readonly resourcePolicies: readonly ResourcePolicy[];

  constructor(settings: LicensureBackendSettings) {
    const outdir = mkdtempSync(join(tmpdir(), 'access-'));
    const app = new App({ outdir });
    new LicensureCompactBackend(app, 'Backend', { settings });
    app.synth();
    const { templates: synthesized, problems } = readAssembly(outdir);
    rmSync(outdir, { recursive: true });
    const templates = synthesized.map(withDeployedNames);
    const { identities, problems: unread } = identitiesOf(templates, boundaryTables());
    const { policies } = resourcePoliciesOf(templates);
    expect([...problems, ...unread]).toEqual([]);
    this.callers = identities.map(callerOf);
    this.resourcePolicies = policies.map((policy) => {
      const template = templates.find(({ name }) => name === policy.stack)!;
      return isKey(template, policy.logicalId) ? { ...policy, resource: [keyArn(template, policy.logicalId)] } : policy;
    });
  }

  /** Whether the caller may do it with the resource (of that logical id) or with a part of it, `/index/name` or `/key`. */
  decide(caller: Caller, action: string, logicalId: string, part = '', circumstances: Circumstances = {}): Verdict {
    const { resource, policy } = this.policyOf(logicalId);
    const request = {
      action,
      resource: resourceOf(concatenated(resource!, part === '' ? [] : [part])),
      context: contextOf(circumstances),
      principal: caller.principal,
      resourceAccount: ACCOUNT,
    };
    const resourcePolicyIsRequired = action.startsWith('kms:');
    return evaluate(request, { identity: caller.policies, resource: policy, resourcePolicyIsRequired }).verdict;
  }

  /** `Role: action` of all that any caller may do with it, or might: `?` where the policies leave it open. */
  allowed(actions: readonly string[], logicalId: string, part?: string, circumstances?: Circumstances): string[] {
    return this.callers.flatMap((caller) =>
      actions.flatMap((action) => {
        const verdict = this.decide(caller, action, logicalId, part, circumstances);
        return verdict === 'no' ? [] : `${caller.name}: ${action}${verdict === 'yes' ? '' : ' ?'}`;
      }),
    );
  }

  private policyOf(logicalId: string): ResourcePolicy {
    const isOf = (policy: ResourcePolicy) => new RegExp(`^${logicalId}(Policy)?[0-9A-F]{8}$`).test(policy.logicalId);
    const found = this.resourcePolicies.filter(isOf);
    expect(found).toHaveLength(1);
    return found[0];
  }
}

/** Every action of a service that the Service Authorization Reference knows, or those with resources of one kind. */
export function actionsOf(service: string, resourceEnd = ''): string[] {
  const facts = boundaryTables().actions.actionsOf(service);
  const isOfKind = (format: string) => format.endsWith(resourceEnd);
  return facts.filter(({ resources }) => resourceEnd === '' || resources.some(isOfKind)).map(({ name }) => name);
}

function callerOf({ kind, logicalId, arn, policies }: DeployedIdentity): Caller {
  return {
    name: logicalId.replace(/[0-9A-F]{8}$/, ''),
    principal: { kind, id: resourceOf(arn), account: ACCOUNT },
    policies,
  };
}

function contextOf({ via, encryptionKey }: Circumstances): RequestContext {
  return {
    'aws:principalservicename': 'absent',
    'aws:securetransport': [['true']],
    'kms:viaservice': via ? [[`${via}.${REGION}.amazonaws.com`]] : 'absent',
    's3:x-amz-server-side-encryption': encryptionKey ? [['aws:kms']] : 'absent',
    's3:x-amz-server-side-encryption-aws-kms-key-id': encryptionKey ? [encryptionKey] : 'absent',
    's3:x-amz-server-side-encryption-customer-algorithm': 'absent',
  };
}
