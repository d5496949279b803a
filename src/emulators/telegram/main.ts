import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startTelegramEmulator } from './emulator.ts';

// The emulator as a process of its own: prints its URL on the first line and runs until SIGTERM.
const { values } = parseArgs({
  options: { port: { type: 'string' }, host: { type: 'string' }, token: { type: 'string' } },
});
const options = z
  .object({
    port: z.coerce.number().int().min(0).max(65_535).exactOptional(),
    host: z.string().exactOptional(),
    token: z
      .string()
      .regex(/^\d+:[\w-]+$/)
      .exactOptional(),
  })
  .parse(values);

const emulator = await startTelegramEmulator(options);
process.stdout.write(`${emulator.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void emulator.close());
}
