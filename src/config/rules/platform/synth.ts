import { present, Report } from '../rule';
import { PlatformRule } from './platform-rule';

/** A folder inside the repository: relative, and never above its root. */
export const INNER_FOLDER = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$)).+$/;

/** Pipelines make the assembly in a folder of the repository, with commands that say something. */
export const assembliesAreMadeInTheRepository: PlatformRule = ({ synth }, report) => {
  for (const folder of ['directory', 'outputDirectory'] as const) {
    const path = synth?.[folder];
    if (path !== undefined && !INNER_FOLDER.test(path)) {
      report(
        `synth.${folder}`,
        'it is not a folder inside the repository',
        'write a path such as "backend/app", without "/" at its beginning and without ".."',
      );
    }
  }
  checkCommands('synth.installCommands', synth?.installCommands, report);
  checkCommands('synth.commands', synth?.commands, report);
};

/** Commands that are given are there: an empty list would do nothing and succeed. */
export function checkCommands(
  setting: string,
  commands: readonly (string | undefined)[] | undefined,
  report: Report,
): void {
  if (commands?.length === 0) {
    report(setting, 'a list of commands without a command does nothing', 'add a command, or leave the key out');
  }
  for (const [index, command] of present(commands)) {
    if (command.trim() === '') report(`${setting}[${index}]`, 'an empty command does nothing', 'write it or remove it');
  }
}
