import { actionFile } from '../../../scripts/data/action-file';
import { merged, NeededAction } from '../../../scripts/data/merge';
import { readSchemas, SourceSchema } from '../../../scripts/data/packages';
import type { Review } from '../../../scripts/data/review';
import { REVIEWS } from '../../../scripts/data/reviewed';
import { SUPPLEMENT } from '../../../scripts/data/supplement';
import { GONE, UNCALLED } from '../../../scripts/data/supplement/gaps';
import { supplement, usualCalls } from '../../../scripts/data/supplement/supplied-type';
import type { Handler } from '../../../src/core/handler-permissions/type-needs';
import { readActionTable } from '../../../src/core/iam/read-action-table';

const ACTIONS = readActionTable(actionFile());

/** As far as paths of properties go. */
interface SchemaPart {
  readonly $ref?: string;
  readonly items?: SchemaPart;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
}

interface Schema extends SourceSchema {
  readonly properties: Readonly<Record<string, SchemaPart>>;
  readonly definitions?: Readonly<Record<string, SchemaPart>>;
  readonly createOnlyProperties?: readonly string[];
  readonly readOnlyProperties?: readonly string[];
}

const SCHEMAS = new Map(readSchemas().map((schema): [string, Schema] => [schema.typeName, schema as Schema]));

const TYPES_WITHOUT_PERMISSIONS = [...SCHEMAS.values()]
  .filter(({ handlers = {} }) => Object.values(handlers).every(({ permissions }) => permissions.length === 0))
  .map(({ typeName }) => typeName);

const SUPPLIED = Object.entries(SUPPLEMENT);

function neededBy(type: string): readonly NeededAction[] {
  return merged(type, new Map(), SUPPLEMENT[type], ACTIONS).needed;
}

/** Actions that are called for this, and not only while one waits for it. */
function callsFor(type: string, handler: Handler): readonly NeededAction[] {
  return neededBy(type).filter(
    ({ handlers }) => handlers.has(handler) && !handlers.has('read') && !handlers.has('tag'),
  );
}

function typesWithoutCallsFor(handler: Handler): string[] {
  return SUPPLIED.map(([type]) => type).filter((type) => callsFor(type, handler).length === 0);
}

/** Whether a template can set a property of that path. What the schema leaves open can have any property. */
function hasPath(schema: Schema, path: string): boolean {
  let part: SchemaPart = { properties: schema.properties };
  for (const name of path.split('.')) {
    const { properties } = part;
    if (!properties) return true;
    if (!Object.hasOwn(properties, name)) return false;
    part = resolved(schema, properties[name]);
  }
  return true;
}

function resolved(schema: Schema, part: SchemaPart): SchemaPart {
  if (part.$ref) return resolved(schema, schema.definitions?.[part.$ref.replace('#/definitions/', '')] ?? {});
  return part.items ? resolved(schema, part.items) : part;
}

/** Paths of properties that by their names name a role. */
function pathsOfRoles(schema: Schema, part: SchemaPart = schema, seen: readonly SchemaPart[] = []): string[] {
  return Object.entries(part.properties ?? {}).flatMap(([name, property]) => {
    const inner = resolved(schema, property);
    if (seen.includes(inner)) return [];
    const paths = pathsOfRoles(schema, inner, [...seen, inner]).map((path) => `${name}.${path}`);
    return /Role(ARN|Arn|Name)?$/.test(name) ? [name, ...paths] : paths;
  });
}

/** Properties that an update can change without another resource. */
function changeable({ properties, createOnlyProperties = [], readOnlyProperties = [] }: Schema): string[] {
  const fixed = [...createOnlyProperties, ...readOnlyProperties];
  return Object.keys(properties).filter((name) => !fixed.includes(`/properties/${name}`));
}

