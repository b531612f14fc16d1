import { EndpointType, RestApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ARecord, IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGateway } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';

/** Gives an API the host name `hostName` in a hosted zone. */
export function addApiDomain(scope: Construct, api: RestApi, zone: IHostedZone, hostName: string): void {
  const certificate = new Certificate(scope, 'ApiCert', {
    domainName: hostName,
    validation: CertificateValidation.fromDns(zone),
  });
  api.addDomainName('DomainName', {
    domainName: hostName,
    certificate,
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  new ARecord(scope, 'ApiARecord', {
    zone,
    recordName: hostName,
    target: RecordTarget.fromAlias(new ApiGateway(api)),
  });
}
