/**
 * What a refused call is worth. `rejected`: this message can never arrive; `unreachable`: this chat cannot be written
 * to; `failed`: it is the bot that is refused, or the server has trouble, so the message is kept and tried again.
 */
export type Verdict = 'rejected' | 'unreachable' | 'failed';

interface Refusal {
  readonly code: number;
  /** Of the description; the code alone where there is none. */
  readonly says: RegExp | null;
  readonly verdict: Verdict;
}

/**
 * The known refusals, the first that fits counts. Descriptions as the Bot API server writes them
 * (tdlib/telegram-bot-api, Client.cpp): a code alone seldom tells.
 */
const REFUSALS: readonly Refusal[] = [
  // The token is revoked, or a gateway does not know the path: an operator puts it right.
  { code: 401, says: null, verdict: 'failed' },
  { code: 404, says: /method not found/i, verdict: 'rejected' },
  { code: 404, says: null, verdict: 'failed' },
  { code: 409, says: null, verdict: 'failed' },
  {
    code: 403,
    says: /bot was (kicked|blocked)|user is deactivated|can't initiate conversation|can't send messages to (the user|bots)|bot is not a member|group chat was (deleted|deactivated)|the chat was deleted/i,
    verdict: 'unreachable',
  },
  {
    code: 400,
    says: /chat not found|user not found|user is deactivated|PEER_ID_INVALID|USER_IS_BLOCKED|INPUT_USER_DEACTIVATED|group chat was deactivated|bot was (kicked|blocked)|bot is not a member|CHAT_WRITE_FORBIDDEN|(not enough|have no) rights to send|CHAT_RESTRICTED/i,
    verdict: 'unreachable',
  },
  { code: 413, says: null, verdict: 'rejected' },
  // The server has read this very message and does not take it.
  { code: 400, says: /^Bad Request: /i, verdict: 'rejected' },
];

/** Judges a refusal. One that is not known keeps the message. */
export function verdictOf(code: number, description: string): Verdict {
  const known = REFUSALS.find(
    (refusal) => refusal.code === code && (refusal.says === null || refusal.says.test(description)),
  );
  return known?.verdict ?? 'failed';
}
