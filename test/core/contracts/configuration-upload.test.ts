import {
  ConfigurationContent,
  configurationUploadProperties,
  readConfigurationUpload,
} from '../../../src/core/contracts/configuration-upload';
import { ATTESTATIONS } from '../../../src/core/licensure/configuration/attestations';
import { DOMAIN } from '../licensure/samples';

const CONTENT: ConfigurationContent = {
  memberJurisdictions: { arbor: ['oh', 'ky'], avian: [] },
  attestations: [{ ...ATTESTATIONS[0], required: false, text: 'Ich bestätige:\n"alles".' }],
  libraryVersion: '1.2.3',
};

test('what a stack gives is what the function reads, truth values and accents included', () => {
  const properties = configurationUploadProperties(CONTENT);

  expect(readConfigurationUpload(properties, DOMAIN)).toEqual({ ok: true, value: CONTENT });
});

test('every property is a text, which CloudFormation leaves as it is', () => {
  const properties = configurationUploadProperties(CONTENT);

  expect(Object.values(properties).every((value) => typeof value === 'string')).toBe(true);
});

test('what CloudFormation adds to the properties is no obstacle', () => {
  const properties = { ...configurationUploadProperties(CONTENT), ServiceToken: 'arn:aws:lambda:made-up' };

  expect(readConfigurationUpload(properties, DOMAIN)).toMatchObject({ ok: true });
});
