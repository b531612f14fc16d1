import { memberOf, membersOf, textMember, walk } from '../../core/boundary/templates/json-values';

/** Hashes of the contents of assets, as they stand in names of objects. */
const ASSET_HASH = /[0-9a-f]{64}/;

/** Where the files of assets lie in the folder of an assembly. */
export class AssetPaths {
  private readonly paths = new Map<string, string>();

  /** Adds what an asset manifest (`Stack.assets.json`) says. */
  add(manifest: unknown): void {
    for (const [hash, asset] of membersOf(memberOf(manifest, 'files'))) {
      const path = textMember(memberOf(asset, 'source'), 'path');
      if (path !== undefined) this.paths.set(hash, path);
    }
  }

  /** The template of a nested stack: from its own metadata, else by the hash in its address; nothing when neither tells. */
  ofNestedStack(resource: unknown): string | undefined {
    const named = textMember(memberOf(resource, 'Metadata'), 'aws:asset:path');
    if (named !== undefined) return named;
    let path: string | undefined;
    walk(memberOf(memberOf(resource, 'Properties'), 'TemplateURL'), (inner) => {
      const hash = typeof inner === 'string' ? ASSET_HASH.exec(inner)?.[0] : undefined;
      if (hash !== undefined) path = this.paths.get(hash) ?? path;
    });
    return path;
  }
}
