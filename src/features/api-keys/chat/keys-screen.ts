import { cancelDialogue, goHome } from '../../../chat/actions/core-actions.ts';
import type { Context } from '../../../chat/context.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import type { Button, RichText, Run, Screen } from '../../../chat/reply.ts';
import type { ApiKey } from '../key.ts';
import { askRevokingKey, confirmRevokingKey, listKeys, startKey } from './actions.ts';

/** Keys on one screen: each takes two lines and a button. */
const PAGE = 10;

/** A page of the living keys; a page that is not there any more shows the last one. */
export function keyListScreen(ctx: Context, keys: readonly ApiKey[], wanted: number): Screen {
  const { t } = ctx;
  const last = Math.max(0, Math.ceil(keys.length / PAGE) - 1);
  const page = Math.min(wanted, last);
  const shown = keys.slice(page * PAGE, (page + 1) * PAGE);
  const turning: Button[] = [
    ...(page > 0 ? [ctx.button(t.text('button-previous-page'), listKeys, { page: page - 1 })] : []),
    ...(page < last ? [ctx.button(t.text('button-next-page'), listKeys, { page: page + 1 })] : []),
  ];
  const revoking = mayUse(ctx, 'api_key.revoke')
    ? shown.map(({ id, name }) => [ctx.button(t.text('keys-revoke', { name }), askRevokingKey, { key: id })])
    : [];
  const creating = mayUse(ctx, 'api_key.create') ? [ctx.primary(t.text('keys-new'), startKey)] : [];
  const workspace = ctx.workspace?.name ?? '';
  return {
    text:
      shown.length === 0
        ? t.rich('keys-none', { workspace })
        : [
            ...t.rich('keys', { workspace }),
            ...shown.flatMap((key): RichText => ['\n\n', ...line(ctx, key)]),
          ],
    buttons: [
      ...revoking,
      ...(turning.length > 0 ? [turning] : []),
      [...creating, ctx.button(t.text('button-home'), goHome)],
    ],
  };
}

/** Asks for the name of a new key. */
export function askKeyNameScreen(ctx: Context, workspace: string): Screen {
  const { t } = ctx;
  return {
    text: t.rich('keys-ask-name', { workspace }),
    buttons: [[ctx.button(t.text('button-cancel'), cancelDialogue)]],
  };
}

/** A new key, shown this once. Its one button puts the list in its place, so the chat need not keep it. */
export function newKeyScreen(ctx: Context, name: string, token: string): Screen {
  const { t } = ctx;
  return {
    text: [...t.rich('keys-created', { name }), '\n\n', verbatim(token), '\n\n', ...t.rich('keys-once')],
    buttons: [[ctx.button(t.text('keys-stored'), listKeys)]],
  };
}

/** Asks before a key is revoked. */
export function revocationQuestion(ctx: Context, { id, name, publicId }: ApiKey): Screen {
  const { t } = ctx;
  return {
    text: [...t.rich('keys-revocation', { name }), '\n', beginning(publicId)],
    buttons: [
      [ctx.danger(t.text('keys-revoke-yes'), confirmRevokingKey, { key: id })],
      [ctx.button(t.text('keys-revoke-no'), listKeys)],
    ],
  };
}

/** The key is revoked, by this act or before. */
export function keyRevokedScreen(ctx: Context, { name }: ApiKey): Screen {
  const { t } = ctx;
  return {
    text: t.rich('keys-revoked', { name }),
    buttons: [[ctx.button(t.text('keys-back'), listKeys), ctx.button(t.text('button-home'), goHome)]],
  };
}

function line({ t }: Context, key: ApiKey): RichText {
  const values = {
    scopes: t.list(key.scopes.map((scope) => t.text(`keys-scope-${scope}`))),
    created: t.date(key.createdAt),
  };
  return [
    ...t.rich('keys-name', { name: key.name }),
    ' ',
    beginning(key.publicId),
    '\n',
    ...(key.lastUsedAt === null
      ? t.rich('keys-unused', values)
      : t.rich('keys-used', { ...values, used: t.date(key.lastUsedAt) })),
  ];
}

/** What a key begins with, to recognise it by. */
function beginning(publicId: string): Run {
  return verbatim(`ck_${publicId}_…`);
}

/** Never through the catalogue: the invisible marks that isolate its values would be copied along. */
function verbatim(text: string): Run {
  return { text, style: 'code' };
}