describe('the types that the supplement is for', () => {
  test('every type whose schema names no permissions is supplied, reviewed or gone', () => {
    const known = [...Object.keys(SUPPLEMENT), ...Object.keys(REVIEWS), ...GONE.map(({ type }) => type)];

    expect(TYPES_WITHOUT_PERMISSIONS.filter((type) => !known.includes(type))).toEqual([]);
  });

  test('no type is supplied whose schema names permissions, or that somebody has reviewed', () => {
    const types = Object.keys(SUPPLEMENT);

    expect(types.filter((type) => !TYPES_WITHOUT_PERMISSIONS.includes(type))).toEqual([]);
    expect(types.filter((type) => Object.hasOwn(REVIEWS, type))).toEqual([]);
  });

  test.each(GONE)('$type is not supplied, for its service has no actions any more', ({ type }) => {
    const service = type.split('::')[1].toLowerCase();

    expect(SCHEMAS.has(type)).toBe(true);
    expect(ACTIONS.services).not.toContain(service);
    expect(SUPPLEMENT).not.toHaveProperty([type]);
  });
});

describe('the entries of the supplement', () => {
  test('all actions exist, in the spelling of the action table, and each entry has a source', () => {
    const problems = SUPPLIED.flatMap(([type, review]) => merged(type, new Map(), review, ACTIONS).problems);

    expect(problems).toEqual([]);
  });

  test('sources are pages of the documentation', () => {
    const page = String.raw`https://docs\.aws\.amazon\.com/\S+\.html`;

    for (const [, { source }] of SUPPLIED) expect(source).toMatch(new RegExp(`^${page}(, ${page})?$`));
  });

  test('something creates and something deletes each resource, but for those with a reason', () => {
    const without = new Set([...typesWithoutCallsFor('create'), ...typesWithoutCallsFor('delete')]);

    expect([...without].sort()).toEqual(UNCALLED.map(({ type }) => type).sort());
  });

  test('what can be changed in place has a call for it', () => {
    const unchanged = typesWithoutCallsFor('update').filter((type) => {
      return changeable(SCHEMAS.get(type)!).some((property) => property !== 'Tags');
    });

    expect(unchanged.sort()).toEqual([
      // CloudFormation keeps macros itself, and Alexa and GitHub aren't reached with actions.
      'AWS::CloudFormation::Macro',
      'AWS::CodeStar::GitHubRepository',
      // These services have no call that changes a description.
      'AWS::ElastiCache::SecurityGroup',
      'AWS::SDB::Domain',
      'Alexa::ASK::Skill',
    ]);
  });

  test('nothing is changed in place where every change replaces the resource', () => {
    const replaced = SUPPLIED.map(([type]) => type).filter((type) => changeable(SCHEMAS.get(type)!).length === 0);

    expect(replaced.filter((type) => callsFor(type, 'update').length > 0)).toEqual([]);
  });

  test('resources with tags have calls for tags, and no others', () => {
    const withTags = SUPPLIED.map(([type]) => type).filter((type) => {
      return Object.keys(SCHEMAS.get(type)!.properties).some((name) =>
        /^(Resource)?Tags$|^TagSpecifications$/.test(name),
      );
    });
    const withCalls = SUPPLIED.map(([type]) => type).filter((type) => {
      return neededBy(type).some(({ handlers }) => handlers.has('tag') && handlers.has('create'));
    });

    // CodeBuild has no actions for tags: they are part of the group.
    expect(withTags.filter((type) => !withCalls.includes(type))).toEqual(['AWS::CodeBuild::ReportGroup']);
    expect(withCalls.filter((type) => !withTags.includes(type))).toEqual([]);
  });

  test('roles are passed, and conditions made, by properties that the types have', () => {
    const unknown = SUPPLIED.flatMap(([type, review]) =>
      propertiesOf(review)
        .filter((property) => !hasPath(SCHEMAS.get(type)!, property))
        .map((property) => `${type} ${property}`),
    );

    expect(unknown).toEqual([]);
  });

  test('every role that a type names is passed to a service', () => {
    const notPassed = SUPPLIED.flatMap(([type, { passedRoles = [] }]) => {
      const passed = passedRoles.map(({ property }) => property);
      return pathsOfRoles(SCHEMAS.get(type)!)
        .filter((path) => !passed.includes(path))
        .map((path) => `${type} ${path}`);
    });

    expect(notPassed.sort()).toEqual([
      // Roles of users in a directory.
      'AWS::AmazonMQ::Broker LdapServerMetadata.RoleName',
      'AWS::AmazonMQ::Broker LdapServerMetadata.UserRoleName',
      // What an instance is in its cluster.
      'AWS::EMR::Cluster PlacementGroupConfigs.InstanceRole',
      'AWS::EMR::InstanceGroupConfig InstanceRole',
      // A switch.
      'AWS::LakeFormation::Resource UseServiceLinkedRole',
      // A name that the accounts of a stack set have in common, for the administrator role to assume.
      'AWS::ServiceCatalog::StackSetConstraint ExecutionRole',
    ]);
  });

  test('roles are passed to service principals', () => {
    const principals = SUPPLIED.flatMap(([, { passedRoles = [], serviceLinkedRoles = [] }]) =>
      [...passedRoles, ...serviceLinkedRoles].map(({ service }) => service),
    );

    // Alexa isn't a service of AWS, and has a principal of another domain.
    for (const principal of principals) {
      expect(principal).toMatch(/^[a-z0-9.-]+\.amazonaws\.com$|^alexa-appkit\.amazon\.com$/);
    }
  });
});

