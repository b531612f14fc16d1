/** Event sources on the data event bus (spec 04 section 10.2). */
export const EVENT_SOURCES = {
  providerData: 'org.compactconnect.provider-data',
} as const;

export type EventSource = (typeof EVENT_SOURCES)[keyof typeof EVENT_SOURCES];

/** Types of events on the data event bus. An event joins this list with the feature that publishes it. */
export type EventType = 'license.ingest' | 'license.ingest-failure' | 'license.deactivation';

export interface EventContract {
  readonly detailType: EventType;
  readonly source: EventSource;
  /** Keys that every detail carries; `eventTime` is ISO 8601 with zone, second precision. */
  readonly requiredDetail: readonly string[];
  /** True where the detail holds personal data: such a detail is never logged. */
  readonly personalData: boolean;
  readonly description: string;
}

export const EVENTS = {
  'license.ingest': {
    detailType: 'license.ingest',
    source: EVENT_SOURCES.providerData,
    requiredDetail: ['compact', 'jurisdiction', 'eventTime', 'providerId', 'ssnLastFour'],
    personalData: true,
    description: 'a license upload without the social security number, ready to be stored',
  },
  'license.ingest-failure': {
    detailType: 'license.ingest-failure',
    source: EVENT_SOURCES.providerData,
    requiredDetail: ['compact', 'jurisdiction', 'eventTime', 'errors'],
    personalData: false,
    description: 'a license upload that could not be taken in',
  },
  'license.deactivation': {
    detailType: 'license.deactivation',
    source: EVENT_SOURCES.providerData,
    requiredDetail: ['compact', 'jurisdiction', 'eventTime', 'providerId', 'licenseType'],
    personalData: false,
    description: 'a state changed an unexpired license to inactive',
  },
} as const satisfies { readonly [Type in EventType]: EventContract & { readonly detailType: Type } };

/** Environment variable that tells handlers the bus name. */
export const EVENT_BUS_VARIABLE = 'EVENT_BUS_NAME';
