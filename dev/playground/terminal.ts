import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { TelegramEmulator } from '../emulators/telegram/emulator.ts';
import type { Desk } from './desk.ts';

export interface TerminalParts {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person sits there: then there is a prompt, otherwise the lines read are repeated. */
  readonly interactive: boolean;
  readonly control: TelegramEmulator['control'];
  /** Makes the desk, given how to print. */
  readonly openDesk: (print: (text: string) => void) => Desk;
}

const DAY_MS = 86_400_000;
/** Several messages that belong together are shown together. */
const GATHER_MS = 150;

/** Chats until the input ends or a line quits; resolves with the number of lines read. */
export async function runTerminal(parts: TerminalParts): Promise<number> {
  const { input, output, interactive, control } = parts;
  const lines = createInterface({ input, ...(interactive && { output }), terminal: interactive });
  const print = (text: string): void => {
    output.write(`${interactive ? '\r\u001b[K' : ''}${text}\n`);
  };
  const desk = parts.openDesk(print);
  const prompt = (): void => {
    if (!interactive) return;
    lines.setPrompt(`\n${desk.who()} › `);
    lines.prompt(true);
  };

  const over = new AbortController();
  let busy = false;
  const follow = async (): Promise<void> => {
    for (let seen = control.version(); !over.signal.aborted; seen = control.version()) {
      await control
        .waitFor(() => control.version() > seen || over.signal.aborted, DAY_MS)
        .catch(() => undefined);
      await delay(GATHER_MS, undefined, { signal: over.signal }).catch(() => undefined);
      if (busy || over.signal.aborted) continue;
      desk.refresh();
      prompt();
    }
  };
  lines.on('SIGINT', () => lines.close());
  void follow();

  prompt();
  let count = 0;
  for await (const line of lines) {
    count++;
    busy = true;
    if (!interactive && line.trim() !== '') print(`\n${desk.who()} › ${line.trim()}`);
    const goOn = await desk.enforce(line);
    busy = false;
    if (!goOn) break;
    prompt();
  }
  over.abort();
  lines.close();
  return count;
}
