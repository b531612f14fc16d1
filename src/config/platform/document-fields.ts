import { account, environment, notifications, region, textLike } from './environment-fields';
import { fields, may, must } from './fields';
import { POSTAL_ABBREVIATIONS } from '../../core/config/postal-abbreviations';
import { ATTESTATION_IDS } from '../../core/licensure/configuration/attestation-ids';
import { LOCALES } from '../../core/licensure/records/attestation';
import { LONGEST_TAG_PATTERN } from '../../core/tagplan/tag-pattern';
import { plainValue } from '../../core/text/json-document';
import { decoder, list, narrowed, object, Schema, text, trueOrFalse } from '../reading/decoders';
import { IDENTIFIER } from '../rules/attestations';
import { ABBREVIATION, LONGEST_COMPACT_NAME, LONGEST_LICENSE_TYPE_NAME } from '../rules/compacts';
import { NAME } from '../rules/names';
import { PIPELINE_NAME, ROLE_NAME } from '../rules/platform/pipeline-names';
import { QUALIFIER } from '../rules/platform/qualifier';
import { CONNECTION_ARN, REPOSITORY } from '../rules/platform/source';
import { INNER_FOLDER } from '../rules/platform/synth';
import { LONGEST_TAG_VALUE } from '../rules/tags';

const name = textLike(NAME);
/** Without a pattern: not every editor knows the classes of letters that tags may have. */
const tag = narrowed(text, { minLength: 1, maxLength: LONGEST_TAG_VALUE });
const commands = narrowed(list(textLike(/\S/)), { minItems: 1 });

const DEPLOY_ACCOUNT = fields({
  account: must('the account of the pipelines', account),
  region: must('the region of the pipelines', region),
  notifications: may(notifications),
});

const SOURCE = fields({
  repository: must('the repository as owner/name', textLike(REPOSITORY)),
  connectionArn: must('the ARN of the connection in the deploy account', textLike(CONNECTION_ARN)),
});

const SYNTH = fields({
  directory: may(textLike(INNER_FOLDER)),
  installCommands: may(commands),
  commands: may(commands),
  outputDirectory: may(textLike(INNER_FOLDER)),
});

const STAGE = fields({
  environment: must('the name of the environment', name),
  approval: may(trueOrFalse),
  approveBroadening: may(trueOrFalse),
  smokeCommands: may(commands),
  rollbackOnFailure: may(trueOrFalse),
});

/** One pipeline, whose name is the key that it stands under. */
export const pipeline = object(
  fields({
    tagPattern: must('the pattern of the tags', narrowed(text, { minLength: 1, maxLength: LONGEST_TAG_PATTERN })),
    stages: must('the environments', narrowed(list(object(STAGE, 'PipelineStageSettings')), { minItems: 1 })),
    sharesTagsWith: may(list(name)),
    pipelineName: may(textLike(PIPELINE_NAME.allowed)),
    roleName: may(textLike(ROLE_NAME.allowed)),
  }),
  'PipelineSettings',
);

const LICENSE_TYPE = fields({
  name: must(
    'the full name, as uploads carry it',
    narrowed(text, { minLength: 1, maxLength: LONGEST_LICENSE_TYPE_NAME }),
  ),
  abbreviation: must('a lower-case abbreviation of the license type', textLike(ABBREVIATION)),
});

const jurisdictions = narrowed(list(narrowed(text, { enum: POSTAL_ABBREVIATIONS })), {
  minItems: 1,
  uniqueItems: true,
});

const COMPACT = fields({
  abbreviation: must('the abbreviation of the compact', textLike(ABBREVIATION)),
  name: may(narrowed(text, { minLength: 1, maxLength: LONGEST_COMPACT_NAME })),
  licenseTypes: must('the license types', narrowed(list(object(LICENSE_TYPE, 'LicenseTypeSettings')), { minItems: 1 })),
  memberJurisdictions: must('the jurisdictions that are members', jurisdictions),
});

const ATTESTATION = fields({
  attestationId: must('the id of the attestation', textLike(IDENTIFIER)),
  displayName: must('the heading above the text', textLike(/\S/)),
  description: must('what the attestation is for', textLike(/\S/)),
  text: must('what practitioners confirm', textLike(/\S/)),
  required: may(trueOrFalse),
  locale: may(narrowed(text, { enum: LOCALES })),
});

const LICENSURE = fields({
  compacts: must('the compacts', narrowed(list(object(COMPACT, 'CompactSettings')), { minItems: 1 })),
  jurisdictions: must('the known jurisdictions', jurisdictions),
  ssnCorrections: may(trueOrFalse),
  attestations: may(narrowed(list(object(ATTESTATION, 'AttestationSettings')), { minItems: ATTESTATION_IDS.length })),
});

const workload = decoder<{ [name: string]: unknown }>({ type: 'object' }, (place) =>
  place.node?.kind === 'object'
    ? (plainValue(place.node) as { [name: string]: unknown })
    : place.refuse('an object is expected', 'put its keys and values in braces'),
);

/** Keys at the top of a document that each give one setting: several documents may only say the same. */
export const PLATFORM = fields({
  applicationName: must('the prefix of stack names', name),
  project: must('the value of the tag Project', tag),
  service: must('the value of the tag Service', tag),
  deployAccount: may(object(DEPLOY_ACCOUNT, 'DeployAccountSettings')),
  source: may(object(SOURCE, 'SourceSettings')),
  synth: may(object(SYNTH, 'SynthSettings')),
  bootstrapQualifier: may(textLike(QUALIFIER)),
  licensure: may(object(LICENSURE, 'LicensureSettings')),
  workload: may(workload),
});

/** Keys at the top of a document; `$schema` is for editors and stays unread. */
export const DOCUMENT_KEYS = ['$schema', ...Object.keys(PLATFORM), 'environments', 'pipelines'];

function byName(item: Schema): Schema {
  return {
    type: 'object',
    propertyNames: { pattern: NAME.source },
    additionalProperties: item,
  };
}

/** What one document may say. Nothing is required: another document may say it. */
export const DOCUMENT_SCHEMA: Schema = {
  title: 'PlatformSettings',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    ...Object.fromEntries(Object.entries(PLATFORM).map(([key, { schema }]) => [key, schema])),
    environments: byName(environment.schema),
    pipelines: byName(pipeline.schema),
  },
  additionalProperties: false,
};
