/**
 * What a stack and the function that finds its hosted zone agree on. The function is called by CloudFormation while the
 * stack is deployed, so that a synthesis needs no account and pipelines can be deployed before it exists.
 */
export const HOSTED_ZONE_LOOKUP = {
  /** Type of the resource in templates. Its physical id is the id of the zone. */
  resourceType: 'Custom::PublicHostedZone',
  /** File in `lambda/entry`, without extension; also the name of its bundle. */
  entry: 'hosted-zone',
  /** All that its role may do with Route 53; the action knows no resource. */
  actions: ['route53:ListHostedZonesByName'],
  timeoutSeconds: 60,
} as const;

/** Properties of the resource, as the stack gives them and the function gets them. */
export interface HostedZoneLookupProperties {
  /** Name of the zone, without the dot at its end. */
  readonly ZoneName: string;
}
