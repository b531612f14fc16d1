import { DEPLOY } from '../parameters/parameter-name';
import { displayed } from '../problem';
import { openObject, readRequired } from '../reading/decoders';
import { isForeignContextKey } from '../reading/foreign-keys';
import { Place } from '../reading/place';
import { FILE_KEYS, isSandbox, SSM_CONTEXT_KEYS } from '../reading/read-environment-file';
import { DEPLOY_ACCOUNT_SECTIONS, isOfPipelines, sandboxEnvironment } from '../reading/select-environment';

/** The `ssm_context` of one file or parameter. */
export interface Section {
  readonly context: Place;
  readonly environments: Place;
  /** The whole of the file, when it is that of a sandbox. */
  readonly sandboxRoot?: Place;
}

/** Section of an environment's file that repeats what it needs to know of the deploy account. */
const PIPELINE = 'pipeline';

/** An environment and the section that has it. */
export interface NamedEnvironment {
  readonly section: Section;
  readonly name: string;
}

/** The section of a `cdk.context.json` file. */
export function sectionOfFile(root: Place): Section | undefined {
  if (!openObject(root, FILE_KEYS, isForeignContextKey)) return undefined;
  const context = root.child('ssm_context');
  const section = readRequired(context, 'the object with app_name and environments', sectionOfContext);
  return section && (isSandbox(root.child('sandbox')) ? { ...section, sandboxRoot: root } : section);
}

/** The section that a parameter's value is. */
export function sectionOfContext(context: Place): Section | undefined {
  if (!openObject(context, SSM_CONTEXT_KEYS)) return undefined;
  const environments = context.child('environments');
  const isOpen = readRequired(environments, 'the environment under its name', (place) =>
    openObject(place, [], () => true),
  );
  return isOpen ? { context, environments } : undefined;
}

/** Sections that can be loaded together: a sandbox stands alone. */
export function sectionsOfOnePlatform(sections: readonly Section[]): readonly Section[] {
  if (sections.length === 1) return sections;
  for (const { sandboxRoot } of sections) {
    sandboxRoot
      ?.child('sandbox')
      .report('no pipeline deploys a sandbox, and other files say what pipelines deploy', 'load this file by itself');
  }
  return sections.filter(({ sandboxRoot }) => sandboxRoot === undefined);
}

/** The environments of sections; a name that stands in two is reported and counts once. */
export function environmentsOf(sections: readonly Section[]): readonly NamedEnvironment[] {
  const fileOf = new Map<string, string>();
  return sections.flatMap((section) =>
    namesIn(section).flatMap((name) => {
      const { environments } = section;
      if (fileOf.has(name)) {
        environments.key(name, '').report(`${fileOf.get(name)} has it too`, 'load one of the two files');
        return [];
      }
      fileOf.set(name, environments.file);
      return [{ section, name }];
    }),
  );
}

function namesIn({ environments, sandboxRoot }: Section): string[] {
  const names = [...new Set(environments.entries().map(({ name }) => name))].filter(
    (name) => !DEPLOY_ACCOUNT_SECTIONS.includes(name),
  );
  if (sandboxRoot === undefined) return names.filter((name) => isOfPipelines(environments, name));
  const name = sandboxEnvironment(sandboxRoot, names);
  return name === undefined ? [] : [name];
}

/**
 * Reports a section that is not of the one environment that it should be of.
 *
 * @param expected name of an environment, or `deploy` for the account of the pipelines
 */
export function requireOnly({ environments }: Section, expected: string): void {
  const names = environments.entries().map(({ name }) => name);
  const others = names.filter((name) => name !== expected && !(name === PIPELINE && expected !== DEPLOY));
  if (names.includes(expected) && others.length === 0) return;
  environments.report(`only ${displayed(expected)} belongs here`, 'use the file that is of it', displayed(names));
}
