import { PlatformDraft } from '../draft';
import { spokesman } from './agreement';
import { environmentsOf, Section } from './compact-connect-sections';
import { object, optional, Reader, readRequired, required, text } from '../reading/decoders';
import { Place } from '../reading/place';
import { readContext } from '../reading/read-context';
import { NOTIFICATION_FIELDS, readEnvironment } from '../reading/read-environment';

const ACCOUNT_FIELDS = {
  account: required('account_id', 'the account of the pipelines', text),
  region: required('region', 'the region of the pipelines', text),
};

export const PIPELINE_FIELDS = {
  ...ACCOUNT_FIELDS,
  connectionArn: required('connection_arn', 'the ARN of the connection in the deploy account', text),
};

export const DEPLOY_FIELDS = {
  ...ACCOUNT_FIELDS,
  notifications: optional('notifications', object(NOTIFICATION_FIELDS)),
};

/**
 * What `cdk.json` and the sections of the environments' files say together; pipelines are nowhere said.
 *
 * @param all whether every file could be read; otherwise nothing is said to be missing
 */
export function readCompactConnect(
  cdkRoot: Place | undefined,
  sections: readonly Section[],
  all: boolean,
): PlatformDraft {
  const members = sections[0]?.sandboxRoot?.child('sandbox_active_compact_member_jurisdictions');
  const { compacts, jurisdictions, ...tags } = cdkRoot ? readContext(cdkRoot, members, 'licensure.') : {};
  const environments = environmentsOf(sections);
  sections[0]?.environments.alsoGives('environments');
  // What is missing everywhere is missed in the file of an environment: that of the deploy account has no need of it.
  const inOrder = [...new Set([...environments.map(({ section }) => section), ...sections])];
  return {
    ...tags,
    licensure: { compacts, jurisdictions },
    ...readShared(inOrder, all && environments.length > 0),
    environments: environments.map(({ section, name }, index) => {
      const setting = `environments[${index}]`;
      section.environments.key(name, `${setting}.name`);
      const place = section.environments.child(name, setting);
      return { name, ...readEnvironment(place, section.context.child('backup_config'), setting) };
    }),
  };
}

/** What repeats in each file, and what only the file of the deploy account says. */
function readShared(sections: readonly Section[], all: boolean): PlatformDraft {
  const [first, ...others] = sections;
  if (first === undefined) return {};
  const inEach = (find: (section: Section) => Place) => spokesman([find(first), ...others.map(find)]);
  const read = <Value>(place: Place, meaning: string, reader: Reader<Value>) =>
    all || place.node !== undefined ? readRequired(place, meaning, reader) : undefined;

  const name = inEach(({ context }) => context.child('app_name')).as('applicationName');
  const applicationName = read(name, 'the prefix of stack names and sign-in domains', text);
  if (first.sandboxRoot !== undefined) return { applicationName };

  const repository = inEach(({ context }) => context.child('github_repo_string')).as('source.repository');
  const deploy = inEach(({ environments }) => environments.child('deploy')).as('deployAccount');
  const ofDeploy = deploy.node && object(DEPLOY_FIELDS)(deploy);
  const pipeline = inEach(({ environments }) => environments.child('pipeline')).as('deployAccount');
  const ofPipeline = read(pipeline, 'the account of the pipelines and its connection', object(PIPELINE_FIELDS));
  for (const key of ['account_id', 'region']) spokesman([pipeline.child(key), deploy.child(key)]);
  pipeline.alsoGives('source');
  pipeline.child('connection_arn').alsoGives('source.connectionArn');
  const { connectionArn, ...account } = ofPipeline ?? {};
  return {
    applicationName,
    source: given({ repository: read(repository, 'the repository as owner/name', text), connectionArn }),
    deployAccount: given({ ...ofDeploy, ...account }),
  };
}

/** Settings of which at least one was found. */
function given<Settings extends object>(settings: Settings): Settings | undefined {
  return Object.values(settings).some((value) => value !== undefined) ? settings : undefined;
}
