import { join, relative } from 'node:path';
import { appFolder } from './app-folder';
import { ConfigurationOptions } from './configuration';

const FOLDER = 'bootstrap-templates';

export interface TemplatesOptions extends ConfigurationOptions {
  readonly templates?: string;
}

/**
 * Folder of the rendered bootstrap templates, relative to the working directory: what is named, or else the one beside the
 * app whose accounts they are for.
 */
export function templatesFolder({ templates, app, config }: TemplatesOptions, fallback: string): string {
  if (templates !== undefined) return templates;
  if (config !== undefined && app === undefined) return FOLDER;
  return relative(process.cwd(), join(appFolder(app, { fallback }), FOLDER));
}
