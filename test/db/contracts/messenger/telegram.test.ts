import { startBalancer } from '../../../support/balancer.ts';
import { createTestApp } from '../../../support/create-test-app.ts';
import { messengerContract } from './contract.ts';
import { telegramRig } from './telegram-rig.ts';

messengerContract('Telegram', async () => {
  const app = await createTestApp();
  const balancer = await startBalancer();
  return {
    ...telegramRig(app.telegram, app, app.settled),
    database: app.database,
    async startSecond() {
      const second = await app.startSecond();
      balancer.add(app.app.url);
      balancer.add(second.url);
      await fetch(`${app.telegram.url}/bot${app.telegram.bot.token}/setWebhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ url: `${balancer.url}/webhooks/telegram`, secret_token: 'hook-secret' }),
      });
    },
    async close() {
      await app.close();
      await balancer.close();
    },
  };
});
