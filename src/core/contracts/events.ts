/** Event sources on the data event bus (spec 04 section 10.2). */
export const EVENT_SOURCES = {
  providerData: 'org.compactconnect.provider-data',
  dataEvents: 'org.compactconnect.data-events',
  purchases: 'org.compactconnect.purchases',
  disasterRecovery: 'org.compactconnect.disaster-recovery',
} as const;

/** Source of what a file upload caused: it names the object. */
export function bulkIngestSource(objectKey: string): `org.compactconnect.bulk-ingest.${string}` {
  return `org.compactconnect.bulk-ingest.${objectKey}`;
}

export type EventSource = (typeof EVENT_SOURCES)[keyof typeof EVENT_SOURCES] | ReturnType<typeof bulkIngestSource>;

/** Types of events on the data event bus, in the order of spec 04 section 10.2. */
export const EVENT_TYPES = [
  'license.ingest',
  'license.ingest-failure',
  'license.validation-error',
  'license.deactivation',
  'license.encumbrance',
  'license.encumbranceLifted',
  'privilege.encumbrance',
  'privilege.encumbranceLifted',
  'license.investigation',
  'license.investigationClosed',
  'privilege.investigation',
  'privilege.investigationClosed',
  'privilege.deactivation',
  'privilege.purchase',
  'privilege.issued',
  'privilege.renewed',
  'militaryAffiliation.audit',
  'provider.homeJurisdictionChange',
  'license.revert',
  'privilege.revert',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** An event as rules plan it and publishers send it. */
export interface DomainEvent {
  readonly detailType: EventType;
  readonly source: EventSource;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Environment variable that tells handlers the bus name. */
export const EVENT_BUS_VARIABLE = 'EVENT_BUS_NAME';
