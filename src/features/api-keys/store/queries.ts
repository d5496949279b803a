import { defineClientQuery } from '../../../store/define-query.ts';
import type { KeyScope } from '../key.ts';

const MAX_LISTED = 100;

/** Living keys come first, so that no number of revoked ones can hide them. */
export const keysList = defineClientQuery('keys.list', async ({ prisma }, { workspaceId }) => {
  const { apiKey } = await prisma();
  const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] as const;
  const list = (revokedAt: null | { not: null }, take: number) =>
    apiKey.findMany({
      where: { workspaceId, revokedAt },
      orderBy: [...newestFirst],
      take,
      omit: { secretHash: true },
    });
  const living = await list(null, MAX_LISTED);
  const revoked = living.length < MAX_LISTED ? await list({ not: null }, MAX_LISTED - living.length) : [];
  return [...living, ...revoked].map((key) => ({ ...key, scopes: key.scopes as KeyScope[] }));
});
