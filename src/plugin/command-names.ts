import type { Button, Reply, RichText, Run, Screen } from '../chat/reply.ts';
import type { Update } from '../chat/update.ts';

/** Our commands as they are called in a host's bot: with a prefix where the bare names would collide. */
export interface CommandNames {
  /** The name as it is typed and shown there. */
  outward(name: string): string;
  /** An update as if the command had been typed by its own name; null where it is a command without our prefix. */
  read(update: Update): Update | null;
  /** A reply that names the commands as they are called there. */
  write(reply: Reply): Reply;
}

const SLASH = /^\/[\p{L}\p{N}_]/u;

/** Names with `prefix` (of `a-z0-9_`; empty: the names as they are) before each of `commands`. */
export function commandNames(prefix: string, commands: readonly string[]): CommandNames {
  if (prefix === '') return { outward: (name) => name, read: (update) => update, write: (reply) => reply };
  if (!/^[a-z][a-z0-9_]{0,15}$/.test(prefix)) {
    throw new Error('castellan: the prefix of commands is up to 16 of a-z 0-9 _ and begins with a letter');
  }
  const opening = `/${prefix}`;
  const named = new RegExp(`(?<![\\p{L}\\p{N}_/.:])/(${commands.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  const rename = (text: string): string => text.replace(named, `${opening}$1`);
  return {
    outward: (name) => prefix + name,
    read(update) {
      const { event } = update;
      if (event.kind !== 'message' || event.forwardOf !== null || !SLASH.test(event.text)) return update;
      if (!event.text.toLowerCase().startsWith(opening)) return null;
      const mentions = event.mentions.map((one) => ({ ...one, offset: one.offset - prefix.length }));
      return { ...update, event: { ...event, text: `/${event.text.slice(opening.length)}`, mentions } };
    },
    write(reply) {
      return reply.kind === 'toast'
        ? { ...reply, text: rename(reply.text) }
        : { ...reply, screen: renamed(reply.screen, rename) };
    },
  };
}

function renamed(screen: Screen, rename: (text: string) => string): Screen {
  const run = (one: Run): Run => (typeof one === 'string' ? rename(one) : { ...one, text: rename(one.text) });
  const button = (one: Button): Button => ({ ...one, label: rename(one.label) });
  const text: RichText = screen.text.map(run);
  return { ...screen, text, buttons: screen.buttons.map((row) => row.map(button)) };
}
