/** Questions about invitations. */
export type InvitationQueries = Record<never, never>;
