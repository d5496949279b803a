import { createHash, createHmac } from 'node:crypto';

/** Deep-link payloads that carry an invitation start with this (`/start i_<token>`). */
export const INVITATION_PREFIX = 'i_';

/** Makes and recognises the secret part of invitation links. Tokens are derived, so none is ever stored. */
export interface InvitationTokens {
  /**
   * The token of an invitation: 24 characters of `A-Za-z0-9_-`, 144 bits. `version` is the one the invitation
   * was created or last resent at: a resent invitation has a new link, and the old one is dead.
   */
  of(invitationId: string, version: number): string;
  /** The token in the mail to an e-mail address: who has it reads mail there, and the inviter never sees it. */
  mailed(invitationId: string, version: number): string;
  /** The token of a recovery link, of the same form. */
  recovery(recoveryId: string): string;
  /** What the store keeps of a token: its SHA-256. */
  hash(token: string): Buffer;
}

/** Derives invitation tokens with a key. */
export function createInvitationTokens(key: Buffer): InvitationTokens {
  const derive = (purpose: string, invitationId: string, version: number): string =>
    createHmac('sha256', key)
      .update(`${purpose} ${invitationId} ${version}`)
      .digest('base64url')
      .slice(0, 24);
  return {
    of: (invitationId, version) => derive('invitation', invitationId, version),
    recovery: (recoveryId) => derive('recovery', recoveryId, 0),
    mailed: (invitationId, version) => derive('mailed invitation', invitationId, version),
    hash: (token) => createHash('sha256').update(token).digest(),
  };
}

/** The token in a deep-link payload, or null where the payload is something else. */
export function invitationTokenIn(payload: string): string | null {
  const match = /^i_([\w-]{24})$/.exec(payload);
  return match?.[1] ?? null;
}

/** Deep-link payloads that carry a recovery start with this (`/start r_<token>`). */
export const RECOVERY_PREFIX = 'r_';

/** The token in a recovery link's payload, or null where the payload is something else. */
export function recoveryTokenIn(payload: string): string | null {
  const match = /^r_([\w-]{24})$/.exec(payload);
  return match?.[1] ?? null;
}

/** Whether a deep-link payload begins as ours do, whatever became of the rest. */
export function hasTokenForm(payload: string): boolean {
  return payload.startsWith(INVITATION_PREFIX) || payload.startsWith(RECOVERY_PREFIX);
}
