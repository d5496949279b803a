import type { Emulation } from '../emulation.ts';
import type { Params } from '../params.ts';

/** What a method answers: `{"ok":true,"result":…}`, some with a description beside. */
export interface Outcome {
  result: unknown;
  description?: string;
}

export interface Call {
  params: Params;
  /** Registers what to do when the caller hangs up before the answer. */
  onHangUp: (abandon: () => void) => void;
}

/** A Bot API method. Throws BotApiError for what the server refuses. */
export type Method = (emulation: Emulation, call: Call) => Outcome | Promise<Outcome>;
