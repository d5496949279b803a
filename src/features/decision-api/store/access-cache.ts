import type { Subject } from '../../../access/subject.ts';
import type { Change } from '../../../domain/changes.ts';
import { createBatch } from '../../../store/commit/batch.ts';
import type { Affected } from '../../../store/commit/define-change.ts';
import type { Store } from '../../../store/store.ts';
import type { Facts, FactsWanted } from '../facts.ts';
import type { SubjectRef } from '../subject-ref.ts';
import { type AskedIn, type KeyRecord, readKeys, readSubjects } from './access.ts';
import { type ResourceIn, readMasks, readPlaces } from './access-facts.ts';
import { type LookReport, watchAccess } from './access-watch.ts';
import { createFactMemory } from './fact-memory.ts';
import { createSubjectMemory } from './subject-memory.ts';

/**
 * Keys, subjects and facts as the decision API needs them, remembered. What this process commits is seen at once, what
 * another commits within a second; what is uncertain is read. `known…` answers from memory or not at all.
 */
export interface AccessCache {
  /** A living key, undefined where it must be read. */
  knownKey(publicId: string): KeyRecord | undefined;
  /** A living key, null where there is none. */
  readKey(publicId: string): Promise<KeyRecord | null>;
  /** A person as the workspace knows them, undefined where it must be read. */
  knownSubject(workspaceId: string, ref: SubjectRef): Subject | undefined;
  /** A person as the workspace knows them; strangers are subjects too. */
  readSubject(workspaceId: string, ref: SubjectRef): Promise<Subject>;
  /** What the workspace knows of resources and masked columns, undefined where it must be read. */
  knownFacts(workspaceId: string, wanted: FactsWanted): Facts | undefined;
  readFacts(workspaceId: string, wanted: FactsWanted): Promise<Facts>;
  /** Stops watching the database; resolves when no statement is under way. */
  close(): Promise<void>;
}

/** A key revoked behind our back, by hand in the database, is noticed after a minute. */
const KEY_MS = 60_000;

/** A read under way, and what changed since it began: that it may have seen as it was before. */
interface Reading {
  mayRemember: boolean;
  readonly outdated: Set<string>;
}

/** Opens a cache over a store. `clock` yields milliseconds and never runs back; `report` hears of each look. */
export function openAccessCache(
  { pool, onCommit }: Pick<Store<Change>, 'pool' | 'onCommit'>,
  clock: () => number,
  report?: LookReport,
): AccessCache {
  const keys = new Map<string, { readonly key: KeyRecord; readonly since: number }>();
  const subjects = createSubjectMemory(clock);
  const facts = createFactMemory(clock);
  const readings = new Set<Reading>();

  const invalidateAll = (): void => {
    for (const reading of readings) reading.mayRemember = false;
    subjects.forgetAll();
    facts.forgetAll();
    keys.clear();
  };
  const invalidate = (affected: Affected | 'everyone'): void => {
    if (affected === 'everyone') {
      invalidateAll();
      return;
    }
    const { workspaceId, persons = [] } = affected;
    for (const reading of readings) reading.outdated.add(workspaceId);
    if (affected.facts) facts.forget(workspaceId);
    if (persons === 'all') subjects.forget(workspaceId, null);
    else if (persons.length > 0) subjects.forget(workspaceId, persons);
    if (!affected.keys) return;
    for (const [publicId, { key }] of keys) if (key.workspaceId === workspaceId) keys.delete(publicId);
  };
  const watch = watchAccess(
    pool,
    { changed: (affected) => affected.forEach(invalidate), invalidate: invalidateAll },
    clock,
    report,
  );
  const unsubscribe = onCommit(({ affected }) => affected.forEach(invalidate));

  /** Reads, and remembers of it what cannot have changed on the way. */
  const reading = async <V>(
    read: () => Promise<V>,
    remember: (values: V, now: Reading) => void,
  ): Promise<V> => {
    const startedAt = clock();
    watch.touch(startedAt);
    const now: Reading = { mayRemember: watch.isCurrent(startedAt), outdated: new Set() };
    readings.add(now);
    try {
      const values = await read();
      if (now.mayRemember) remember(values, now);
      return values;
    } finally {
      readings.delete(now);
    }
  };
  const batchOfKeys = createBatch((publicIds: readonly string[]) =>
    reading(
      () => readKeys(pool, publicIds),
      (found, { outdated }) => {
        for (const key of found) {
          if (key && !outdated.has(key.workspaceId)) keys.set(key.publicId, { key, since: clock() });
        }
      },
    ),
  );
  const batchOfSubjects = createBatch((asked: readonly AskedIn[]) =>
    reading(
      () => readSubjects(pool, asked),
      (found, { outdated }) =>
        found.forEach((subject, place) => {
          const one = asked[place];
          if (one && !outdated.has(one.workspaceId)) subjects.remember(one.workspaceId, one.ref, subject);
        }),
    ),
  );
  const batchOfPlaces = createBatch((asked: readonly ResourceIn[]) =>
    reading(
      () => readPlaces(pool, asked),
      (found, { outdated }) =>
        found.forEach((place, at) => {
          const one = asked[at];
          if (one && !outdated.has(one.workspaceId)) facts.rememberPlace(one.workspaceId, one.id, place);
        }),
    ),
  );
  const batchOfMasks = createBatch((asked: readonly string[]) =>
    reading(
      () => readMasks(pool, asked),
      (found, { outdated }) =>
        found.forEach((masks, at) => {
          const workspaceId = asked[at];
          if (workspaceId && !outdated.has(workspaceId)) facts.rememberMasks(workspaceId, masks);
        }),
    ),
  );

  return {
    knownKey(publicId) {
      const now = clock();
      watch.touch(now);
      const known = watch.isCurrent(now) ? keys.get(publicId) : undefined;
      return known !== undefined && now - known.since <= KEY_MS ? known.key : undefined;
    },
    readKey: batchOfKeys,
    knownSubject(workspaceId, ref) {
      const now = clock();
      return watch.isCurrent(now) ? subjects.recall(workspaceId, ref, now) : undefined;
    },
    readSubject: (workspaceId, ref) => batchOfSubjects({ workspaceId, ref }),
    knownFacts(workspaceId, wanted) {
      const now = clock();
      return watch.isCurrent(now) ? facts.recall(workspaceId, wanted, now) : undefined;
    },
    async readFacts(workspaceId, wanted) {
      const [found, masks] = await Promise.all([
        Promise.all(Array.from(wanted.resources, (id) => batchOfPlaces({ workspaceId, id }))),
        wanted.masks ? batchOfMasks(workspaceId) : new Set<string>(),
      ]);
      return { places: new Map(found.flatMap((place) => (place ? [[place.id, place]] : []))), masks };
    },
    close() {
      unsubscribe();
      return watch.close();
    },
  };
}
