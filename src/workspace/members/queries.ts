/** Questions about members. */
export type MemberQueries = Record<never, never>;
