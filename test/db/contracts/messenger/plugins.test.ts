import { createHostedApp } from '../../../support/hosted-app.ts';
import { messengerContract } from './contract.ts';
import { telegramRig } from './telegram-rig.ts';

for (const library of ['grammy', 'telegraf'] as const) {
  messengerContract(`Telegram through a bot of ${library}`, async () => {
    const app = await createHostedApp(library);
    return {
      ...telegramRig(app.telegram, app, app.settled),
      database: app.database,
      startSecond: () => app.startSecond(),
      close: () => app.close(),
    };
  });
}
