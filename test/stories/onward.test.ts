import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { readable } from '../support/person.ts';
import { createTeam } from '../support/team.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test.each([
  ['en', '👤 Card', 'joined'],
  ['ru', '👤 Карточка', 'теперь в пространстве'],
  ['uk', '👤 Картка', 'тепер у просторі'],
])(
  'in %s, the news that somebody joined leads to their card and to the workspace it is from',
  async (language, card, news) => {
    const { Anna } = await createTeam(app, 'cabinet', { Anna: { language }, Boris: { role: 'editor' } });
    Anna.sees(news);
    const joined = Anna.last();
    const [toCard = '', toWorkspace = ''] = Anna.labels();
    expect(toCard).toBe(card);
    expect(toWorkspace).toMatch(/^🏠 Acme\d+$/);
    const [cardButton, workspaceButton] = joined.buttons.flat().map(({ data = '' }) => ({ data }));
    if (!cardButton || !workspaceButton) throw new Error('two buttons');
    await Anna.pressesOn(joined, cardButton);
    Anna.sees('👤 Boris');

    // While another workspace is open, the button beside it leads there.
    await Anna.says('/new Other cabinet');
    await Anna.pressesOn(joined, cardButton);
    Anna.seesToast('/workspaces');
    await Anna.pressesOn(joined, workspaceButton);
    await Anna.pressesOn(joined, cardButton);
    expect(readable(Anna.heard().find(({ id }) => id === joined.id)?.text ?? '')).toContain('👤 Boris');
  },
);

test.each([['en'], ['ru'], ['uk']])(
  'in %s, whoever is told something reads its times in their own zone',
  async (language) => {
    const { Anna, Boris, at } = await createTeam(app, 'cabinet', {
      Anna: {},
      Boris: { role: 'editor', language },
    });
    await Boris.says('/timezone Tokyo');
    await Anna.says(`/role ${at('Boris')} observer for 3d`);
    await Anna.presses('Confirm');
    Boris.sees('Acme');
    expect(readable(Boris.last().text ?? '')).not.toContain('UTC');
    Boris.sees('GMT+9');
    await Anna.says('/new Second cabinet');
    await Anna.says(`/invite ${at('Boris')} observer`);
    expect(readable(Boris.last().text ?? '')).not.toContain('UTC');
    Boris.sees('GMT+9');
  },
);
