import { Route53Client } from '@aws-sdk/client-route-53';
import type { HostedZoneLookupProperties } from '../../src/core/contracts/hosted-zone';
import { createCustomResourceHandler } from '../api/custom-resource-handler';
import { findPublicHostedZone } from '../app/find-public-hosted-zone';
import { sendAnswer } from '../infra/cloudformation-answer';
import { Route53HostedZones } from '../infra/route-53-hosted-zones';

export function hostedZoneHandler() {
  const zones = new Route53HostedZones(new Route53Client({}));
  return createCustomResourceHandler<HostedZoneLookupProperties>(
    ({ ZoneName }) => findPublicHostedZone({ zones }, ZoneName),
    sendAnswer,
  );
}
