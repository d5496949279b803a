import type { Action, AddedVocabulary, Resource } from './vocabulary.ts';

/**
 * Rights written the way the tables of a platform's guide write them: a resource, and either all of
 * its actions or those named. `{ scenario: 'all', bot: ['view'] }`
 */
export type RightsTable = { readonly [R in Resource]?: 'all' | readonly Action<R>[] };

/**
 * Where a role is held, and how far it reaches.
 *
 * - `workspace`: held on the membership, reaches everything in the workspace.
 * - `resources`: held on single projects or bots by grants, reaches them and what is inside them.
 * - `workspace_or_resources`: either of the two.
 * - `granted_things`: named on the membership, but reaches only what a grant of it names: a client
 *   without a granted bot sees no bot.
 */
export type RoleReach = 'workspace' | 'things' | 'workspace_or_things' | 'granted_things';

/**
 * Who a holder of the needed right may act on.
 *
 * - `broader`: only those whose broadest role ranks below the actor's broadest.
 * - `peers`: those as well who stand level with the actor.
 * - `keystone`: only the keystone role's holders act at all.
 */
export type WhoMayActOnWhom = 'broader' | 'peers' | 'keystone';

/** A plain value of a property, as JSON has it. */
export type Plain = string | number | boolean;

/**
 * What must be so for a right to count: a property of the resource, or of the action, equals one of the subject's
 * (`id` is the subject's own id), or a fixed value.
 */
export type Condition = ({ readonly resource: string } | { readonly action: string }) &
  ({ readonly subject: string } | { readonly value: Plain });

/** Subjects and resources of another system, by type and then by id, that the decision API is asked about. */
export interface KnownEntities {
  readonly subjects?: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly roles: readonly string[]; readonly properties?: Readonly<Record<string, Plain>> }
        >
      >
    >
  >;
  /** A resource of a type listed here that is not listed itself is not there. */
  readonly resources?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Plain>>>>>>;
}

/** One role of a scheme. `RoleKey` is the union of the scheme's own role keys. */
export interface RoleDeclaration<RoleKey extends string = string> {
  readonly key: RoleKey;
  /** What people call the role in a scheme of their own; hostile text. Without one it is called as its preset says. */
  readonly title?: string;
  /** What the role allows; `'everything'` is the whole vocabulary. */
  readonly can: 'everything' | RightsTable;
  /** What the role allows only on what belongs to its holder. */
  readonly canOnOwn?: RightsTable;
  /** What the role allows only where a condition holds. */
  readonly canWhere?: readonly { readonly where: Condition; readonly can: RightsTable }[];
  /** Default `workspace`. */
  readonly reach?: RoleReach;
  /** Roles that must be held in the same place; while one is missing this role gives nothing. */
  readonly requires?: readonly RoleKey[];
  /** At most so many members hold it at once. */
  readonly maxHolders?: number;
  /** A holder of no other role lacks even the rights that every member has. */
  readonly withoutBaseline?: boolean;
}

/**
 * A role scheme as plain data: it survives JSON unchanged. Roles stand in rank order, broadest first.
 */
export interface SchemeDeclaration<RoleKey extends string = string> {
  readonly key: string;
  /** What people call a scheme of their own; hostile text. */
  readonly title?: string;
  /** Key of the preset whose words name the roles that have no title. */
  readonly titlesFrom?: string;
  readonly rolesPerMember: 'one' | 'many';
  readonly roles: readonly RoleDeclaration<RoleKey>[];
  /**
   * The role without which a workspace would be lost. Held by exactly one member it is an owner and
   * moves only by transfer; held by at least one it is given and taken like others, but never the last.
   */
  readonly keystone: {
    readonly role: NoInfer<RoleKey>;
    readonly holders: 'exactly_one' | 'at_least_one';
  };
  /** Whose roles, card and state a member manager may change. */
  readonly edits: WhoMayActOnWhom;
  /** Who a member manager may remove; as `edits` unless said. */
  readonly removes?: WhoMayActOnWhom;
  /** Rights that nobody has in this scheme; no role or grant gives them. */
  readonly never?: RightsTable;
  /** Only a person already known to Castellan can be invited. */
  readonly inviteeMustBeRegistered?: boolean;
  /** Resources and actions of another system, beside the built-in ones. */
  readonly vocabulary?: AddedVocabulary;
  readonly entities?: KnownEntities;
  /** Which role the invitation wizard recommends for which kind of person. */
  readonly recommendations?: readonly { readonly person: string; readonly role: NoInfer<RoleKey> }[];
}

/** What every active member may do in every scheme: see the workspace, its owner and its roles. */
export const memberBaseline = {
  workspace: ['view'],
  owner: ['view'],
  role: ['view'],
} as const satisfies RightsTable;

/**
 * Declares a scheme. Does nothing at run time; at compile time an unknown resource, action or role
 * key is an error where it is written.
 */
export function defineScheme<const RoleKey extends string>(
  declaration: SchemeDeclaration<RoleKey>,
): SchemeDeclaration<RoleKey> {
  return declaration;
}
