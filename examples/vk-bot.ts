/**
 * A community's bot written with vk-io, with Castellan as its guest: "order" and every other text are the community's
 * own, and `/new`, `/invite`, `/members` … are Castellan's, over the same token.
 *
 *     VK_TOKEN=… VK_GROUP_ID=… VK_SECRET=… VK_CONFIRMATION=… npm run example examples/vk-bot.ts
 */
import { Agent, createServer } from 'node:http';
import { createCastellan } from 'castellan';
import { Keyboard, VK } from 'vk-io';

const { VK_TOKEN = '', VK_GROUP_ID = '', VK_SECRET = '', VK_CONFIRMATION = '' } = process.env;
const { VK_API_ROOT, DATABASE_URL, APP_SECRET, PORT = '3000' } = process.env;

const groupId = Number(VK_GROUP_ID);
const vk = new VK({
  token: VK_TOKEN,
  apiLimit: 20,
  // Another API server, by plain http.
  ...(VK_API_ROOT ? { apiBaseUrl: VK_API_ROOT, agent: new Agent() as never } : {}),
});
const castellan = createCastellan({
  vk: { vk, groupId },
  ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
  ...(APP_SECRET ? { appSecret: APP_SECRET } : {}),
  commands: { take: (command) => command !== 'help' },
});

// A random_id of one's own keeps a repeated call from being a second message.
let sent = Date.now() % 2 ** 31;
const menu = Keyboard.builder()
  .callbackButton({ label: 'Tea', payload: { buy: 'tea' } })
  .inline();

vk.updates.on('message_new', async (context) => {
  const text = context.text ?? '';
  if (text === 'oops') throw new Error('the kettle is broken');
  const answer =
    text.toLowerCase() === 'order'
      ? { message: 'What shall it be?', keyboard: menu }
      : { message: `We do not sell “${text}”. Try: order` };
  await context.send({ ...answer, random_id: ++sent });
});
vk.updates.on('message_event', async (context) => {
  await context.answer({ type: 'show_snackbar', text: `One ${context.eventPayload.buy}, coming up.` });
});

await castellan.start();

// Castellan reads the Callback server's events and hands on what is not its own.
const handler = castellan.vkWebhook({ secret: VK_SECRET, confirmation: VK_CONFIRMATION }, (event) =>
  vk.updates.handleWebhookUpdate(event),
);
const server = createServer((request, response) => void handler(request, response));
server.listen(Number(PORT), () => console.log('the shop is open'));

const stop = async () => {
  await new Promise((closed) => server.close(closed));
  await castellan.stop();
  process.exit(0);
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
