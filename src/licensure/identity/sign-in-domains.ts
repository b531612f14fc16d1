import { Stack } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ManagedLoginVersion, UserPool, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { ARecord, IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import { signInPrefix } from '../../config/sign-in-prefix';
import type { Deployment } from '../../private/deployment';
import { hostedZone } from '../../private/hosted-zone';

/** Cognito serves custom domains through CloudFront, whose certificates lie in this region. */
const CERTIFICATE_REGION = 'us-east-1';

/** Where a pool signs people in. */
export interface SignInDomain {
  readonly domain: UserPoolDomain;
  /** Host name, without scheme. */
  readonly hostName: string;
}

/**
 * The sign-in pages of staff: `staff-auth.` below the hosted zone, else an address of Cognito. Cognito takes a domain of
 * ours only when the zone itself has an address record.
 */
export function staffDomain(scope: Construct, pool: UserPool, deployment: Deployment, logKey: IKey): SignInDomain {
  const { applicationName, environment } = deployment.settings;
  const { domainName, name } = environment;
  const managedLoginVersion = ManagedLoginVersion.NEWER_MANAGED_LOGIN;
  if (!domainName) {
    return cognitoDomain(pool, { domainPrefix: signInPrefix(applicationName, name, 'staff'), managedLoginVersion });
  }
  const hostName = `staff-auth.${domainName}`;
  requireCertificateRegion(hostName, Stack.of(scope).region);
  const zone = hostedZone(scope, { deployment, zoneName: domainName, logKey });
  return customDomain(scope, pool, { zone, hostName, managedLoginVersion });
}

/** The token endpoint of machines: always an address of Cognito, nobody sees a page of it. */
export function machineDomain(pool: UserPool, { settings }: Deployment): SignInDomain {
  const { applicationName, environment } = settings;
  return cognitoDomain(pool, { domainPrefix: signInPrefix(applicationName, environment.name, 'state-auth') });
}

function cognitoDomain(
  pool: UserPool,
  props: { readonly domainPrefix: string; readonly managedLoginVersion?: ManagedLoginVersion },
): SignInDomain {
  const { domainPrefix, managedLoginVersion } = props;
  const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix }, managedLoginVersion });
  return { domain, hostName: `${domainPrefix}.auth.${Stack.of(pool).region}.amazoncognito.com` };
}

function requireCertificateRegion(hostName: string, region: string): void {
  if (region === CERTIFICATE_REGION) return;
  throw new Error(
    `the sign-in domain ${hostName} can't be made in ${region}: Cognito needs its certificate in ${CERTIFICATE_REGION}; deploy the environment there, or leave out its domain name`,
  );
}

function customDomain(
  scope: Construct,
  pool: UserPool,
  props: { readonly zone: IHostedZone; readonly hostName: string; readonly managedLoginVersion: ManagedLoginVersion },
): SignInDomain {
  const { zone, hostName, managedLoginVersion } = props;
  const certificate = new Certificate(scope, 'StaffAuthCert', {
    domainName: hostName,
    validation: CertificateValidation.fromDns(zone),
  });
  const domain = pool.addDomain('Domain', { customDomain: { domainName: hostName, certificate }, managedLoginVersion });
  new ARecord(scope, 'StaffAuthDomainARecord', {
    zone,
    recordName: hostName,
    target: RecordTarget.fromAlias({
      bind: () => ({ dnsName: domain.cloudFrontEndpoint, hostedZoneId: CloudFrontTarget.getHostedZoneId(scope) }),
    }),
  });
  return { domain, hostName };
}
