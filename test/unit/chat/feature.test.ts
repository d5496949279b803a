import { expect, test } from 'vitest';
import { defineAction } from '../../../src/chat/actions/action.ts';
import { int, optional, uuid } from '../../../src/chat/actions/argument-kinds.ts';
import { cancelDialogue } from '../../../src/chat/actions/core-actions.ts';
import type { ButtonOf } from '../../../src/chat/context.ts';
import { defineFeature } from '../../../src/chat/feature.ts';
import { defineNotices, type NoticeSpecs } from '../../../src/chat/notice.ts';
import { told } from '../../../src/chat/parts/notice.ts';
import { decided } from '../../../src/chat/plan.ts';
import { notices } from '../../../src/features/index.ts';

const openPage = defineAction('zz', { item: uuid, page: optional(int) });
const empty = { commands: [], actions: {}, handlers: {}, wizards: [], notices: {} };
const nothing = () => decided(() => ({}));

/** This never runs: the compiler is what is tested. */
function mistakes(button: ButtonOf): void {
  button('Page', openPage, { item: 'id' });
  button('Page', openPage, { item: 'id', page: 2 });
  button('Cancel', cancelDialogue);
  // @ts-expect-error a required argument is missing
  button('Page', openPage);
  // @ts-expect-error a required argument is missing
  button('Page', openPage, { page: 2 });
  // @ts-expect-error the argument is a number
  button('Page', openPage, { item: 'id', page: '2' });
  // @ts-expect-error there is no such argument
  button('Page', openPage, { item: 'id', pages: 2 });
  // @ts-expect-error the action takes no arguments
  button('Cancel', cancelDialogue, { item: 'id' });
  // @ts-expect-error a button is not named by its code
  button('Cancel', 'xx');

  defineFeature({ ...empty, actions: { openPage }, handlers: { openPage: nothing } });
  // @ts-expect-error the action has no handler
  defineFeature({ ...empty, actions: { openPage }, handlers: {} });
  defineFeature({
    ...empty,
    actions: { openPage },
    handlers: {
      openPage: (_ctx, { page }) => {
        // @ts-expect-error the page may be missing
        page.toFixed();
        return nothing();
      },
    },
  });
  // @ts-expect-error a feature tells how its notices read, if only that it has none
  defineFeature({ commands: [], actions: {}, handlers: {}, wizards: [] });
  // @ts-expect-error a feature names its commands
  defineFeature({ actions: {}, handlers: {}, wizards: [], notices: {} });

  const screen = () => ({ text: [], buttons: [] });
  const { to, mail, tracking } = told;
  defineNotices({ 'member.left': { to, mail, tracking, screen } });
  // @ts-expect-error nobody is told
  defineNotices({ 'member.left': { mail, tracking, screen } });
  // @ts-expect-error it has no screen
  defineNotices({ 'member.left': { to, mail, tracking } });
  // @ts-expect-error it is not said how a mail reads
  defineNotices({ 'member.left': { to, tracking, screen } });
  // @ts-expect-error there is no notice of this kind
  defineNotices({ 'member.sneezed': { to, mail, tracking, screen } });

  const { 'member.left': _, ...others } = notices;
  // @ts-expect-error one kind of notice is told by no feature
  const _incomplete: NoticeSpecs = others;
}

test('what a feature leaves out does not compile', () => {
  expect(mistakes).toBeTypeOf('function');
});

test('a feature joins its actions with their handlers', () => {
  const feature = defineFeature({ ...empty, actions: { openPage }, handlers: { openPage: nothing } });
  expect(feature.actions.map(({ action }) => action)).toEqual([openPage]);
});
