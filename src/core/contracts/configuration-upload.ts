import * as v from 'valibot';
import { failure, Result, success } from '../result';
import type { Domain, MemberJurisdictions } from './domain';
import type { AttestationText } from '../licensure/configuration/attestations';
import { MIGRATION_NAMES } from '../licensure/configuration/migrations';
import { LOCALES } from '../licensure/records/attestation';
import { anyText, boolean, closedObject, listOf, mapOf, oneOf } from '../validation/fields';
import { describeErrors, parse } from '../validation/parse';

/**
 * What a stack and the function that writes the configuration table agree on. The function is called by CloudFormation
 * while the stack is deployed, and again when one of the properties changes.
 */
export const CONFIGURATION_UPLOAD = {
  /** Type of the resource in templates, as CompactConnect calls it. */
  resourceType: 'Custom::CompactConfigurationUpload',
  /** Physical id of the resource: always the same, because it stands for the content of one table. */
  physicalId: 'compact-configuration',
} as const;

/** What a deployment writes into the configuration table. */
export interface ConfigurationContent {
  readonly memberJurisdictions: MemberJurisdictions;
  /** The same for all compacts. */
  readonly attestations: readonly AttestationText[];
  /** Version of this library. */
  readonly libraryVersion: string;
}

/**
 * Properties of the resource, as the stack gives them and the function gets them. Lists and objects travel as JSON
 * texts: CloudFormation makes texts of the numbers and truth values inside properties.
 */
export interface ConfigurationUploadProperties {
  /** `MemberJurisdictions` as JSON. */
  readonly MemberJurisdictions: string;
  /** List of `AttestationText` as JSON. */
  readonly Attestations: string;
  /** Names of the migrations of this release as JSON: a new one makes CloudFormation call the function. */
  readonly Migrations: string;
  readonly LibraryVersion: string;
}

export function configurationUploadProperties(content: ConfigurationContent): ConfigurationUploadProperties {
  return {
    MemberJurisdictions: JSON.stringify(content.memberJurisdictions),
    Attestations: JSON.stringify(content.attestations),
    Migrations: JSON.stringify(MIGRATION_NAMES),
    LibraryVersion: content.libraryVersion,
  };
}

/** Reads the properties back; the failure names everything that is wrong with them. */
export function readConfigurationUpload(
  properties: ConfigurationUploadProperties,
  domain: Domain,
): Result<ConfigurationContent, string> {
  const parsed = parse(contentSchema(domain), {
    memberJurisdictions: fromJson(properties.MemberJurisdictions),
    attestations: fromJson(properties.Attestations),
    libraryVersion: properties.LibraryVersion,
  });
  return parsed.ok
    ? success(parsed.value)
    : failure(`the properties of the configuration upload are invalid: ${describeErrors(parsed.error)}`);
}

const contentSchema = (domain: Domain) =>
  closedObject({
    memberJurisdictions: v.pipe(
      mapOf(listOf(oneOf(domain.jurisdictions))),
      v.check(
        (members) => Object.keys(members).every((compact) => domain.compacts.includes(compact)),
        `Must be of: ${domain.compacts.join(', ')}.`,
      ),
    ),
    attestations: listOf(
      closedObject({
        attestationId: anyText(),
        locale: oneOf(LOCALES),
        displayName: anyText(),
        description: anyText(),
        text: anyText(),
        required: boolean(),
      }),
    ),
    libraryVersion: anyText(),
  });

/** What is no JSON is given as it is, and then refused for its type. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
