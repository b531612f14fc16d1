import type { Reviews } from '../review';

export const ALEXA: Reviews = {
  'Alexa::ASK::Skill': {
    passedRoles: [{ property: 'SkillPackage.S3BucketRole', service: 'alexa-appkit.amazon.com' }],
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ask-skill.html',
  },
};
