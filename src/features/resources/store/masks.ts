import { defineClientQuery } from '../../../store/define-query.ts';

/** The masked columns of a workspace, by name. */
export const masksList = defineClientQuery('masks.list', async ({ prisma }, { workspaceId }) => {
  const masked = await (await prisma()).maskedColumn.findMany({
    where: { workspaceId },
    orderBy: [{ tableName: 'asc' }, { columnName: 'asc' }],
    select: { tableName: true, columnName: true },
  });
  return masked.map(({ tableName, columnName }) => ({ table: tableName, column: columnName }));
});
