import type { Translators } from './i18n.ts';
import type { CommandMenu } from './messenger.ts';
import type { Registry } from './registry.ts';

/** The command menus of every language and scope. */
export function commandMenus(_registry: Registry, _translators: Translators): CommandMenu[] {
  return [];
}
