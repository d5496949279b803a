import type { TelegramEmulator } from '../emulators/telegram/emulator.ts';

export type ShownMessage = ReturnType<TelegramEmulator['control']['messages']>[number];

/** How words are made to stand out; on a plain output nothing does. */
export interface Look {
  bold(text: string): string;
  italic(text: string): string;
  dim(text: string): string;
  button(text: string): string;
}

/** With ANSI colours, or plain. */
export function createLook(colours: boolean): Look {
  const style =
    (on: number, off: number) =>
    (text: string): string =>
      colours ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: style(1, 22), italic: style(3, 23), dim: style(2, 22), button: style(36, 39) };
}

/** Text as a person reads it: without the invisible marks that isolate names. */
export function readable(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

/** The text of a message with what its entities make of it. */
function styledText(message: ShownMessage, look: Look): string {
  const edges = new Set([0, message.text.length]);
  for (const { offset, length } of message.entities) edges.add(offset).add(offset + length);
  const cuts = [...edges].sort((a, b) => a - b);
  let text = '';
  for (const [place, from] of cuts.entries()) {
    const to = cuts[place + 1];
    if (to === undefined) break;
    let piece = message.text.slice(from, to);
    for (const entity of message.entities) {
      if (entity.offset > from || entity.offset + entity.length < to) continue;
      if (entity.type === 'bold') piece = look.bold(piece);
      else if (entity.type === 'italic') piece = look.italic(piece);
      else if (entity.type === 'text_link' && entity.url !== piece) piece = `${piece} (${entity.url})`;
    }
    text += piece;
  }
  return readable(text);
}

/** The buttons as rows of `[1] Accept  [2] Decline`, and what is asked under the input field. */
function buttonLines(message: ShownMessage, look: Look): string[] {
  let number = 0;
  const rows = message.buttons.map((row) =>
    row
      .map((button) => {
        number++;
        const arrow = button.url === undefined ? '' : ' ↗';
        return look.button(`[${number}] ${readable(button.text)}${arrow}`);
      })
      .join('  '),
  );
  const asked = message.keyboard.flat().map((button) => {
    const how = button.request_users
      ? `:pick and their names, up to ${button.request_users.max_quantity}`
      : button.request_contact
        ? ':contact'
        : `type "${button.text}"`;
    return look.button(`⌨ ${readable(button.text)}`) + look.dim(` (${how})`);
  });
  return [...rows, ...asked];
}

/** The whole message as it is in the chat, indented under a heading. */
export function shownMessage(message: ShownMessage, heading: string, look: Look): string {
  const file = message.raw.document?.file_name ?? (message.raw.photo ? 'a picture' : undefined);
  const lines = [
    ...(file === undefined ? [] : [`📎 ${file}`]),
    ...(message.text === '' ? [] : styledText(message, look).split('\n')),
    ...buttonLines(message, look),
  ];
  return [heading, ...lines.map((line) => `  ${line}`)].join('\n');
}
