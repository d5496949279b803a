import { startBalancer } from '../../../support/balancer.ts';
import { createTestApp } from '../../../support/create-test-app.ts';
import { messengerContract } from './contract.ts';
import type { Player } from './rig.ts';

messengerContract('VK', async () => {
  const app = await createTestApp({ messengers: ['vk'] });
  const { control } = app.vk;
  const balancer = await startBalancer();
  const ids = new Map<Player, number>();
  const userOf = (person: Player) => ({ id: ids.get(person) ?? 0 });
  return {
    messenger: 'vk',
    edits: true,
    database: app.database,
    person(name, { language = 'en' } = {}) {
      const person = app.person(name, { messenger: 'vk', language });
      ids.set(person, control.users().at(-1)?.id ?? 0);
      return person;
    },
    accountId: (person) => String(userOf(person).id),
    async saysOften(person, text, times) {
      const { eventId = '' } = control.write(userOf(person), text);
      await app.settled();
      return control.redeliver(eventId, times, { parallel: 10 });
    },
    async block(person) {
      control.deny(userOf(person));
      await app.settled();
    },
    async unblock(person) {
      control.allow(userOf(person));
      await app.settled();
    },
    busy(person) {
      control.inject({ method: 'messages.send', chatId: userOf(person).id, error: { code: 6 } });
    },
    waitedOut: app.settled,
    async startSecond() {
      const second = await app.startSecond();
      balancer.add(app.app.url);
      balancer.add(second.url);
      const url = `${balancer.url}/webhooks/vk`;
      await control.setCallbackServer({ url, secret: 'vk-hook-secret', confirmation: 'c0nf1rm' });
    },
    settled: app.settled,
    async close() {
      await app.close();
      await balancer.close();
    },
  };
});
