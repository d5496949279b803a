import { describe, expect, it } from 'vitest';
import { createVk } from '../../../../src/messengers/vk/index.ts';
import { createPace } from '../../../../src/messengers/vk/pace.ts';
import { bot, never } from './bot.ts';

const settings = { secret: null, confirmation: null, installation: '' };

describe('the bot learns who it is', () => {
  it('and links to itself by number, which stays', async () => {
    const { vk, group } = await bot();
    expect(vk.deepLink('i_abc')).toBe(`https://vk.me/club${group.id}?ref=i_abc`);
  });

  it("not with a token that is refused, or that is another community's", async () => {
    const { apiRoot, group } = await bot();
    const wrong = createVk({ ...settings, token: 'secret', groupId: group.id, apiRoot });
    await expect(wrong.init(never)).rejects.toThrow('groups.getById: 5 User authorization failed');
    const foreign = createVk({ ...settings, token: group.token, groupId: 77, apiRoot });
    await expect(foreign.init(never)).rejects.toThrow(`the token is of community ${group.id}, not of 77`);
  });

  it('after a while where the server is in trouble, unless it is stopped meanwhile', async () => {
    const { vk, control } = await bot();
    control.inject({ method: 'groups.getById', error: { code: 10 } });
    await vk.init(never);
    control.inject({ method: 'groups.getById', error: 'drop' });
    const abort = new AbortController();
    const begun = vk.init(abort.signal);
    abort.abort();
    await expect(begun).rejects.toThrow();
  });
});

it('calls are evenly spaced, and urgent ones pass the others', async () => {
  const pace = createPace(100, () => performance.now());
  const began = performance.now();
  const order: string[] = [];
  const turn = (name: string, urgent: boolean) => pace.turn(urgent).then(() => order.push(name));
  await Promise.all([turn('a', false), turn('b', false), turn('c', false), turn('d', true), turn('e', true)]);
  expect(order).toEqual(['a', 'd', 'e', 'b', 'c']);
  expect(performance.now() - began).toBeGreaterThanOrEqual(40);
});
