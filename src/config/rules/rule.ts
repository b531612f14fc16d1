import { SettingsDraft } from '../draft';

/**
 * Says what is wrong with a setting.
 *
 * @param value what was found, where it is not the setting's own value
 */
export type Report = (setting: string, reason: string, remedy: string, value?: string) => void;

/** One rule of the configuration. What a draft lacks because it could not be read, rules pass over in silence. */
export type Rule = (draft: SettingsDraft, report: Report) => void;

/** Items of a list that could be read, with their indexes. */
export function present<Item>(items: readonly (Item | undefined)[] = []): [number, Item][] {
  return items.flatMap((item, index) => (item === undefined ? [] : [[index, item] as [number, Item]]));
}

/** Reports every item that stands in the list before. */
export function reportRepeated(
  items: readonly (string | undefined)[] | undefined,
  settingOf: (index: number) => string,
  report: Report,
): void {
  for (const [index, item] of present(items)) {
    if (items?.indexOf(item) !== index) {
      report(settingOf(index), 'it stands in the list already', 'remove one of the two');
    }
  }
}
