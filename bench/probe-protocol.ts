import type { Profiler } from 'node:inspector';

/** What the harness asks a measured process. */
export type Asked =
  | 'usage'
  | 'memory'
  | 'start profile'
  | 'stop profile'
  | 'start coverage'
  | 'take coverage';

/** What it is told. CPU time is that of the whole process since its start, in microseconds. */
export type Told =
  | { readonly kind: 'usage'; readonly user: number; readonly system: number }
  /** Bytes, after full garbage collections where the process was started with `--expose-gc`. */
  | { readonly kind: 'memory'; readonly rss: number; readonly heapUsed: number; readonly external: number }
  | { readonly kind: 'started' }
  | { readonly kind: 'profile'; readonly profile: Profiler.Profile }
  /** URLs of the scripts in which a function ran since the coverage was started. */
  | { readonly kind: 'coverage'; readonly urls: readonly string[] };
