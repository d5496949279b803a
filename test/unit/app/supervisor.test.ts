import { describe, expect, test } from 'vitest';
import { backOff } from '../../../src/app/back-off.ts';
import { createSupervisor } from '../../../src/app/supervisor.ts';

/** A supervisor whose time passes only by its own waiting. */
function supervised() {
  const waits: number[] = [];
  const told: string[] = [];
  let time = 0;
  const supervisor = createSupervisor({
    now: () => new Date(time),
    clock: () => time,
    async wait(milliseconds) {
      waits.push(milliseconds);
      time += milliseconds;
    },
    describe: (error) => (error instanceof TypeError ? 'type' : 'other'),
    failed: (part, error) => told.push(`${part}: ${String(error)}`),
    recovered: (part, failedMs) => told.push(`${part}: again after ${failedMs}`),
  });
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { supervisor, waits, told, pass };
}

test('pauses double from half a second to half a minute', () => {
  expect([1, 2, 3, 6, 7, 8, 5_000].map(backOff)).toEqual([500, 1_000, 2_000, 16_000, 30_000, 30_000, 30_000]);
});

describe('what has to succeed once', () => {
  test('is tried until it does, and then left alone', async () => {
    const { supervisor, waits, told } = supervised();
    let tries = 0;
    await supervisor.achieve('menus', async () => {
      if (++tries < 4) throw new Error('no');
    });
    expect(tries).toBe(4);
    expect(waits).toEqual([500, 1_000, 2_000]);
    expect(told).toEqual(['menus: Error: no', 'menus: again after 3500']);
    expect(supervisor.parts()).toEqual([{ part: 'menus', failingSince: null, problem: '' }]);
  });

  test('a failure tells since when, and its kind; news are told, repetitions once in half a minute', async () => {
    const { supervisor, told } = supervised();
    let tries = 0;
    await supervisor.achieve('viber', async () => {
      tries++;
      if (tries === 3) {
        expect(supervisor.parts()).toEqual([{ part: 'viber', failingSince: new Date(0), problem: 'type' }]);
        return;
      }
      throw tries === 1 ? new Error('first') : new TypeError('second');
    });
    expect(told).toEqual(['viber: Error: first', 'viber: TypeError: second', 'viber: again after 1500']);

    const again = supervised();
    let count = 0;
    await again.supervisor.achieve('viber', async () => {
      if (++count < 9) throw new Error('no');
    });
    // Failures at 0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5 and 61.5 s.
    expect(again.told).toEqual([
      'viber: Error: no',
      'viber: Error: no',
      'viber: Error: no',
      'viber: again after 91500',
    ]);
  });
});

describe('what has to go on', () => {
  test('begins again whenever it ends or fails, soon where it had lasted', async () => {
    const { supervisor, waits, pass } = supervised();
    let runs = 0;
    const kept = supervisor.keep('jobs', async (signal) => {
      runs++;
      if (runs <= 2) throw new Error('at once');
      if (runs === 3) pass(60_000);
      else {
        const stopped = supervisor.stop();
        expect(signal.aborted).toBe(true);
        stopped.catch(() => undefined);
      }
    });
    await kept;
    expect(runs).toBe(4);
    expect(waits.slice(0, 3)).toEqual([500, 1_000, 500]);
  });

  test('an error that is thrown, not rejected, is caught as well', async () => {
    const { supervisor } = supervised();
    let runs = 0;
    await supervisor.keep('jobs', () => {
      if (++runs === 2) void supervisor.stop();
      throw new Error('at once');
    });
    expect(runs).toBe(2);
  });

  test('stopping waits for what runs, and what fails by then is no news', async () => {
    const { supervisor, told } = supervised();
    let isEnded = false;
    const kept = supervisor.keep('jobs', async (signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await Promise.resolve();
      isEnded = true;
      throw new Error('cut off');
    });
    await supervisor.stop();
    expect(isEnded).toBe(true);
    await kept;
    expect(told).toEqual([]);
  });
});

test('a part that only reports is known by its report', () => {
  const { supervisor } = supervised();
  const report = supervisor.report('outbox');
  report.failed(new Error('no'));
  expect(supervisor.parts()[0]).toMatchObject({ part: 'outbox', problem: 'other' });
  report.worked();
  expect(supervisor.parts()[0]).toMatchObject({ part: 'outbox', failingSince: null });
});
