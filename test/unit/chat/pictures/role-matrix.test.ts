import { describe, expect, test } from 'vitest';
import { compile } from '../../../../src/access/compile.ts';
import type { SchemeDeclaration } from '../../../../src/access/define-scheme.ts';
import { presets } from '../../../../src/access/presets.ts';
import { loadTranslators } from '../../../../src/chat/i18n.ts';
import { createDraw } from '../../../../src/chat/pictures/draw.ts';
import { LANGUAGES } from '../../../../src/domain/state.ts';
import { matrixOf } from '../../../../src/features/schemes/chat/pictures/matrix.ts';
import { roleMatrix } from '../../../../src/features/schemes/chat/pictures/role-matrix.ts';

const draw = createDraw();

/** A scheme of people's own: company's roles, then as many of these titles as there are. */
function ownScheme(titles: readonly string[], key = 'custom'): SchemeDeclaration {
  const [owner] = presets.company.declaration.roles;
  if (!owner) throw new Error('company has roles');
  const roles = titles.map((title, place) => {
    return { key: `role_${place}`, title, can: { report: ['view'] } } as const;
  });
  return { ...presets.company.declaration, key, titlesFrom: 'company', roles: [owner, ...roles] };
}

const translators = loadTranslators(new URL('../../../../locales/', import.meta.url), (key) =>
  key === 'hostile' ? ownScheme(HOSTILE, key) : key === 'crowd' ? ownScheme(CROWD, key) : null,
);

const HOSTILE = ['<script>&"\'', ']]>', 'x'.repeat(40), '🦊', 'שלום', '\u202eevil', 'a\u0001b', '&#0;'];
const CROWD = Array.from({ length: 30 }, (_, place) => `Ответственный за направление ${place}`);

const sizeOf = (png: Uint8Array): { width: number; height: number } => {
  const view = Buffer.from(png);
  expect(view.subarray(1, 4).toString()).toBe('PNG');
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
};

describe('the matrix of a scheme', () => {
  test('says of agency what its guide says', () => {
    const { blocks, nobody } = matrixOf(presets.agency);
    const bots = blocks.find(({ resource }) => resource === 'bot');
    expect(bots?.rows).toEqual([
      { rights: ['bot.view', 'bot.update'], marks: ['yes', 'yes'] },
      {
        rights: ['bot.create', 'bot.configure', 'bot.publish', 'bot.approve', 'bot.export', 'bot.import'],
        marks: ['yes', 'no'],
      },
      { rights: ['bot.delete'], marks: ['never', 'never'] },
    ]);
    expect(nobody).toContain('campaign.send');
  });

  test.each(Object.entries(presets))(
    '%s: every right stands in it once, as each role has it',
    (_key, scheme) => {
      const { blocks, nobody } = matrixOf(scheme);
      const shown = blocks.flatMap(({ rows }) => rows.flatMap(({ rights }) => rights));
      expect([...shown, ...nobody].sort()).toEqual([...scheme.rights].sort());
      const own = blocks.flatMap(({ rows }) => rows.filter(({ marks }) => marks.includes('own')));
      expect(own.flatMap(({ rights }) => rights)).toEqual(
        scheme === presets.bot_access ? ['performance.view'] : [],
      );
    },
  );
});

describe('its pictures', () => {
  test.each(LANGUAGES)(
    'in %s are upright and as large as a phone shows them, all presets',
    async (language) => {
      for (const scheme of Object.values(presets)) {
        const pages = roleMatrix(scheme, translators(language, 'UTC'));
        expect(pages.length).toBeLessThanOrEqual(4);
        for (const page of pages) {
          expect(page).not.toMatch(/>1\. /);
          const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(page) ?? [];
          expect(Number(width)).toBe(960);
          expect(Number(height)).toBeGreaterThan(400);
          expect(Number(height)).toBeLessThanOrEqual(1280);
        }
      }
    },
  );

  test.each([
    ['hostile', HOSTILE],
    ['crowd', CROWD],
  ])('of %s titles are pictures too', async (key, titles) => {
    const scheme = compile(ownScheme(titles, key));
    const svgs = roleMatrix(scheme, translators('en', 'UTC'));
    // Titles that cannot be shown whole are told apart by numbers.
    expect(svgs.join()).toMatch(/>1\. /);
    for (const svg of svgs) {
      for (const treacherous of ['<script', '\u202e', '\u0001', '&#0;'])
        expect(svg).not.toContain(treacherous);
    }
    const heights = (await draw(svgs)).map((png) => sizeOf(png).height);
    expect(Math.max(...heights)).toBeLessThanOrEqual(1280);
  });

  test('are drawn once, and a drawing that failed is tried again', async () => {
    const [page = ''] = roleMatrix(presets.agency, translators('en', 'UTC'));
    const [[first], [second]] = await Promise.all([draw([page]), draw([page])]);
    expect(second).toBe(first);
    await expect(draw(['no picture'])).rejects.toThrow();
    await expect(draw(['no picture'])).rejects.toThrow();
    expect(await draw([page])).toEqual([first]);
  });
});
