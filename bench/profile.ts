import type { Profiler } from 'node:inspector';
import type { Contestant } from './contestant.ts';
import type { Ground } from './ground.ts';
import type { Errand } from './load.ts';
import { play } from './measure.ts';

const SHOWN = 40;

/** Has a bot do errands under V8's sampling profiler and prints where its own time goes. */
export async function printProfile(
  ground: Ground,
  contestant: Contestant,
  errands: readonly Errand[],
  calls: number,
): Promise<void> {
  await contestant.ask('start profile', 'started');
  const { rate, cpu } = await play(ground, contestant, errands, calls, 16);
  const { profile } = await contestant.ask('stop profile', 'profile');
  const { functions, rooms, idle, total } = summarize(profile);
  console.log(
    `\n${contestant.name}: ${rate.toFixed(0)} updates/s, ${cpu.toFixed(0)} µs CPU an update (profiled), idle ${share(idle, total)}`,
  );
  const perUpdate = (microseconds: number): string =>
    `${(microseconds / errands.length).toFixed(1).padStart(7)} µs`;
  console.log('\nself time an update, by module');
  for (const [name, self] of top(rooms))
    console.log(`${perUpdate(self)}  ${share(self, total - idle)}  ${name}`);
  console.log('\nself time an update, by function');
  for (const [name, self] of top(functions))
    console.log(`${perUpdate(self)}  ${share(self, total - idle)}  ${name}`);
}

/** Self times in microseconds by function and by module; `(program)` is native code outside any function. */
function summarize(profile: Profiler.Profile) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const functions = new Map<string, number>();
  const rooms = new Map<string, number>();
  let idle = 0;
  let total = 0;
  profile.samples?.forEach((id, place) => {
    const frame = nodes.get(id);
    const self = profile.timeDeltas?.[place + 1] ?? 0;
    total += self;
    if (!frame) return;
    if (frame.functionName === '(idle)') {
      idle += self;
      return;
    }
    const where = shortened(frame.url);
    const name = `${frame.functionName || '(anonymous)'}  ${where}${where === '' ? '' : `:${frame.lineNumber + 1}`}`;
    functions.set(name, (functions.get(name) ?? 0) + self);
    const room = roomOf(where, frame.functionName);
    rooms.set(room, (rooms.get(room) ?? 0) + self);
  });
  return { functions, rooms, idle, total };
}

/** A package by its name, our code by its room, the runtime by its module. */
function roomOf(where: string, functionName: string): string {
  const pack = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(where);
  if (pack?.[1]) return pack[1];
  if (where.startsWith('node:')) return where.split('/').slice(0, 2).join('/');
  if (where === '') return functionName.startsWith('(') ? functionName : '(native)';
  return where.slice(0, where.lastIndexOf('/'));
}

function shortened(url: string): string {
  return url
    .replace(/^file:\/\//, '')
    .replace(/^.*\/(node_modules|dist)\//, (_, root) => (root === 'dist' ? 'dist/' : 'node_modules/'));
}

function top(times: ReadonlyMap<string, number>): [string, number][] {
  return [...times].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN);
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`.padStart(7);
}
