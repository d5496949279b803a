import { describe, expect, test } from 'vitest';
import { presets } from '../../../src/access/presets.ts';
import { parseCommandLine } from '../../../src/chat/command-line.ts';
import { type InviteLine, parseInviteLine } from '../../../src/chat/commands/invite-line.ts';
import { loadTranslators } from '../../../src/chat/i18n.ts';

const translators = loadTranslators(new URL('../../../locales/', import.meta.url));

function read(
  text: string,
  {
    scheme = 'cabinet',
    language = 'en',
  }: { scheme?: keyof typeof presets; language?: 'en' | 'ru' | 'uk' } = {},
): InviteLine {
  const line = parseCommandLine(
    {
      kind: 'message',
      text,
      messageId: '1',
      addressed: true,
      mentions: [],
      replyTo: null,
      forwardOf: null,
    },
    0,
  );
  return parseInviteLine(line, presets[scheme], translators(language, 'UTC'));
}

const boris = { kind: 'username', username: 'boris' };

describe('what an invitation line says', () => {
  test('people and roles stand in any order', () => {
    for (const text of ['@boris editor', 'editor @boris', 't.me/boris as Editor']) {
      expect(read(text)).toEqual({ who: [boris], roles: ['editor'], link: null, on: null, unknown: null });
    }
  });

  test('a role is known by its key and by its title, of several words too, in the person’s language', () => {
    expect(read('@boris Balance Manager').roles).toEqual(['balance_manager']);
    expect(read('@boris balance_manager').roles).toEqual(['balance_manager']);
    expect(read('@boris менеджер баланса', { language: 'ru' }).roles).toEqual(['balance_manager']);
    expect(read('@boris як редактор', { language: 'uk' })).toMatchObject({
      roles: ['editor'],
      unknown: null,
    });
    expect(read('@boris operator, viewer', { scheme: 'platform' }).roles).toEqual(['operator', 'viewer']);
  });

  test('after “on” come bots, where the scheme has roles on bots', () => {
    const said = { who: [boris], roles: ['developer'], on: 'Shop Help Desk', unknown: null };
    expect(read('@boris developer on Shop, Help Desk', { scheme: 'bot_access' })).toMatchObject(said);
    expect(
      read('@boris разработчик на Shop, Help Desk', { scheme: 'bot_access', language: 'ru' }),
    ).toMatchObject(said);
    expect(read('@boris editor on Shop')).toMatchObject({ on: null, unknown: 'on Shop' });
  });

  test('e-mails and phones are people', () => {
    expect(read('anna@example.org +380501112233 guest').who).toEqual([
      { kind: 'email', email: 'anna@example.org' },
      { kind: 'phone', phone: '+380501112233', name: null },
    ]);
  });

  test('a link is for one unless it says for how many', () => {
    expect(read('link editor').link).toEqual({ uses: 1 });
    for (const text of [
      'link editor uses 5',
      'link editor 5 uses',
      'editor link x5',
      'ссылка editor 5 раз',
    ]) {
      expect(read(text)).toMatchObject({ link: { uses: 5 }, roles: ['editor'], unknown: null });
    }
  });

  test('what is neither person nor role comes back as it was typed', () => {
    expect(read('@boris Chief Wizard').unknown).toBe('Chief Wizard');
    expect(read('Carol Whoever').who).toEqual([]);
  });
});
