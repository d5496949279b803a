import type { WorkspaceState } from './state.ts';

/** A workspace as notices name it. */
export function about({ id, name, scheme }: WorkspaceState): {
  readonly id: string;
  readonly name: string;
  readonly scheme: string;
} {
  return { id, name, scheme };
}
