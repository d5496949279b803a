import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observation } from '../chat/update.ts';
import type { PartState } from './supervisor.ts';

/** What `/metrics` shows. */
export interface Metrics {
  update(seen: Observation): void;
  delivery(messenger: string, outcome: string): void;
  /** The Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/**
 * Counts updates and deliveries, and shows which parts work. Labels are ours alone: nothing that a person typed
 * becomes one.
 */
export function createMetrics(parts: () => readonly PartState[]): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const updates = new Counter({
    name: 'castellan_updates_total',
    help: 'Updates handled, by messenger and outcome; dead letters failed three times.',
    labelNames: ['messenger', 'outcome'],
    registers: [registry],
  });
  const retries = new Counter({
    name: 'castellan_update_retries_total',
    help: 'Times an update was read again because something changed meanwhile.',
    labelNames: ['messenger'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'castellan_update_seconds',
    help: 'From receiving an update to its commit.',
    labelNames: ['messenger'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const deliveries = new Counter({
    name: 'castellan_deliveries_total',
    help: 'Calls made to the messengers, by outcome.',
    labelNames: ['messenger', 'outcome'],
    registers: [registry],
  });
  // Registered with the registry, which calls it for each answer.
  new Gauge({
    name: 'castellan_part_up',
    help: '1 while a part of the process works, 0 while it fails and is tried again.',
    labelNames: ['part'],
    registers: [registry],
    collect() {
      for (const { part, failingSince } of parts()) this.set({ part }, failingSince === null ? 1 : 0);
    },
  });
  return {
    update({ messenger, outcome, retries: count, milliseconds }) {
      updates.inc({ messenger, outcome });
      if (count > 0) retries.inc({ messenger }, count);
      seconds.observe({ messenger }, milliseconds / 1000);
    },
    delivery: (messenger, outcome) => deliveries.inc({ messenger, outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
