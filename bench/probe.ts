import { Session } from 'node:inspector/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Asked, Told } from './probe-protocol.ts';

// Loaded into a measured process before its own code (`node --import`): answers questions from its parent over
// the IPC channel, and keeps nothing alive that would otherwise end.
let session: Session | undefined;

async function answer(asked: Asked): Promise<Told> {
  switch (asked) {
    case 'usage': {
      const { user, system } = process.cpuUsage();
      return { kind: 'usage', user, system };
    }
    case 'memory': {
      for (let pass = 0; pass < 4; pass++) {
        globalThis.gc?.();
        await delay(250);
      }
      const { rss, heapUsed, external } = process.memoryUsage();
      return { kind: 'memory', rss, heapUsed, external };
    }
    case 'start profile': {
      session = new Session();
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: 500 });
      await session.post('Profiler.start');
      return { kind: 'started' };
    }
    case 'stop profile': {
      if (!session) throw new Error('no profile was started');
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return { kind: 'profile', profile };
    }
    case 'start coverage': {
      session = new Session();
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
      return { kind: 'started' };
    }
    case 'take coverage': {
      if (!session) throw new Error('no coverage was started');
      const { result } = await session.post('Profiler.takePreciseCoverage');
      session.disconnect();
      const executed = result.filter(({ functions }) =>
        functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)),
      );
      return { kind: 'coverage', urls: executed.map(({ url }) => url) };
    }
  }
}

process.on('message', (asked: Asked) => {
  answer(asked).then((told) => process.send?.(told));
});
process.channel?.unref();
