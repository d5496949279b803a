import { readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { SourceMap, type SourceMapPayload } from 'node:module';
import type { Contestant } from './contestant.ts';
import type { Ground } from './ground.ts';
import type { Errand } from './load.ts';
import { play } from './measure.ts';

const SHOWN = 40;
/** Microseconds; the probe samples twice as often. */
const MAX_SAMPLE = 1_000;

/** Has a bot do errands under V8's sampling profiler and prints where its time goes. */
export async function printProfile(
  ground: Ground,
  contestant: Contestant,
  errands: readonly Errand[],
  calls: number,
): Promise<void> {
  await contestant.ask('start profile', 'started');
  const { rate, cpu, system } = await play(ground, contestant, errands, calls, 16);
  const { profile } = await contestant.ask('stop profile', 'profile');
  const { owners, functions, idle, total } = summarize(profile);
  console.log(
    `\n${contestant.name}: ${rate.toFixed(0)} updates/s, ${cpu.toFixed(0)} µs CPU an update, ${system.toFixed(0)} of them in the kernel (profiled), idle ${share(idle, total)}`,
  );
  const print = (title: string, times: ReadonlyMap<string, number>): void => {
    console.log(`\n${title}`);
    for (const [name, self] of [...times].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN)) {
      const perUpdate = (self / errands.length).toFixed(1).padStart(7);
      console.log(`${perUpdate} µs  ${share(self, total - idle)}  ${name}`);
    }
  };
  print('time an update, by the function of ours that it was spent in or below', owners);
  print('self time an update, by function', functions);
}

type Frame = Profiler.ProfileNode['callFrame'];

/** Times in microseconds. `(program)` is native code outside any function. */
function summarize(profile: Profiler.Profile) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((id) => [id, node.id])));
  const ancestry = (id: number): Frame[] => {
    const frames: Frame[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const node = nodes.get(at);
      if (node) frames.push(unbundled(node.callFrame));
    }
    return frames;
  };
  const names = new Map(
    profile.nodes.map((node) => [
      node.id,
      { owner: ownerOf(ancestry(node.id)), self: nameOf(unbundled(node.callFrame)) },
    ]),
  );
  const functions = new Map<string, number>();
  const owners = new Map<string, number>();
  let idle = 0;
  let total = 0;
  profile.samples?.forEach((id, place) => {
    // While the process did not run nothing was sampled: a long gap is the machine's time, not the function's.
    const spent = Math.min(profile.timeDeltas?.[place + 1] ?? 0, MAX_SAMPLE);
    const name = names.get(id);
    total += spent;
    if (nodes.get(id)?.callFrame.functionName === '(idle)') idle += spent;
    else if (name) {
      functions.set(name.self, (functions.get(name.self) ?? 0) + spent);
      owners.set(name.owner, (owners.get(name.owner) ?? 0) + spent);
    }
  });
  return { functions, owners, idle, total };
}

/** The innermost function of our own that the time is to be blamed on; else the package, else the runtime. */
function ownerOf(ancestry: readonly Frame[]): string {
  const ours = ancestry.find((frame) => /^(src|dist)\//.test(shortened(frame.url)));
  if (ours) return nameOf(ours);
  for (const frame of ancestry) {
    const pack = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(shortened(frame.url))?.[1];
    if (pack) return `${pack} (called by the runtime)`;
  }
  const [self] = ancestry;
  return self?.functionName.startsWith('(') ? self.functionName : '(runtime)';
}

const maps = new Map<string, SourceMap>();

/** The frame as it stood in its module, before that was bundled. */
function unbundled(frame: Frame): Frame {
  if (!frame.url.endsWith('.cjs') || !frame.url.includes('/dist/bundle/')) return frame;
  let map = maps.get(frame.url);
  if (!map) {
    // Written by the build of this very checkout.
    map = new SourceMap(
      JSON.parse(readFileSync(`${frame.url.replace('file://', '')}.map`, 'utf8')) as SourceMapPayload,
    );
    maps.set(frame.url, map);
  }
  const found = map.findEntry(frame.lineNumber, frame.columnNumber);
  if (!('originalSource' in found)) return frame;
  return { ...frame, url: found.originalSource, lineNumber: found.originalLine };
}

function nameOf({ functionName, url, lineNumber }: Frame): string {
  const where = shortened(url);
  return `${functionName || '(anonymous)'}${where === '' ? '' : `  ${where}:${lineNumber + 1}`}`;
}

function shortened(url: string): string {
  const [, root = '', rest = ''] =
    /^.*\/(node_modules)\/(.*)$/.exec(url) ?? /^.*\/(src|dist)\/(.*)$/.exec(url) ?? [];
  return root === '' ? url : `${root}/${rest}`;
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`.padStart(7);
}
