import { describe, expect, it } from 'vitest';
import { vkStage } from '../support/vk.ts';

const button = (label: string, payload = '{}') => ({ action: { type: 'callback', label, payload } });
const keyboard = (buttons: readonly (readonly object[])[], rest: object = { inline: true }): string =>
  JSON.stringify({ ...rest, buttons });
const rows = (count: number, each: number): object[][] =>
  Array.from({ length: count }, () => Array.from({ length: each }, () => button('x')));

describe('a call', () => {
  it('needs a version, the token and a method that exists', async () => {
    const { call, apiRoot } = await vkStage();
    await expect(call('messages.send', { v: '5.199', access_token: 'wrong' })).rejects.toThrow('5 User auth');
    await expect(call('messages.sing')).rejects.toThrow('3 Unknown method');
    const bare = await fetch(`${apiRoot}/users.get`, { method: 'POST' });
    expect(await bare.json()).toMatchObject({ error: { error_code: 8 } });
  });

  it('is one too many above so many a second', async () => {
    let passed = 0;
    const { call } = await vkStage({ callsPerSecond: 3, now: () => new Date(passed) });
    for (let n = 0; n < 3; n++) await call('users.get');
    await expect(call('users.get')).rejects.toThrow('6 Too many requests per second');
    passed = 1001;
    await call('users.get');
  });
});

describe('messages.send', () => {
  it('answers one receiver with a number, a list with numbers and refusals', async () => {
    const { call, control } = await vkStage();
    const anna = control.createUser({ firstName: 'Anna', started: true });
    const boris = control.createUser({ firstName: 'Boris' });
    expect(await call('messages.send', { peer_id: anna.id, message: 'Hi', random_id: 1 })).toBe(1);
    expect(
      await call('messages.send', { peer_ids: `${anna.id},${boris.id}`, message: 'Hi', random_id: 2 }),
    ).toEqual([
      { peer_id: anna.id, message_id: 2, conversation_message_id: 2 },
      { peer_id: boris.id, message_id: 0, error: { code: 901, description: expect.any(String) } },
    ]);
    await expect(call('messages.send', { user_id: boris.id, message: 'Hi', random_id: 3 })).rejects.toThrow(
      '901',
    );
    const hundred = Array.from({ length: 101 }, (_, n) => n + 1).join(',');
    await expect(call('messages.send', { peer_ids: hundred, message: 'Hi', random_id: 4 })).rejects.toThrow(
      '100',
    );
  });

  it('takes a random_id once in a chat, for as long as it remembers; 0 is not checked', async () => {
    let passed = 0;
    const now = () => new Date(passed);
    const { call, control } = await vkStage({ randomIdMs: 3_600_000, now });
    const anna = control.createUser({ firstName: 'Anna', started: true });
    const send = (random_id: number) => call('messages.send', { peer_id: anna.id, message: 'Hi', random_id });
    expect([await send(5), await send(5), await send(6), await send(0), await send(0)]).toEqual([
      1, 1, 2, 3, 4,
    ]);
    passed = 3_600_001;
    expect(await send(5)).toBe(5);
    await expect(call('messages.send', { peer_id: anna.id, message: 'Hi' })).rejects.toThrow('random_id');
  });

  it.each([
    ['an empty text', { message: ' ' }, '100'],
    ['a text that is too long', { message: 'x'.repeat(4097) }, '914'],
    ['no keyboard', { keyboard: '{' }, '911'],
    ['7 inline rows', { keyboard: keyboard(rows(7, 1)) }, '911'],
    ['6 buttons in a row', { keyboard: keyboard(rows(1, 6)) }, '911'],
    [
      '11 inline buttons',
      {
        keyboard: keyboard(
          rows(6, 2)
            .slice(0, 5)
            .concat([[button('x')]]),
        ),
      },
      '911',
    ],
    ['one_time with inline', { keyboard: keyboard(rows(1, 1), { inline: true, one_time: true }) }, '911'],
    ['11 rows', { keyboard: keyboard(rows(11, 1), {}) }, '911'],
    ['41 buttons', { keyboard: keyboard(rows(9, 5), {}) }, '911'],
    ['a label of 41', { keyboard: keyboard([[button('x'.repeat(41))]]) }, '911'],
    ['an empty label', { keyboard: keyboard([[button(' ')]]) }, '911'],
    ['a payload of 256', { keyboard: keyboard([[button('x', JSON.stringify('x'.repeat(254)))]]) }, '911'],
    ['a payload that is no JSON', { keyboard: keyboard([[button('x', 'abc')]]) }, '911'],
    ['a colour of its own', { keyboard: keyboard([[{ ...button('x'), color: 'pink' }]]) }, '911'],
    ['a file that is not there', { attachment: 'photo-1_2' }, '100'],
  ])('refuses %s', async (_, wrong, code) => {
    const { call, control } = await vkStage();
    const anna = control.createUser({ firstName: 'Anna', started: true });
    const sent = call('messages.send', { peer_id: anna.id, random_id: 1, message: 'Hi', ...wrong });
    await expect(sent).rejects.toThrow(code);
  });

  it('takes what is just within', async () => {
    const { call, control } = await vkStage();
    const anna = control.createUser({ firstName: 'Anna', started: true });
    const within = [
      { message: 'x'.repeat(4096) },
      { message: 'x', keyboard: keyboard(rows(5, 2)) },
      { message: 'x', keyboard: keyboard(rows(8, 5), {}) },
      { message: 'x', keyboard: keyboard([[button('x'.repeat(40), JSON.stringify('x'.repeat(253)))]]) },
    ];
    for (const [n, one] of within.entries())
      await call('messages.send', { peer_id: anna.id, random_id: n + 1, ...one });
    expect(control.messages(anna)).toHaveLength(within.length);
  });

  it('reaches nobody who is gone, and no chat that it is not in', async () => {
    const { call, control } = await vkStage();
    const anna = control.createUser({ firstName: 'Anna', started: true });
    const group = control.createGroup({ title: 'Team', members: [anna] });
    const send = (peer_id: number) => call('messages.send', { peer_id, message: 'Hi', random_id: 1 });
    await expect(send(group.id)).rejects.toThrow('917');
    control.addBot(group);
    await send(group.id);
    control.deactivate(anna);
    await expect(send(anna.id)).rejects.toThrow('18');
    await expect(send(12345)).rejects.toThrow('100');
  });
});

