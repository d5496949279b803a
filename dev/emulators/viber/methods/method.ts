import type { Emulation } from '../emulation.ts';

/** What a method answers beside status 0; a token, where there is one, is written as a raw number. */
export interface MethodAnswer {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly token?: string;
}

/** One method: takes the checked-for-JSON body, throws `ViberApiError`. `late` fails the message afterwards. */
export type Method = (
  emulation: Emulation,
  body: Readonly<Record<string, unknown>>,
  late: string | null,
) => MethodAnswer | Promise<MethodAnswer>;
