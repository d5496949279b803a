import { readdirSync, readFileSync } from 'node:fs';
import type { Self } from '../../../../src/messengers/telegram/own-name.ts';

const folder = new URL('../../../fixtures/telegram/', import.meta.url);

/** Who the bot is in the recorded updates. */
export const castellan: Self = { id: 7001002003, username: 'castellan_bot' };

/** A recorded Bot API update, by its file name without `.json`. */
export function recorded(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

/** All recorded updates. */
export function allRecorded(): unknown[] {
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
}
