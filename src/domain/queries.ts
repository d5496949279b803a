import type { ProfileQueries } from '../features/accounts/queries.ts';
import type { KeyQueries } from '../features/api-keys/queries.ts';
import type { AuditQueries } from '../features/audit/queries.ts';
import type { InvitationQueries } from '../features/invitations/queries.ts';
import type { MemberQueries } from '../features/members/queries.ts';
import type { ResourceQueries, ResourcesAsked } from '../features/resources/queries.ts';
import type { SchemeQueries } from '../features/schemes/queries.ts';
import type { WorkspaceQueries } from '../features/workspaces/queries.ts';
import type { Resource } from './resource.ts';
import type { Resolved, Who } from './who.ts';

/** Questions about people that several acts share. Of each question `in` is asked, `out` answered. */
interface PeopleQueries {
  /**
   * Whom the pointers mean, in order, with their memberships in the workspace and their pending invitations;
   * and how many active members hold each role of `count` (for rules about owners, administrators and
   * numbers of holders; counting walks over the holders, so only small roles belong there). `resources`: projects and
   * bots that they are to be invited to.
   */
  'people.resolve': {
    in: {
      messenger: string;
      workspaceId: string;
      who: readonly Who[];
      count: readonly string[];
      now: Date;
      resources: ResourcesAsked | null;
    };
    out: {
      readonly resolved: readonly Resolved[];
      readonly holders: ReadonlyMap<string, number>;
      readonly resources: readonly Resource[];
    };
  };
}

/** Every question there is, by kind. */
export type Queries = PeopleQueries &
  InvitationQueries &
  MemberQueries &
  WorkspaceQueries &
  ProfileQueries &
  ResourceQueries &
  AuditQueries &
  KeyQueries &
  SchemeQueries;

export type QueryKind = keyof Queries;

/** A question as data. */
export type Query<K extends QueryKind = QueryKind> = {
  [P in K]: { readonly kind: P } & Readonly<Queries[P]['in']>;
}[K];

/** What the store answers to a question. */
export type Found<K extends QueryKind> = Queries[K]['out'];
