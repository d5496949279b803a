import type { Translator } from '../../../chat/i18n.ts';
import { rightsText } from '../../../chat/parts/rights.ts';
import { rolesAndGrants } from '../../../chat/parts/role-text.ts';
import type { RichText } from '../../../chat/reply.ts';
import type { Notice } from '../../../domain/notices.ts';

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
