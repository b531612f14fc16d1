/** The constructs of an app, by their paths, as far as the scope of an acknowledgement is concerned. */
export interface ConstructPaths {
  /** Every resource. */
  readonly resources: readonly string[];
  /** The app, stages and stacks: whoever adds to them doesn't look at what they acknowledge. */
  readonly deployables: readonly string[];
}

/** Children under which constructs of the CDK keep what they themselves are; grants come to a role's default policy. */
const OWN_PARTS = ['Resource', 'Default', 'DefaultPolicy'];

/**
 * Where an acknowledgement on `scope` should stand instead, so that it can't hide findings of resources that nobody
 * looked at; nothing where it stands well. It stands well on the narrowest construct that holds every resource with the
 * finding, `withFinding` (at least one, all of them within `scope`), and never on a stack, a stage or the app.
 */
export function narrowerPlaces(
  scope: string,
  withFinding: readonly string[],
  { resources, deployables }: ConstructPaths,
): readonly string[] | undefined {
  const owners = [...new Set(withFinding.map((resource) => ownerOf(resource, deployables)))].sort();
  const common = owners.reduce(commonPath);
  if (deployables.includes(scope)) return deployables.includes(common) ? owners : [common];
  const covered = (place: string) => resources.filter((resource) => isWithin(resource, place)).length;
  return covered(common) < covered(scope) ? [common] : undefined;
}

/** The construct of which a resource is the own part. */
function ownerOf(resource: string, deployables: readonly string[]): string {
  const cut = resource.lastIndexOf('/');
  const parent = resource.slice(0, Math.max(0, cut));
  const isOwnPart = OWN_PARTS.includes(resource.slice(cut + 1)) && !deployables.includes(parent);
  return isOwnPart ? ownerOf(parent, deployables) : resource;
}

function commonPath(one: string, other: string): string {
  const others = other.split('/');
  const parts = one.split('/');
  const end = parts.findIndex((part, position) => part !== others[position]);
  return parts.slice(0, end < 0 ? parts.length : end).join('/');
}

/** Whether a path is a scope, or lies below it. The app's path is empty. */
export function isWithin(path: string, scope: string): boolean {
  return scope === '' || path === scope || path.startsWith(`${scope}/`);
}
