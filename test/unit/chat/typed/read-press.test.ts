import { describe, expect, test } from 'vitest';
import { loadTranslators } from '../../../../src/chat/i18n.ts';
import type { Button, PressButton } from '../../../../src/chat/reply.ts';
import { pressedBy } from '../../../../src/chat/typed/read-press.ts';
import { LANGUAGES } from '../../../../src/domain/state.ts';

const translators = loadTranslators(new URL('../../../../locales/', import.meta.url));

/** The labels of every question that can be answered by yes or no: what goes on, and what refuses. */
const QUESTIONS = [
  ['button-accept', 'button-decline'],
  ['button-close-access', 'button-keep-access'],
  ['button-leave-yes', 'button-leave-no'],
  ['button-transfer-yes', 'button-transfer-no'],
  ['button-delete-yes', 'button-delete-no'],
  ['button-invitation-revoke-yes', 'button-invitation-revoke-no'],
  ['keys-revoke-yes', 'keys-revoke-no'],
  ['button-unlink-yes', 'button-unlink-no'],
  ['button-link-yes', 'button-link-no'],
  ['button-confirm', 'button-cancel'],
] as const;

const press = (label: string, tone?: PressButton['tone']): PressButton => ({
  kind: 'press',
  label,
  payload: label,
  ...(tone && { tone }),
});

for (const language of LANGUAGES) {
  const t = translators(language, 'UTC');
  const lists = { yes: t.words('words-yes'), no: t.words('words-no') };
  const read = (typed: string, rows: Button[][], by: 'any' | 'names' | 'label' = 'any') =>
    pressedBy(typed, rows, { ...lists, by })?.label ?? null;

  describe.each(QUESTIONS)(`${language}: %s or %s`, (goes, refuses) => {
    const labels = [t.text(goes), t.text(refuses)] as const;
    const rows = labels.map((label) => [press(label)]);

    test('is answered by a label, however it is written', () => {
      for (const label of labels) {
        expect(read(label, rows)).toBe(label);
        expect(read(` ${label.toUpperCase()}! `, rows)).toBe(label);
        expect(read(label.replace(/[^\p{L}\s’]/gu, ''), rows)).toBe(label);
        expect(read(label, rows, 'label')).toBe(label);
      }
    });

    test('is answered by a number', () => {
      labels.forEach((label, place) => {
        for (const written of [`${place + 1}`, `${place + 1}.`, `№ ${place + 1}`, `#${place + 1}`])
          expect(read(written, rows)).toBe(label);
        expect(read(`${place + 1}`, rows, 'label')).toBe(null);
      });
      for (const none of ['0', '3', '99', '1 2']) expect(read(none, rows)).toBe(null);
    });

    test('is answered by yes and no', () => {
      for (const yes of t.words('words-yes').all) {
        expect(read(yes, rows)).toBe(labels[0]);
        expect(read(`${yes}.`, rows)).toBe(labels[0]);
        expect(read(yes, rows, 'label')).toBe(
          [labels[0]].find((one) => one.toLowerCase().endsWith(yes)) ?? null,
        );
      }
      for (const no of t.words('words-no').all) expect(read(no, rows)).toBe(labels[1]);
    });

    test('is not answered by anything else', () => {
      for (const other of [
        '',
        '   ',
        '🙂',
        '?!',
        'boris',
        'приветик',
        'x'.repeat(4_000),
        labels[0].repeat(400),
      ])
        expect(read(other, rows)).toBe(null);
    });
  });

  test(`${language}: yes goes the way that is marked, and presses nothing that destroys by itself`, () => {
    const home = t.text('button-home');
    for (const yes of t.words('words-yes').all) {
      expect(read(yes, [[press('Send', 'primary'), press(home)]])).toBe('Send');
      expect(read(yes, [[press('Remove', 'danger'), press(home)]])).toBe(null);
      expect(read(yes, [[press('Save', 'primary'), press('Send', 'primary')]])).toBe(null);
    }
  });
}

describe('words that fit several buttons, or something else', () => {
  const t = translators('en', 'UTC');
  const lists = { yes: t.words('words-yes'), no: t.words('words-no') };
  const read = (typed: string, rows: Button[][], by: 'any' | 'names' = 'any') =>
    pressedBy(typed, rows, { ...lists, by })?.payload ?? null;

  test('press none where a beginning or a label is not one button’s alone', () => {
    const rows = [
      [press('Change role'), press('Change name')],
      [press('Boris'), press('Boris')],
    ];
    expect(read('change', rows)).toBe(null);
    expect(read('change n', rows)).toBe('Change name');
    expect(read('boris', rows)).toBe(null);
    expect(read('4', rows)).toBe('Boris');
  });

  test('do not take a short name for the beginning of a label', () => {
    expect(read('Can', [[press('✖️ Cancel')]])).toBe(null);
    expect(read('canc', [[press('✖️ Cancel')]])).toBe('✖️ Cancel');
  });

  test('leave the names of a choice to a dialogue that reads them, but not their numbers', () => {
    const rows = [[press('▫️ Editor')], [press('☑️ Viewer')], [press('✅ Save', 'primary')]];
    expect(read('editor', rows)).toBe('▫️ Editor');
    expect(read('editor', rows, 'names')).toBe(null);
    expect(read('2', rows, 'names')).toBe('☑️ Viewer');
    expect(read('save', rows, 'names')).toBe('✅ Save');
  });

  test('count buttons that open something, and press none of them', () => {
    const rows: Button[][] = [[{ kind: 'link', label: 'Open', url: 'https://example.com' }], [press('Home')]];
    expect(read('1', rows)).toBe(null);
    expect(read('open', rows)).toBe(null);
    expect(read('2', rows)).toBe('Home');
  });
});
