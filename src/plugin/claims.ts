import type { ButtonSigner } from '../chat/actions/button-signer.ts';
import type { Registry } from '../chat/registry.ts';
import { isAddressed } from '../chat/router.ts';
import { invitationTokenIn, recoveryTokenIn } from '../chat/secrets/invitation-token.ts';
import type { Update } from '../chat/update.ts';

/**
 * Whose an update is, in a bot that belongs to another.
 * - `ours`: certainly.
 * - `if-awaited`: only if the person is in the middle of one of our dialogues in that chat.
 * - `both`: we note it down, and the host gets it, too.
 */
export type Claim = 'ours' | 'theirs' | 'if-awaited' | 'both';

/** What claims are judged by. */
export interface ClaimRules {
  readonly registry: Registry;
  readonly buttons: ButtonSigner;
  /** Which of our commands are ours when typed; the rest stay reachable by buttons. */
  readonly takes: (command: string) => boolean;
}

/** Nobody's button: a seal is checked without knowing who pressed. */
const NOBODY = '';

/** Judges by the form of an update alone: nothing is read for it. */
export function claimOf(update: Update, rules: ClaimRules): Claim {
  if (!isAddressed(update)) return 'theirs';
  const { event } = update;
  switch (event.kind) {
    case 'message':
      return claimOfText(event.forwardOf === null ? event.text : '', rules);
    case 'start':
      return event.payload !== null && isOurLink(event.payload) ? 'ours' : 'theirs';
    case 'press':
      return rules.buttons.read(event.payload, NOBODY).kind === 'forged' ? 'theirs' : 'ours';
    case 'picked':
    case 'contact':
      return 'if-awaited';
    case 'reachability':
    case 'group':
    case 'moved':
      return 'both';
    case 'other':
      return 'theirs';
  }
}

function isOurLink(payload: string): boolean {
  return invitationTokenIn(payload) !== null || recoveryTokenIn(payload) !== null;
}

function claimOfText(text: string, { registry, takes }: ClaimRules): Claim {
  const name = /^\/([\p{L}\p{N}_]{1,64})/u.exec(text)?.[1];
  if (name === undefined) return 'if-awaited';
  const command = registry.commands.named(name) ?? registry.commands.alias(name);
  if (!command || !takes(command.name)) return 'theirs';
  // Where there is nothing of ours to cancel, it is the host's to answer.
  return command.name === 'cancel' ? 'if-awaited' : 'ours';
}
