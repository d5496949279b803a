import type { Profiler } from 'node:inspector';

/** What the harness asks a measured process. */
export type Asked = 'usage' | 'memory' | 'start profile' | 'stop profile';

/** What it is told. CPU is user and system time of the whole process since its start. */
export type Told =
  | { readonly kind: 'usage'; readonly cpuMicroseconds: number }
  /** Bytes, after full garbage collections where the process was started with `--expose-gc`. */
  | { readonly kind: 'memory'; readonly rss: number; readonly heapUsed: number; readonly external: number }
  | { readonly kind: 'started' }
  | { readonly kind: 'profile'; readonly profile: Profiler.Profile };
