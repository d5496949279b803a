import { expect } from 'vitest';
import type { CompiledScheme } from '../../src/access/compile.ts';
import { buttonMaker } from '../../src/chat/actions/button-maker.ts';
import { createButtonSigner } from '../../src/chat/actions/button-signer.ts';
import type { ButtonOf, Context } from '../../src/chat/context.ts';
import { loadTranslators } from '../../src/chat/i18n.ts';
import type { Outgoing } from '../../src/chat/messenger.ts';
import { createRegistry } from '../../src/chat/registry.ts';
import type { Reply, RichText, Screen } from '../../src/chat/reply.ts';
import { createCodes } from '../../src/chat/secrets/codes.ts';
import type { MessengerName } from '../../src/chat/update.ts';
import { type Actor, LANGUAGES, type Language } from '../../src/domain/state.ts';
import { commandOrder, features } from '../../src/features/index.ts';
import { render as renderForTelegram } from '../../src/messengers/telegram/render.ts';
import { render as renderForViber } from '../../src/messengers/viber/render.ts';
import { render as renderForVk } from '../../src/messengers/vk/render.ts';
import { actorWith, countedIds, NOW, presetNamed } from './builders.ts';

const translators = loadTranslators(new URL('../../locales/', import.meta.url));
const signer = createButtonSigner(Buffer.alloc(32));
const { commands } = createRegistry(features, translators.words, commandOrder);

/** A screen of the product as an example makes it. */
export type Example = (ctx: Context) => Screen;

const renderers: Readonly<Record<MessengerName, (reply: Reply) => readonly Outgoing[]>> = {
  telegram: renderForTelegram,
  vk: renderForVk,
  viber: (reply) => renderForViber(reply, 'https://example.org'),
};

/** Characters that a messenger takes at most, by the field of a call that holds them. */
const LIMITS: Readonly<Record<MessengerName, Readonly<Record<string, number>>>> = {
  telegram: { text: 4096, caption: 1024, callback_data: 64 },
  vk: { message: 4096, label: 40, payload: 255 },
  viber: { text: 7000, Text: 250 },
};

/** What a person who acts would be answered with, where all links and secrets are those of the example. */
function contextOf(
  actor: Actor = actorWith(['owner']),
  language: Language = 'en',
  messenger: MessengerName = 'telegram',
): Context {
  const buttonsOf = (personId: string): ButtonOf => buttonMaker(signer, personId);
  const own = buttonsOf(actor.person.id);
  return {
    update: {
      messenger,
      id: '1',
      sender: { accountId: '1', name: actor.person.name, username: null, language },
      chat: { id: '1', kind: 'private', topic: null },
      event: {
        kind: 'message',
        text: '/help',
        messageId: '1',
        addressed: true,
        mentions: [],
        replyTo: null,
        forwardOf: null,
      },
    },
    person: { ...actor.person, language },
    formerIds: [],
    workspace: actor.workspace,
    membership: actor.membership,
    group: null,
    wizard: null,
    open: null,
    isNew: false,
    t: translators(language, 'UTC'),
    translator: (reader) => translators(reader.language, reader.timeZone),
    now: NOW,
    newId: countedIds(),
    scheme: (key): CompiledScheme => presetNamed(key),
    button: own,
    buttonFor: (personId, label, action, ...args) => buttonsOf(personId)(label, action, ...args),
    primary: (label, action, ...args) => ({ ...own(label, action, ...args), tone: 'primary' }),
    danger: (label, action, ...args) => ({ ...own(label, action, ...args), tone: 'danger' }),
    botLink: 'https://example.org/bot',
    invitationLink: () => 'https://example.org/i',
    invitationTokenHash: () => Buffer.alloc(32),
    mail: null,
    recovery: { link: () => 'https://example.org/r', tokenHash: () => Buffer.alloc(32) },
    hashToken: () => Buffer.alloc(32),
    picksPeople: messenger === 'telegram',
    pointsBy: messenger === 'viber' ? 'contact' : 'any',
    provesPhone: messenger !== 'vk',
    attach: (name, contentType, bytes) => ({ id: 'file', name, contentType, bytes }),
    mintKey: () => ({ token: 'ck_example', publicId: 'example', secretHash: Buffer.alloc(32) }),
    codes: createCodes(Buffer.alloc(32), (bytes) => Buffer.alloc(bytes)),
    commands,
    sealToken: () => new Uint8Array(),
  };
}

/** A screen as a person reads it: its text, then a line for each row of buttons. */
function tableOf({ text, buttons }: Screen): string {
  const rows = buttons.map((row) => `| ${row.map(({ label }) => label).join(' | ')} |`);
  return [plain(text), ...rows].join('\n').replace(/[\u2066-\u2069]/g, '');
}

/**
 * Expects each of the screens to render for every messenger in every language within the messenger's limits, with
 * no part of a text left as it stands in the catalogue and no English where another language is spoken.
 */
export function expectRenderedEverywhere(examples: Readonly<Record<string, Example>>, actor?: Actor): void {
  for (const [name, example] of Object.entries(examples)) {
    const english = tableOf(example(contextOf(actor)));
    for (const language of LANGUAGES) {
      for (const [messenger, render] of messengers()) {
        const screen = example(contextOf(actor, language, messenger));
        const table = tableOf(screen);
        const where = `${name}, ${language}, ${messenger}`;
        expect(table, where).not.toMatch(/\{ ?\$|\[\/?[bic]\]|undefined|\[object /);
        expect(plain(screen.text).trim(), where).not.toBe('');
        if (language !== 'en') expect(table, where).not.toBe(english);
        const calls = render({ kind: 'send', to: { chatId: '1', topic: null }, screen });
        expect(calls.length, where).toBeGreaterThan(0);
        expect(beyondLimits(calls, LIMITS[messenger]), where).toEqual([]);
      }
    }
  }
}

/** The screens in English, one below the other: what a snapshot keeps. */
export function englishTables(examples: Readonly<Record<string, Example>>, actor?: Actor): string {
  return Object.entries(examples)
    .map(([name, example]) => `== ${name}\n${tableOf(example(contextOf(actor)))}\n`)
    .join('\n');
}

function messengers(): [MessengerName, (reply: Reply) => readonly Outgoing[]][] {
  return (['telegram', 'vk', 'viber'] as const).map((name) => [name, renderers[name]]);
}

function plain(text: RichText): string {
  return text.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}

/** Fields of calls that are longer than the messenger takes. */
function beyondLimits(calls: readonly Outgoing[], limits: Readonly<Record<string, number>>): string[] {
  const found: string[] = [];
  JSON.stringify(calls, (key, value) => {
    const limit = limits[key];
    if (limit !== undefined && typeof value === 'string' && value.length > limit)
      found.push(`${key} has ${value.length} of ${limit}`);
    return value;
  });
  return found;
}
