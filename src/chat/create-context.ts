import { z } from 'zod';
import type { CompiledScheme } from '../access/compile.ts';
import type { UpdateContext } from '../store/context.ts';
import { buttonMaker } from './actions/button-maker.ts';
import type { ButtonSigner } from './actions/button-signer.ts';
import type { ButtonOf, CommandDirectory, Context } from './context.ts';
import type { Translators } from './i18n.ts';
import type { Identity } from './identity.ts';
import type { Messenger } from './messenger.ts';
import type { Wizard } from './plan.ts';
import type { Codes } from './secrets/codes.ts';
import { INVITATION_PREFIX, type InvitationTokens, RECOVERY_PREFIX } from './secrets/invitation-token.ts';
import type { TokenBox } from './secrets/token-box.ts';
import { type OpenScreen, storedScreen } from './typed/open-screen.ts';
import type { MessengerName, Update } from './update.ts';

interface ContextParts {
  readonly messengers: ReadonlyMap<MessengerName, Messenger>;
  readonly translators: Translators;
  readonly buttons: ButtonSigner;
  readonly tokens: InvitationTokens;
  readonly tokenBox: TokenBox;
  readonly schemes: { get(name: string): CompiledScheme };
  readonly codes: Codes;
  readonly landing: ((token: string) => string) | null;
  readonly newId: () => string;
  /** 1–64 of `A-Za-z0-9_-` that nobody can guess. */
  readonly newFileId: () => string;
  readonly mintKey: Context['mintKey'];
  readonly registry: { readonly commands: CommandDirectory };
}

const storedWizard = z.object({ name: z.string(), data: z.record(z.string(), z.unknown()) });
const openPart = z.object({ open: z.unknown() });

/** Puts together what handling one update may use. */
export function createContext(
  parts: ContextParts,
  update: Update,
  context: UpdateContext,
  identity: Identity,
  now: Date,
): Context {
  const buttonsOf = (personId: string): ButtonOf => buttonMaker(parts.buttons, personId);
  const own = buttonsOf(identity.person.id);
  const speaker = (): Messenger => {
    const messenger = parts.messengers.get(update.messenger);
    if (!messenger) throw new Error(`${update.messenger} is not configured`);
    return messenger;
  };
  return {
    update,
    person: identity.person,
    formerIds: context.account?.formerIds ?? [],
    workspace: context.workspace,
    membership: context.membership,
    group: context.group,
    wizard: wizardOf(context, now),
    open: openOf(context, now),
    isNew: context.account === null,
    t: parts.translators(identity.person.language, identity.timeZone),
    translator: ({ language, timeZone }) => parts.translators(language, timeZone),
    now,
    newId: parts.newId,
    scheme: parts.schemes.get,
    button: own,
    buttonFor: (personId, label, action, ...args) => buttonsOf(personId)(label, action, ...args),
    primary: (label, action, ...args) => ({ ...own(label, action, ...args), tone: 'primary' }),
    danger: (label, action, ...args) => ({ ...own(label, action, ...args), tone: 'danger' }),
    commands: parts.registry.commands,
    invitationLink(invitationId, version) {
      return speaker().deepLink(INVITATION_PREFIX + parts.tokens.of(invitationId, version));
    },
    get botLink() {
      return speaker().deepLink('hello');
    },
    invitationTokenHash: (invitationId, version) => parts.tokens.hash(parts.tokens.of(invitationId, version)),
    mail: parts.landing && {
      link: (invitationId, version) => parts.landing?.(parts.tokens.mailed(invitationId, version)) ?? '',
      tokenHash: (invitationId, version) => parts.tokens.hash(parts.tokens.mailed(invitationId, version)),
    },
    recovery: {
      link: (recoveryId) => speaker().deepLink(RECOVERY_PREFIX + parts.tokens.recovery(recoveryId)),
      tokenHash: (recoveryId) => parts.tokens.hash(parts.tokens.recovery(recoveryId)),
    },
    hashToken: (token) => parts.tokens.hash(token),
    picksPeople: parts.messengers.get(update.messenger)?.picksPeople ?? false,
    pointsBy: parts.messengers.get(update.messenger)?.pointsBy ?? 'any',
    provesPhone: parts.messengers.get(update.messenger)?.provesPhone ?? false,
    attach: (name, contentType, bytes) => ({ id: parts.newFileId(), name, contentType, bytes }),
    mintKey: parts.mintKey,
    codes: parts.codes,
    sealToken: (channelId, token) => parts.tokenBox.seal(channelId, token),
  };
}

/** The stored wizard, unless it is over or not one of ours any more. */
function wizardOf(context: UpdateContext, now: Date): Wizard | null {
  if (!context.session || context.session.expiresAt <= now) return null;
  const parsed = storedWizard.safeParse(context.session.wizard);
  return parsed.success ? parsed.data : null;
}

/** The stored screen, unless it was shown too long ago. */
function openOf({ session }: UpdateContext, now: Date): OpenScreen | null {
  if (!session || session.expiresAt <= now) return null;
  return storedScreen(openPart.safeParse(session.wizard).data?.open);
}
