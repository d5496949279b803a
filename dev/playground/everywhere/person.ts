import { StoryBroken } from '../actor.ts';
import { type Look, readable } from '../show.ts';
import type { Phone, Shown } from './phones.ts';

/** How far a story has come. */
export interface Progress {
  chapter: string;
  acts: number;
  checks: number;
}

/** How a story over several messengers is told. */
export interface Telling {
  readonly look: Look;
  readonly print: (line: string) => void;
  readonly progress: Progress;
  /** Resolves when every update is taken and everything queued is sent. */
  readonly settled: () => Promise<void>;
}

/** A person of the story, with a phone. Acts resolve when the bot has done all it queues; checks throw `StoryBroken`. */
export interface Person {
  says(text: string): Promise<void>;
  /** Presses the newest button whose label contains this. */
  presses(label: string): Promise<void>;
  opens(link: string): Promise<void>;
  /** The newest message of the bot says so. */
  sees(expected: string | RegExp): void;
  /** What the newest message that has this in it says. Throws where none has. */
  find(pattern: RegExp): string;
}

const MESSENGERS = { telegram: 'Telegram', vk: 'VK', viber: 'Viber' } as const;

/** The people of a story: after each act, everything new on anybody's screen is printed. */
export function createPeople({ look, print, progress, settled }: Telling) {
  const all: { readonly name: string; readonly phone: Phone; readonly known: Map<string, string> }[] = [];
  const noticed = new Map<Phone, number>();

  const tellNews = (): void => {
    for (const { name, phone, known } of all) {
      const where = `${name}, ${MESSENGERS[phone.messenger]}`;
      for (const shown of phone.shown()) {
        const state = JSON.stringify([shown.text, shown.rows]);
        const before = known.get(shown.key);
        if (before === state) continue;
        known.set(shown.key, state);
        const heading = look.dim(
          `Castellan → ${where}${before === undefined ? '' : ', the message changes'}`,
        );
        print([heading, ...linesOf(shown, look)].map((line) => `    ${line}`).join('\n'));
      }
      const notices = phone.notices();
      for (const notice of notices.slice(noticed.get(phone) ?? 0))
        print(`    ${look.dim(`Castellan → ${where}, over the chat`)}\n      » ${readable(notice)}`);
      noticed.set(phone, notices.length);
    }
  };

  const add = (name: string, phone: Phone): Person => {
    all.push({ name, phone, known: new Map() });
    const where = `${name} (${MESSENGERS[phone.messenger]})`;
    const act = async (what: string, run: () => void): Promise<void> => {
      progress.acts++;
      print(`\n${look.bold('▸')} ${where} ${what}`);
      run();
      await settled();
      tellNews();
    };
    const last = (): string => readable(phone.shown().at(-1)?.text ?? '');
    return {
      says: (text) => act(`writes: ${text}`, () => phone.write(text)),
      async presses(label) {
        const found = phone
          .shown()
          .reverse()
          .flatMap(({ rows }) => rows.flat())
          .find((one) => readable(one).includes(label));
        if (found === undefined)
          throw new StoryBroken(`${where} finds no button "${label}" under: ${last()}`);
        await act(`presses: [${readable(found)}]`, () => phone.press(found));
      },
      opens: (link) => act(`opens ${link}`, () => phone.open(link)),
      sees(expected) {
        const text = last();
        const fits = typeof expected === 'string' ? text.includes(expected) : expected.test(text);
        if (!fits) throw new StoryBroken(`${where} sees ${String(expected)}\n  instead: ${text}`);
        progress.checks++;
        print(look.dim(`  ✓ ${where} sees ${String(expected)}`));
      },
      find(pattern) {
        for (const { text } of phone.shown().reverse()) {
          const found = pattern.exec(readable(text))?.[0];
          if (found !== undefined) return found;
        }
        throw new StoryBroken(`${where} has seen no ${String(pattern)}`);
      },
    };
  };

  return {
    add,
    /** Something that happens outside of any chat. */
    tell: (what: string): void => print(`\n${look.bold('▸')} ${what}`),
    chapter(title: string): void {
      progress.chapter = title;
      print(`\n\n${look.bold(title)}\n${'─'.repeat(title.length)}`);
    },
    check(what: string, holds: boolean): void {
      if (!holds) throw new StoryBroken(what);
      progress.checks++;
      print(look.dim(`  ✓ ${what}`));
    },
  };
}

/** The people of a story, and the means to tell it. */
export type People = ReturnType<typeof createPeople>;

function linesOf({ text, rows }: Shown, look: Look): string[] {
  const buttons = rows.map((row) => look.button(row.map((label) => `[${readable(label)}]`).join(' ')));
  return [...readable(text).split('\n'), ...buttons].map((line) => `  ${line}`);
}
