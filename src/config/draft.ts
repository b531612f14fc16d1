import { PlatformSettings } from './platform-settings';
import { LicensureBackendSettings } from './settings';

/**
 * Settings while they are checked: anything may be missing, so that a mistake in one place doesn't hide mistakes in
 * others. What could not be read leaves a gap, and lists keep their indexes.
 */
export type Draft<Settings> = Settings extends string | number | boolean
  ? Settings
  : Settings extends readonly (infer Item)[]
    ? readonly (Draft<Item> | undefined)[]
    : { readonly [Key in keyof Settings]?: Draft<NonNullable<Settings[Key]>> };

export type SettingsDraft = Draft<LicensureBackendSettings>;

export type PlatformDraft = Draft<PlatformSettings>;
