import { decided } from './act.ts';
import type { Registry } from './registry.ts';
import type { Fallbacks } from './router.ts';

/** Answers what no command, button or wizard takes. */
export function createFallbacks(_registry: Registry): Fallbacks {
  const silent = () => decided(() => ({}));
  return {
    start: silent,
    unknownCommand: silent,
    unknownText: silent,
    personShown: silent,
    housekeeping: silent,
  };
}
