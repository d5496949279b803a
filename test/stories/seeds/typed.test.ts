import { afterAll, beforeAll, describe, test } from 'vitest';
import { createTestApp, type TestApp } from '../../support/create-test-app.ts';
import { readable } from '../../support/person.ts';
import { tellOfTheCompany } from './003-company.ts';
import type { Player, Stage } from './stage.ts';

const MESSENGERS = ['vk', 'viber'] as const;

/** Whoever types what others press: a label one time, its number the next. */
function typist(player: Player): Player {
  let presses = 0;
  return {
    ...player,
    async presses(label) {
      const labels = player.labels();
      const place = labels.findIndex((one) => one.includes(label));
      const whole = labels[place];
      if (whole === undefined) throw new Error(`no button "${label}" among ${labels.join(' | ')}`);
      const unique = labels.filter((one) => one === whole).length === 1;
      await player.says(unique && presses++ % 2 === 0 ? readable(whole) : String(place + 1));
    },
    // What a press answers over the chat, words are answered by a message.
    seesToast: player.sees,
  };
}

describe.each(MESSENGERS)('the guide of the company, told in %s without a press', (messenger) => {
  let app: TestApp;
  let stage: Stage;
  beforeAll(async () => {
    app = await createTestApp({ messengers: [messenger] });
    const ids = new Map<Player, string>();
    stage = {
      url: app.app.url,
      person(name) {
        const player = typist(app.person(name, { messenger }));
        ids.set(player, String(app[messenger].control.users().at(-1)?.id ?? ''));
        return player;
      },
      mention: () => null,
      account: (player) => `${messenger}:${ids.get(player)}`,
      sharePhone: null,
    };
  });
  afterAll(() => app.close());

  test('is the same story', () => tellOfTheCompany(stage));
});
