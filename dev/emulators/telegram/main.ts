import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startTelegramEmulator } from './emulator.ts';

// The emulator as a process of its own: prints its URL on the first line and runs until SIGTERM.
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    token: { type: 'string' },
    username: { type: 'string' },
    'retry-ms': { type: 'string' },
    'keep-messages': { type: 'string' },
  },
});
const Count = z.coerce.number().int().min(0);
const options = z
  .object({
    port: Count.max(65_535).exactOptional(),
    host: z.string().exactOptional(),
    token: z
      .string()
      .regex(/^\d+:[\w-]+$/)
      .exactOptional(),
    username: z.string().exactOptional(),
    // One delay for every repeated delivery, in place of Telegram's growing ones.
    'retry-ms': Count.exactOptional(),
    'keep-messages': Count.exactOptional(),
  })
  .transform(({ username, 'retry-ms': retryMs, 'keep-messages': keepMessages, ...rest }) => ({
    ...rest,
    ...(username !== undefined && { botUsername: username }),
    ...(retryMs !== undefined && { retryDelayMs: () => retryMs }),
    ...(keepMessages !== undefined && { keepMessages }),
  }))
  .parse(values);

const emulator = await startTelegramEmulator(options);
process.stdout.write(`${emulator.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void emulator.close());
}
