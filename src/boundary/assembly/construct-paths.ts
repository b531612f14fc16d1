import {
  isRecord,
  JsonRecord,
  listOf,
  memberOf,
  membersOf,
  textMember,
} from '../../core/boundary/templates/json-values';

/** Construct paths by the logical id of the resource. */
export type ConstructPaths = ReadonlyMap<string, string>;

/** From the metadata of a stack in the manifest, or in the file of its own that newer versions of the CDK write. */
export function constructPathsOf(metadata: unknown): ConstructPaths {
  const paths = new Map<string, string>();
  for (const [path, entries] of membersOf(metadata)) {
    for (const entry of listOf(entries)) {
      const logicalId = textMember(entry, 'data');
      if (memberOf(entry, 'type') === 'aws:cdk:logicalId' && logicalId !== undefined) {
        paths.set(logicalId, path.replace(/^\//, ''));
      }
    }
  }
  return paths;
}

/** The template with the construct paths that the assembly tells, on the resources that do not tell their own. */
export function withConstructPaths(template: JsonRecord, paths: ConstructPaths): JsonRecord {
  if (paths.size === 0 || !isRecord(template.Resources)) return template;
  const resources = membersOf(template.Resources).map(([logicalId, resource]) => {
    const path = paths.get(logicalId);
    const metadata = memberOf(resource, 'Metadata');
    if (path === undefined || !isRecord(resource) || memberOf(metadata, 'aws:cdk:path') !== undefined) {
      return [logicalId, resource];
    }
    return [logicalId, { ...resource, Metadata: { ...(isRecord(metadata) && metadata), 'aws:cdk:path': path } }];
  });
  return { ...template, Resources: Object.fromEntries(resources) };
}
