import { Reviews, set } from '../review';
import { typePage } from './pages';

export const DOMAINS: Reviews = {
  'AWS::CertificateManager::Certificate': {
    adds: [
      {
        actions: {
          c: 'acm:RequestCertificate',
          crud: 'acm:DescribeCertificate',
          r: 'acm:ListTagsForCertificate',
          cut: 'acm:AddTagsToCertificate',
          ut: 'acm:RemoveTagsFromCertificate',
          u: 'acm:UpdateCertificateOptions',
          d: 'acm:DeleteCertificate',
          l: 'acm:ListCertificates',
        },
      },
      {
        // CloudFormation writes the records that prove who owns the domain.
        when: set('DomainValidationOptions.HostedZoneId'),
        actions: { cu: 'route53:ChangeResourceRecordSets route53:GetChange' },
      },
      {
        when: set('CertificateAuthorityArn'),
        actions: { c: 'acm-pca:DescribeCertificateAuthority acm-pca:GetCertificate acm-pca:IssueCertificate' },
        source: 'https://docs.aws.amazon.com/acm/latest/userguide/authen-apipermissions.html',
      },
    ],
    serviceLinkedRoles: [
      {
        service: 'acm.amazonaws.com',
        when: set('CertificateAuthorityArn'),
        source: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-slr.html',
      },
    ],
    source: typePage('AWS::CertificateManager::Certificate'),
  },
  'AWS::Route53::HostedZone': {
    always: `route53:ChangeTagsForResource route53:CreateHostedZone route53:DeleteHostedZone route53:GetChange
      route53:GetHostedZone route53:ListHostedZones route53:ListHostedZonesByName route53:ListQueryLoggingConfigs
      route53:ListTagsForResource`,
    when: [
      { when: set('HostedZoneConfig'), actions: 'route53:UpdateHostedZoneComment' },
      {
        when: set('QueryLoggingConfig'),
        actions: 'route53:CreateQueryLoggingConfig route53:DeleteQueryLoggingConfig',
      },
      {
        when: set('VPCs'),
        actions: `ec2:DescribeVpcs route53:AssociateVPCWithHostedZone
          route53:DisassociateVPCFromHostedZone`,
      },
    ],
  },
  'AWS::Route53::RecordSet': {
    adds: [
      {
        actions: {
          cud: 'route53:ChangeResourceRecordSets route53:GetChange',
          cru: 'route53:GetHostedZone',
          crud: 'route53:ListResourceRecordSets',
        },
      },
      {
        when: set('HostedZoneName'),
        actions: { crud: 'route53:ListHostedZones route53:ListHostedZonesByName' },
      },
    ],
    source: typePage('AWS::Route53::RecordSet'),
  },
};