function propertiesOf({ adds = [], passedRoles = [], serviceLinkedRoles = [] }: Review): string[] {
  const conditions = [...adds, ...serviceLinkedRoles].flatMap(({ when = [] }) => when);
  return [...conditions, ...passedRoles].map(({ property }) => property);
}

describe('the form in which services are written down', () => {
  const SERVICE = { prefix: 'glue', page: 'list_awsglue' };

  function only(type: Parameters<typeof supplement>[1][string]): Review {
    return supplement(SERVICE, { 'AWS::Glue::Thing': type })['AWS::Glue::Thing'];
  }

  test('an action has the prefix of the service, unless it has one of its own', () => {
    expect(only({ create: 'CreateJob s3:GetObject' }).adds).toEqual([
      { actions: { c: 'glue:CreateJob s3:GetObject' } },
    ]);
  });

  test('reading calls are made while one waits for the others', () => {
    expect(only({ read: 'GetJob' }).adds).toEqual([{ actions: { crud: 'glue:GetJob' } }]);
  });

  test('tags come with creations, updates and changes of tags, and go with the last two', () => {
    expect(only({ tag: 'TagResource', untag: 'UntagResource' }).adds).toEqual([
      { actions: { cut: 'glue:TagResource', ut: 'glue:UntagResource' } },
    ]);
  });

  test('an action that several calls need is there once', () => {
    expect(only({ create: 'UpdateJob', update: 'UpdateJob' }).adds).toEqual([{ actions: { cu: 'glue:UpdateJob' } }]);
  });

  test('calls that depend on properties stand by themselves', () => {
    expect(
      only({ create: 'CreateJob', onlyWith: [{ properties: ['A', 'B.C'], create: 'PassConnection' }] }).adds,
    ).toEqual([
      { actions: { c: 'glue:CreateJob' } },
      { actions: { c: 'glue:PassConnection' }, when: [{ property: 'A' }, { property: 'B.C' }] },
    ]);
  });

  test('roles are named with their services', () => {
    const { passedRoles, serviceLinkedRoles } = only({
      passedRoles: { Role: 'glue.amazonaws.com' },
      serviceLinkedRoles: [{ service: 'one.amazonaws.com' }, { service: 'two.amazonaws.com', properties: ['A'] }],
    });

    expect(passedRoles).toEqual([{ property: 'Role', service: 'glue.amazonaws.com' }]);
    expect(serviceLinkedRoles).toEqual([
      { service: 'one.amazonaws.com', source: expect.stringContaining('aws-services-that-work-with-iam') },
      { service: 'two.amazonaws.com', when: [{ property: 'A' }], source: expect.any(String) },
    ]);
  });

  test('the source is the page of the type and the page of the service', () => {
    expect(only({}).source).toBe(
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-thing.html, https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html',
    );
  });

  test('the usual calls have the name of the thing', () => {
    expect(usualCalls('Mesh', 'Describe', 'ListTags')).toEqual({
      create: 'CreateMesh',
      read: 'DescribeMesh ListTags',
      update: 'UpdateMesh',
      delete: 'DeleteMesh',
    });
  });
});
