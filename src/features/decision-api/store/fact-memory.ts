import type { Facts, FactsWanted, Placement } from '../facts.ts';

/** What was changed behind our back, by hand in the database, is noticed after five minutes. */
const WORKSPACE_MS = 300_000;
/** Resources remembered at most, some 300 bytes each; made-up ids can fill it and do no more. */
const MAX_RESOURCES = 250_000;

/** Where resources stand and which columns are masked, by workspace; the oldest workspaces give way when there are too many. */
export interface FactMemory {
  /** All that is wanted, or undefined where some of it must be read. `now` is a time of the clock. */
  recall(workspaceId: string, wanted: FactsWanted, now: number): Facts | undefined;
  /** Null: the workspace has no such resource. */
  rememberPlace(workspaceId: string, id: string, place: Placement | null): void;
  rememberMasks(workspaceId: string, masks: ReadonlySet<string>): void;
  forget(workspaceId: string): void;
  forgetAll(): void;
}

interface Remembered {
  readonly since: number;
  readonly places: Map<string, Placement | null>;
  masks: ReadonlySet<string> | null;
}

const none: ReadonlySet<string> = new Set();

/** Creates an empty memory. `clock` yields milliseconds and never runs back. */
export function createFactMemory(clock: () => number): FactMemory {
  const workspaces = new Map<string, Remembered>();
  let size = 0;

  const forget = (workspaceId: string): void => {
    size -= workspaces.get(workspaceId)?.places.size ?? 0;
    workspaces.delete(workspaceId);
  };
  const opened = (workspaceId: string): Remembered => {
    const known = workspaces.get(workspaceId);
    if (known) return known;
    const made: Remembered = { since: clock(), places: new Map(), masks: null };
    workspaces.set(workspaceId, made);
    return made;
  };

  return {
    recall(workspaceId, { resources, masks }, now) {
      const one = workspaces.get(workspaceId);
      if (one === undefined) return undefined;
      if (now - one.since > WORKSPACE_MS) {
        forget(workspaceId);
        return undefined;
      }
      if (masks && one.masks === null) return undefined;
      for (const id of resources) if (!one.places.has(id)) return undefined;
      return { places: one.places, masks: one.masks ?? none };
    },
    rememberPlace(workspaceId, id, place) {
      for (const oldest of workspaces.keys()) {
        if (size < MAX_RESOURCES) break;
        forget(oldest);
      }
      const { places } = opened(workspaceId);
      size -= places.size;
      places.set(place?.id ?? id, place);
      size += places.size;
    },
    rememberMasks(workspaceId, masks) {
      opened(workspaceId).masks = masks;
    },
    forget,
    forgetAll() {
      workspaces.clear();
      size = 0;
    },
  };
}
