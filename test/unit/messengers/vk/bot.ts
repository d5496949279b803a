import { onTestFinished } from 'vitest';
import {
  startVkEmulator,
  type VkEmulator,
  type VkEmulatorOptions,
} from '../../../../dev/emulators/vk/emulator.ts';
import type { Messenger, Outgoing } from '../../../../src/chat/messenger.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { createVk } from '../../../../src/messengers/vk/index.ts';

/** A signal that nobody aborts. */
export const never = new AbortController().signal;

interface Bot extends VkEmulator {
  readonly vk: Messenger;
  /** Renders and delivers a reply; ids of the messages. */
  say(reply: Reply): Promise<(string | null)[]>;
}

/** An emulated community and the messenger that speaks for it. */
export async function bot(
  options: VkEmulatorOptions & { warn?: (message: string) => void } = {},
): Promise<Bot> {
  const emulator = await startVkEmulator({ callsPerSecond: 100_000, ...options });
  onTestFinished(() => emulator.close());
  const vk = createVk({
    token: emulator.group.token,
    groupId: emulator.group.id,
    apiRoot: emulator.apiRoot,
    secret: 'hook-secret',
    confirmation: 'c0nf1rm',
    installation: 'test',
    callsPerSecond: 1000,
    ...(options.warn && { warn: options.warn }),
  });
  await vk.init(never);
  let calls = 0;
  return {
    ...emulator,
    vk,
    async say(reply) {
      const ids: (string | null)[] = [];
      for (const outgoing of vk.render(reply)) {
        const named: Outgoing = { ...outgoing, id: String(++calls) };
        ids.push((await vk.deliver(named, never)).messageId);
      }
      return ids;
    },
  };
}
