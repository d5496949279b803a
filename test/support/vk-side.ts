import { startVkEmulator, type VkEmulator } from '../../dev/emulators/vk/emulator.ts';
import type { VkConfig } from '../../src/app/config.ts';
import type { PhoneMaker } from './person.ts';

/** An emulated VK beside a test app. */
export interface VkSide {
  readonly emulator: VkEmulator;
  readonly config: VkConfig;
  readonly phones: PhoneMaker;
  /** Lets events go to a process that listens at `url`, or waits until it pulls them. */
  connect(url: string): Promise<void>;
}

/** Both sides have all the speed they want: what pacing does is tested by itself. */
const CALLS_PER_SECOND = 100_000;

/** Starts an emulated VK. */
export async function startVkSide(mode: 'webhook' | 'polling', now: () => Date): Promise<VkSide> {
  const emulator = await startVkEmulator({
    callsPerSecond: CALLS_PER_SECOND,
    retryDelayMs: () => 50,
    deliveries: 1000,
    now,
  });
  const { control, group, apiRoot } = emulator;
  const secret = 'vk-hook-secret';
  const confirmation = 'c0nf1rm';
  return {
    emulator,
    config: {
      token: group.token,
      groupId: group.id,
      mode,
      secret,
      confirmation,
      apiRoot,
      callsPerSecond: CALLS_PER_SECOND,
    },
    phones: phonesOf(emulator),
    async connect(url) {
      if (mode === 'webhook')
        await control.setCallbackServer({ url: `${url}/webhooks/vk`, secret, confirmation });
      else await control.waitFor(() => control.calls('groups.getLongPollServer').length > 0);
    },
  };
}

/** Whoever can has their first name as the name in their address, with a number where it is taken. */
function phonesOf({ control }: VkEmulator): PhoneMaker {
  return (name, { language }) => {
    const [firstName = name, ...rest] = name.split(' ');
    const taken = new Set(control.users().map(({ screenName }) => screenName));
    const base = firstName.toLowerCase();
    const screenName = taken.has(base) ? `${base}${taken.size}` : base;
    const allowed = /^[a-z]\w{1,31}$/.test(screenName);
    const user = control.createUser({
      firstName,
      ...(rest.length > 0 && { lastName: rest.join(' ') }),
      ...(allowed && { screenName }),
      languageCode: language,
    });
    const heard = () => control.messages(user).filter(({ fromBot }) => fromBot);
    return {
      write: (text) => void control.write(user, text),
      press(label) {
        const message = heard().findLast(({ buttons }) => buttons.flat().some(({ text }) => text === label));
        if (!message) throw new Error(`${name} has no button "${label}"`);
        control.press(user, message, label);
      },
      open: (payload) => void control.openLink(user, payload),
      heard,
      notice() {
        // What is too long for a snackbar comes as a message after an empty answer.
        const answer = control.answers().findLast(({ userId }) => userId === user.id);
        return answer?.text || (heard().at(-1)?.text ?? '');
      },
    };
  };
}
