import { setTimeout as delay } from 'node:timers/promises';
import { leadAlone } from '../../src/store/leader.ts';

// A process that wants to lead on the database it is given, and says so when it does.
const [, , url = ''] = process.argv;
await leadAlone({
  url,
  what: 'poll telegram',
  signal: new AbortController().signal,
  async lead(leading) {
    process.stdout.write('leads\n');
    await new Promise((resolve) => leading.addEventListener('abort', resolve));
    process.stdout.write('lost\n');
  },
  wait: (milliseconds) => delay(milliseconds),
  asked: () => undefined,
});
