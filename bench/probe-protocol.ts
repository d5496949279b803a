import type { Profiler } from 'node:inspector';

/** What the harness asks a measured process. */
export type Asked = 'usage' | 'memory' | 'start profile' | 'stop profile';

/** What it is told. CPU time is that of the whole process since its start, in microseconds. */
export type Told =
  | { readonly kind: 'usage'; readonly user: number; readonly system: number }
  /** Bytes, after full garbage collections where the process was started with `--expose-gc`. */
  | { readonly kind: 'memory'; readonly rss: number; readonly heapUsed: number; readonly external: number }
  | { readonly kind: 'started' }
  | { readonly kind: 'profile'; readonly profile: Profiler.Profile };
