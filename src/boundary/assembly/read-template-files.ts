import { basename, dirname } from 'node:path';
import { AssetPaths } from './asset-paths';
import { TemplateFolder } from './nested-templates';
import { AssemblyReading, ReadingProblems } from './reading-problems';

/** Reads templates, JSON or YAML, each as a stack with the name of its file: what else it is called, nobody says. */
export function readTemplateFiles(files: readonly string[]): AssemblyReading {
  const problems = new ReadingProblems();
  const templates = files.flatMap((file) => {
    const folder = new TemplateFolder(dirname(file), new AssetPaths(), problems);
    return folder.stack(basename(file), stackName(file)) ?? [];
  });
  return { templates, problems: problems.all };
}

function stackName(file: string): string {
  return basename(file).replace(/(?:\.template)?\.(?:json|ya?ml|template)$/, '');
}
