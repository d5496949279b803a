import type { Notice } from '../../workspace/notices.ts';
import type { Translator } from '../i18n.ts';
import type { RichText } from '../reply.ts';
import { rightsText } from './rights.ts';
import { rolesAndGrants } from './role-text.ts';

/** Tells a member what they are under another scheme, and what that gives and takes. */
export function schemeNotice(notice: Extract<Notice, { kind: 'scheme.changed' }>, t: Translator): RichText {
  const { workspace, actorName, gained, lost, now } = notice;
  const values = { workspace: workspace.name, roles: rolesAndGrants(t, workspace.scheme, notice, now) };
  const part = (title: string, rights: typeof gained): RichText =>
    rights.length === 0 ? [] : ['\n\n', ...t.rich(title), '\n', ...rightsText(rights, t)];
  return [
    ...(actorName === ''
      ? t.rich('notice-scheme-changed-unsigned', values)
      : t.rich('notice-scheme-changed', { ...values, actor: actorName })),
    ...part('scheme-gains', gained),
    ...part('scheme-loses', lost),
  ];
}
