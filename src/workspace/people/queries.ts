/** Questions of a person about themselves. */
export type ProfileQueries = {
  /** Their accounts, the one used last first, and the number of workspaces they are in. */
  'people.profile': {
    in: { personId: string };
    out: {
      readonly accounts: readonly {
        readonly messenger: string;
        readonly name: string;
        readonly username: string | null;
      }[];
      readonly workspaces: number;
    };
  };
};
