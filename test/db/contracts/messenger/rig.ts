import type { MessengerName } from '../../../../src/chat/update.ts';
import type { TestDatabase } from '../../../support/database.ts';
import type { Person } from '../../../support/person.ts';

/** Somebody of a contract, as far as every messenger goes. */
export type Player = Omit<Person, 'last' | 'heard'> & {
  heard(): readonly { readonly text?: string | undefined }[];
};

/** One messenger, or one way into it, with its emulator: what the contract needs of it. */
export interface Rig {
  readonly messenger: MessengerName;
  /** Whether a press replaces the message it was made on. */
  readonly edits: boolean;
  readonly database: TestDatabase;
  /** A new person, who has not written yet. */
  person(name: string, options?: { readonly language?: string }): Player;
  accountId(person: Player): string;
  /** Says something whose update is then delivered `times` more, several at once; the statuses of those. */
  saysOften(person: Player, text: string, times: number): Promise<number[]>;
  /** The bot cannot write to them any more. */
  block(person: Player): Promise<void>;
  /** It can again, from what they write next. */
  unblock(person: Player): Promise<void>;
  /** The next call that would show them something is told to wait. */
  busy(person: Player): void;
  /** Lets the time pass that the messenger then makes one wait. */
  waitedOut(): Promise<void>;
  /** One more process; from now on updates go to all of them in turn. */
  startSecond(): Promise<void>;
  settled(): Promise<void>;
  close(): Promise<void>;
}
