import { startBalancer } from '../../../support/balancer.ts';
import { createTestApp } from '../../../support/create-test-app.ts';
import { messengerContract } from './contract.ts';
import type { Player } from './rig.ts';

const HOUR_MS = 3_600_000;

messengerContract('Viber', async () => {
  const app = await createTestApp({ messengers: ['viber'] });
  const { control } = app.viber;
  const balancer = await startBalancer();
  const ids = new Map<Player, string>();
  const userOf = (person: Player) => ({ id: ids.get(person) ?? 'nobody of this rig' });
  return {
    messenger: 'viber',
    edits: false,
    database: app.database,
    person(name, { language = 'en' } = {}) {
      const person = app.person(name, { messenger: 'viber', language });
      ids.set(person, control.users().at(-1)?.id ?? '');
      return person;
    },
    accountId: (person) => userOf(person).id,
    async saysOften(person, text, times) {
      const token = control.write(userOf(person), text);
      await app.settled();
      return control.redeliver(token ?? '', times, { parallel: 10 });
    },
    async block(person) {
      control.unsubscribe(userOf(person));
      await app.settled();
    },
    unblock: async () => undefined,
    busy(person) {
      const receiver = userOf(person).id;
      control.inject({ method: 'send_message', receiver, error: { status: 12 } });
    },
    async waitedOut() {
      // Viber does not say for how long: the row waits in the table, for minutes.
      app.pass(HOUR_MS);
      while ((await app.database.pool.query('select 1 from outbox')).rowCount !== 0)
        await app.app.sender.sweep().then(app.settled);
    },
    async startSecond() {
      const second = await app.startSecond();
      balancer.add(app.app.url);
      balancer.add(second.url);
      await control.setWebhook(`${balancer.url}/webhooks/viber`);
    },
    settled: app.settled,
    async close() {
      await app.close();
      await balancer.close();
    },
  };
});
