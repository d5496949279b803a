import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/access/presets.ts';
import { loadTranslators } from '../../../src/chat/i18n.ts';
import type { Language } from '../../../src/domain/state.ts';
import { parseWhyLine } from '../../../src/features/why/chat/why-line.ts';

const translators = loadTranslators(new URL('../../../locales/', import.meta.url));

describe('what /why is asked about', () => {
  test.each<[Language, string, string[], string]>([
    ['en', 'bot.publish', ['bot.publish'], ''],
    ['en', 'BOT.PUBLISH Shop window', ['bot.publish'], 'Shop window'],
    ['en', 'publish Shop', ['bot.publish'], 'Shop'],
    ['en', 'publish bot Shop', ['bot.publish'], 'Shop'],
    ['en', 'bots: publish Shop', ['bot.publish'], 'Shop'],
    ['en', 'give roles', ['member.assign'], ''],
    ['en', 'delete external request', ['external_request.delete'], ''],
    ['en', 'replace Report', ['scenario.replace'], 'Report'],
    ['ru', 'публикация Магазин', ['bot.publish'], 'Магазин'],
    ['ru', 'удалить бота Магазин', ['bot.delete'], 'Магазин'],
    ['ru', 'выдача ролей', ['member.assign'], ''],
    ['uk', 'видалити бота Крамниця', ['bot.delete'], 'Крамниця'],
    ['en', 'dance', [], ''],
    ['en', '', [], ''],
    ['en', 'constructor', [], ''],
  ])('%s: %s', (language, text, rights, name) => {
    expect(parseWhyLine(text, presets.company, translators(language, 'UTC'))).toEqual({ rights, name });
  });

  test('an action alone may mean several rights', () => {
    const { rights } = parseWhyLine('delete Shop', presets.company, translators('en', 'UTC'));
    expect(rights).toContain('bot.delete');
    expect(rights).toContain('project.delete');
  });
});
