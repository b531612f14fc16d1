import { loadConfiguration } from './configuration';
import { CONFIGURATION_UPLOAD, ConfigurationUploadProperties } from '../../src/core/contracts/configuration-upload';
import { FUNCTIONS } from '../../src/core/contracts/functions';
import { success } from '../../src/core/result';
import { createCustomResourceHandler } from '../api/custom-resource-handler';
import { uploadConfiguration } from '../app/upload-configuration';
import { systemClock } from '../infra/clock';
import { sendAnswer } from '../infra/cloudformation-answer';
import { documentClient } from '../infra/document-client';
import { DynamoConfigurationStore } from '../infra/dynamo-configuration-store';

export function configurationUploadHandler() {
  const { domain, COMPACT_CONFIGURATION_TABLE_NAME } = loadConfiguration(FUNCTIONS.configurationUpload, process.env);
  const ports = {
    domain,
    configuration: new DynamoConfigurationStore(documentClient(), COMPACT_CONFIGURATION_TABLE_NAME),
    clock: systemClock,
  };
  return createCustomResourceHandler<ConfigurationUploadProperties>(async (properties) => {
    const uploaded = await uploadConfiguration(ports, properties);
    return uploaded.ok ? success(CONFIGURATION_UPLOAD.physicalId) : uploaded;
  }, sendAnswer);
}
