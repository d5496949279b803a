import type { Act } from '../../../chat/act.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import type { Button, RichText, Run, Screen } from '../../../chat/reply.ts';
import type { ApiKey } from '../key.ts';

/** Keys on one screen: each takes two lines and a button. */
const PAGE = 10;

/** A page of the living keys; a page that is not there any more shows the last one. */
export function keyListScreen(act: Act, keys: readonly ApiKey[], wanted: number): Screen {
  const { t } = act;
  const last = Math.max(0, Math.ceil(keys.length / PAGE) - 1);
  const page = Math.min(wanted, last);
  const shown = keys.slice(page * PAGE, (page + 1) * PAGE);
  const turning: Button[] = [
    ...(page > 0 ? [act.button(t.text('button-previous-page'), 'kl', String(page - 1))] : []),
    ...(page < last ? [act.button(t.text('button-next-page'), 'kl', String(page + 1))] : []),
  ];
  const revoking = mayUse(act, 'api_key.revoke')
    ? shown.map(({ id, name }) => [act.button(t.text('keys-revoke', { name }), 'kr', id)])
    : [];
  const creating = mayUse(act, 'api_key.create') ? [act.primary(t.text('keys-new'), 'kn')] : [];
  const workspace = act.workspace?.name ?? '';
  return {
    text:
      shown.length === 0
        ? t.rich('keys-none', { workspace })
        : [
            ...t.rich('keys', { workspace }),
            ...shown.flatMap((key): RichText => ['\n\n', ...line(act, key)]),
          ],
    buttons: [
      ...revoking,
      ...(turning.length > 0 ? [turning] : []),
      [...creating, act.button(t.text('button-home'), 'hm')],
    ],
  };
}

/** Asks for the name of a new key. */
export function askKeyNameScreen(act: Act, workspace: string): Screen {
  const { t } = act;
  return {
    text: t.rich('keys-ask-name', { workspace }),
    buttons: [[act.button(t.text('button-cancel'), 'xx')]],
  };
}

/** A new key, shown this once. Its one button puts the list in its place, so the chat need not keep it. */
export function newKeyScreen(act: Act, name: string, token: string): Screen {
  const { t } = act;
  return {
    text: [...t.rich('keys-created', { name }), '\n\n', verbatim(token), '\n\n', ...t.rich('keys-once')],
    buttons: [[act.button(t.text('keys-stored'), 'kl')]],
  };
}

/** Asks before a key is revoked. */
export function revocationQuestion(act: Act, { id, name, publicId }: ApiKey): Screen {
  const { t } = act;
  return {
    text: [...t.rich('keys-revocation', { name }), '\n', beginning(publicId)],
    buttons: [
      [act.danger(t.text('keys-revoke-yes'), 'ky', id)],
      [act.button(t.text('keys-revoke-no'), 'kl')],
    ],
  };
}

/** The key is revoked, by this act or before. */
export function keyRevokedScreen(act: Act, { name }: ApiKey): Screen {
  const { t } = act;
  return {
    text: t.rich('keys-revoked', { name }),
    buttons: [[act.button(t.text('keys-back'), 'kl'), act.button(t.text('button-home'), 'hm')]],
  };
}

function line({ t }: Act, key: ApiKey): RichText {
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
