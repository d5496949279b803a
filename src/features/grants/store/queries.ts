import { defineQuery } from '../../../store/define-query.ts';
import { defineStatement, type Statement } from '../../../store/define-statement.ts';
import { sql } from '../../../store/sql.ts';
import {
  type CardParameters,
  type CardRow,
  cardParameters,
  cardSql,
  cardTypes,
  foundMembers,
  type PointerKind,
  pointerKind,
} from '../../members/store/member-cards.ts';
import { type Fitting, fittingParameters, fittingResources } from '../../resources/store/queries.ts';
import {
  isVisible,
  type ResourceRow,
  resourceColumns,
  resourceFrom,
} from '../../resources/store/resource-row.ts';

interface GrantRow extends CardRow {
  fitting: readonly ResourceRow[] | null;
  held: readonly ResourceRow[] | null;
}

interface GrantParameters {
  readonly card: CardParameters;
  readonly fitting: Fitting;
  /** Whether the resources that the members hold roles on are wanted, too. */
  readonly held: boolean;
}

/** The members of a card statement, and beside them the resources asked for and those that they hold roles on. */
function grantStatement(kind: PointerKind): Statement<GrantParameters, GrantRow> {
  return defineStatement<GrantParameters, GrantRow>({
    name: `grants-find-${kind}`,
    columns: { ...cardTypes, fitting: 'json', held: 'json' },
    sql: ({ card, fitting, held }) => sql`
with card as materialized (${cardSql(kind, card)}), fit as materialized (${fittingResources(fitting)}), held as (
  select ${resourceColumns} from things t
   where ${held}::boolean and t.workspace_id = ${fitting.workspaceId}::uuid
     and t.id in (select g.thing_id from grants g where g.membership_id in (select membership_id from card))
     and ${isVisible(fitting)} and t.id not in (select id from fit)
   order by lower(t.name), t.id
)
select card.*, (select json_agg(fit) from fit) as fitting, (select json_agg(held) from held) as held from card`,
  });
}

const statements: Readonly<Record<PointerKind, Statement<GrantParameters, GrantRow>>> = {
  membership: grantStatement('membership'),
  account: grantStatement('account'),
  username: grantStatement('username'),
  email: grantStatement('email'),
  phone: grantStatement('phone'),
  name: grantStatement('name'),
};

/** A member and resources; with `held` also the resources they hold roles on. */
export const grantsFind = defineQuery('grants.find', {
  statement: ({ pointer }) => statements[pointerKind(pointer)],
  parameters: (query): GrantParameters => ({
    card: cardParameters(query),
    fitting: fittingParameters(query.workspaceId, query.asked),
    held: query.held,
  }),
  found: (rows) => ({
    ...foundMembers(rows),
    resources: [...(rows[0]?.fitting ?? []), ...(rows[0]?.held ?? [])].map(resourceFrom),
  }),
});
