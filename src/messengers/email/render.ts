import type { Json, Outgoing } from '../../chat/messenger.ts';
import type { Button, Reply, RichText, Run, Screen } from '../../chat/reply.ts';

/** A mail as it is kept in the outbox. */
interface MailBody {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Longer subjects are cut by those who show them; RFC 5322 (2.1.1) recommends lines of at most 78 characters. */
const MAX_SUBJECT = 78;

/** What must not stand in a header or moves words about: controls, line and paragraph breaks, marks of direction. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A screen as a mail: its first line is the subject, its links are buttons. What is pressed cannot be pressed in a
 * mail, and a mail is neither edited nor answered by a notice: those take no call.
 */
export function renderMail(reply: Reply): Outgoing[] {
  if (reply.kind !== 'send') return [];
  const body: MailBody = mailOf(reply.screen);
  return [{ messenger: 'email', chatId: reply.to.chatId, body: { ...body } satisfies Json }];
}

function mailOf({ text, buttons }: Screen): MailBody {
  const plain = text.map(textOf).join('');
  const links = buttons.flat().filter(isLink);
  return {
    subject: subjectOf(plain),
    text: [plain, ...links.map(({ label, url }) => `${label}: ${url}`)].join('\n\n'),
    html: htmlOf(text, links),
  };
}

function subjectOf(plain: string): string {
  const [line = ''] = plain.split('\n').filter((one) => one.trim() !== '');
  const clean = line.replace(UNSEEN, '').trim();
  const letters = [...clean];
  return letters.length <= MAX_SUBJECT ? clean : `${letters.slice(0, MAX_SUBJECT - 1).join('')}…`;
}

type Link = Extract<Button, { kind: 'link' }>;

function isLink(button: Button): button is Link {
  return button.kind === 'link' && /^https?:\/\//.test(button.url);
}

function textOf(run: Run): string {
  if (typeof run === 'string') return run;
  return 'url' in run && run.url !== run.text ? `${run.text} (${run.url})` : run.text;
}

function htmlOf(text: RichText, links: readonly Link[]): string {
  const body = text.map(htmlRun).join('').replaceAll('\n', '<br>\n');
  const buttons = links.map(
    ({ label, url }) =>
      `<p><a href="${escaped(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f6feb;color:#ffffff;text-decoration:none">${escaped(label)}</a></p>`,
  );
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body style="font:16px/1.5 system-ui,sans-serif;color:#1f2328;max-width:560px;margin:0 auto;padding:24px"><p>${body}</p>\n${buttons.join('\n')}</body></html>`;
}

function htmlRun(run: Run): string {
  if (typeof run === 'string') return escaped(run);
  if ('url' in run) {
    return /^https?:\/\//.test(run.url)
      ? `<a href="${escaped(run.url)}">${escaped(run.text)}</a>`
      : escaped(run.text);
  }
  const tag = { bold: 'b', italic: 'i', code: 'code' }[run.style];
  return `<${tag}>${escaped(run.text)}</${tag}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
