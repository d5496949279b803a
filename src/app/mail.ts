import type { Messenger } from '../chat/messenger.ts';
import { INVITATION_PREFIX } from '../chat/secrets/invitation-token.ts';
import type { MessengerName } from '../chat/update.ts';
import type { EmailChannel, EmailSettings } from '../messengers/email/index.ts';

/** The library takes a while to load, which only who uses it should wait. */
export async function openMail(settings: EmailSettings): Promise<EmailChannel> {
  const { openEmail } = await import('../messengers/email/index.ts');
  return openEmail(settings);
}

/** Where a mailed invitation leads: to our own page, and where nobody reaches us, straight into a messenger. */
export function landingAt(
  publicUrl: string | undefined,
  messengers: ReadonlyMap<MessengerName, Messenger>,
): (token: string) => string {
  return (token) => {
    if (publicUrl !== undefined) return `${publicUrl}/i/${token}`;
    const [first] = messengers.values();
    return first?.deepLink(INVITATION_PREFIX + token) ?? '';
  };
}
