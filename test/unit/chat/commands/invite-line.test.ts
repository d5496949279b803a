import { describe, expect, test } from 'vitest';
import { presets } from '../../../../src/access/presets.ts';
import { parseCommandLine } from '../../../../src/chat/command-line.ts';
import { loadTranslators } from '../../../../src/chat/i18n.ts';
import type { Language } from '../../../../src/domain/state.ts';
import { type InviteLine, parseInviteLine } from '../../../../src/features/invitations/chat/invite-line.ts';

const translators = loadTranslators(new URL('../../../../locales/', import.meta.url));

function read(
  text: string,
  { scheme = 'cabinet', language = 'en' }: { scheme?: keyof typeof presets; language?: Language } = {},
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
    'US',
  );
  return parseInviteLine(line, presets[scheme], translators(language, 'UTC'), now);
}

const now = new Date('2026-05-01T10:00:00Z');
const noTerms = { accessUntil: null, note: null };
const boris = { kind: 'username', username: 'boris' };

describe('what an invitation line says', () => {
  test('people and roles stand in any order', () => {
    for (const text of ['@boris editor', 'editor @boris', 't.me/boris as Editor']) {
      expect(read(text)).toEqual({
        who: [boris],
        roles: ['editor'],
        link: null,
        on: null,
        terms: noTerms,
        unknown: null,
        unreadable: [],
      });
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
    const said = { who: [boris], roles: ['developer'], on: 'Shop, Help Desk', unknown: null };
    expect(read('@boris developer on Shop, Help Desk', { scheme: 'bot_access' })).toMatchObject(said);
    expect(
      read('@boris разработчик на Shop, Help Desk', { scheme: 'bot_access', language: 'ru' }),
    ).toMatchObject(said);
    expect(read('@boris editor on Shop')).toMatchObject({ on: null, unknown: 'on Shop' });
  });

  test('an end and a note may stand behind them, in three languages', () => {
    const until = new Date('2026-05-04T10:00:00Z');
    expect(read('@boris editor for 3d')).toMatchObject({
      roles: ['editor'],
      terms: { accessUntil: until, note: null },
      unknown: null,
    });
    expect(read('@boris редактор на 3 дня заметка: Привет, это мы!', { language: 'ru' })).toMatchObject({
      roles: ['editor'],
      terms: { accessUntil: until, note: 'Привет, это мы!' },
      unknown: null,
    });
    expect(
      read('@boris developer on Shop, Help until 2026-12-31 note Hi, @vera knows.', { scheme: 'bot_access' }),
    ).toMatchObject({
      who: [boris],
      roles: ['developer'],
      on: 'Shop, Help',
      terms: { accessUntil: new Date('2026-12-31T23:59:59Z'), note: 'Hi, @vera knows.' },
    });
    expect(read('link 5 editor for 2 weeks')).toMatchObject({
      link: { uses: 5 },
      terms: { accessUntil: new Date('2026-05-15T10:00:00Z') },
    });
    expect(read('@boris editor note').terms).toEqual(noTerms);
    expect([...(read(`@boris editor note ${'я'.repeat(900)}`).terms.note ?? '')]).toHaveLength(300);
    expect(read('@boris editor note a\u202eb\n\u200bc').terms.note).toBe('ab c');
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