describe('messages.edit', () => {
  it('changes a message of ours within its time', async () => {
    let passed = 0;
    const { call, control } = await vkStage({ editMs: 1000, now: () => new Date(passed) });
    const anna = control.createUser({ firstName: 'Anna', started: true });
    await call('messages.send', {
      peer_id: anna.id,
      message: 'Hi',
      random_id: 1,
      keyboard: keyboard(rows(1, 1)),
    });
    const theirs = control.write(anna, 'Hello');
    const edit = (params: Record<string, string | number>) =>
      call('messages.edit', { peer_id: anna.id, message: 'Bye', ...params });
    expect(await edit({ cmid: 1, keyboard: keyboard([]) })).toBe(1);
    expect(control.messages(anna)[0]).toMatchObject({ text: 'Bye', buttons: [], edits: 1 });
    expect(await edit({ message_id: 1 })).toBe(1);
    await expect(edit({ cmid: theirs.id })).rejects.toThrow('100');
    await expect(edit({ cmid: 99 })).rejects.toThrow('100');
    passed = 1001;
    await expect(edit({ cmid: 1 })).rejects.toThrow("909 Can't edit this message");
  });
});

describe('a press', () => {
  const pressed = async (pressMs?: number) => {
    let passed = 0;
    const staged = await vkStage({ ...(pressMs && { pressMs }), now: () => new Date(passed) });
    const { call, control } = staged;
    const anna = control.createUser({ firstName: 'Anna', started: true });
    await call('messages.send', {
      peer_id: anna.id,
      message: 'Hi',
      random_id: 1,
      keyboard: keyboard([[button('Yes', '{"a":1}')]]),
    });
    const press = control.press(anna, { chatId: anna.id, id: 1 }, 'Yes');
    const server = (await call('groups.getLongPollServer', { group_id: staged.group.id })) as {
      server: string;
      key: string;
    };
    const events = await (await fetch(`${server.server}?act=a_check&key=${server.key}&ts=0&wait=0`)).json();
    const { event_id, payload } = (
      events as { updates: [{ object: { event_id: string; payload: unknown } }] }
    ).updates[0].object;
    return {
      ...staged,
      press,
      payload,
      pass: (ms: number) => {
        passed += ms;
      },
      answer: (text: string) =>
        call('messages.sendMessageEventAnswer', {
          event_id,
          user_id: anna.id,
          peer_id: anna.id,
          event_data: JSON.stringify({ type: 'show_snackbar', text }),
        }),
    };
  };

  it('is answered once, within a minute, by 90 characters at most', async () => {
    const { answer, press, payload } = await pressed();
    expect(payload).toEqual({ a: 1 });
    await expect(answer('x'.repeat(91))).rejects.toThrow('100');
    expect(await answer('x'.repeat(90))).toBe(1);
    expect((await press.answered()).text).toBe('x'.repeat(90));
    await expect(answer('again')).rejects.toThrow('100');
  });

  it('answered later is answered too late', async () => {
    const { answer, pass } = await pressed();
    pass(60_001);
    await expect(answer('late')).rejects.toThrow('outdated');
  });
});

describe('people', () => {
  it('are found by number and by name; a name that nobody has is an empty list', async () => {
    const { call, control, group } = await vkStage();
    const anna = control.createUser({ firstName: 'Anna', lastName: 'A', screenName: 'anna' });
    const users = { user_ids: `${anna.id},anna,999`, fields: 'screen_name' };
    expect(await call('users.get', users)).toMatchObject([
      { id: anna.id, first_name: 'Anna', screen_name: 'anna' },
      { id: anna.id },
    ]);
    const resolve = (screen_name: string) => call('utils.resolveScreenName', { screen_name });
    expect(await resolve('Anna')).toEqual({ type: 'user', object_id: anna.id });
    expect(await resolve('nobody')).toEqual([]);
    expect(await resolve('castellan')).toMatchObject({ type: 'group', object_id: group.id });
  });
});
