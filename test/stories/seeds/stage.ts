import { expect } from 'vitest';
import type { Person } from '../../support/person.ts';
import { readable } from '../../support/person.ts';

/** Somebody in a story: what a phone can do in every messenger, and nothing that only one of them has. */
export type Player = Omit<Person, 'last' | 'heard'> & {
  heard(): readonly {
    readonly text?: string | undefined;
    readonly buttons: readonly (readonly { readonly text: string }[])[];
  }[];
};

/** Where a story is played: one messenger, and the decision API of the same process. */
export interface Stage {
  /** A new person who has this messenger, and has not written to the bot yet. */
  person(name: string): Player;
  /** How others point at somebody here, as `@name`; null where the messenger has no such resource. */
  mention(person: Player): string | null;
  /** Somebody's account as the decision API names it, as `telegram:42`. */
  account(person: Player): string;
  /** Shares one's own phone number as the messenger lets one; null where it has no such button. */
  sharePhone: ((person: Player, phone: string) => Promise<void>) | null;
  /** Address of the decision API. */
  readonly url: string;
}

/** A number that no other story has, so that all may be played on one stage. */
let stories = 0;
export function nextNumber(): number {
  return ++stories;
}

/** Lets somebody in: pointed at where the messenger has such a resource, else by a link that is handed over. */
export async function letIn(stage: Stage, host: Player, guest: Player, roles: string): Promise<void> {
  await invite(stage, host, guest, roles);
  await guest.presses('Accept');
  guest.sees('Welcome');
}

/** Invites somebody, who then has the invitation's card before them. */
export async function invite(stage: Stage, host: Player, guest: Player, roles: string): Promise<void> {
  const mention = stage.mention(guest);
  if (mention !== null) await guest.says('/start');
  await host.says(`/invite ${mention ?? 'link'} ${roles}`);
  if (mention === null) await guest.opens(linkShownTo(host));
}

/** The payload of the newest invitation link that the bot showed somebody. */
export function linkShownTo(person: Player): string {
  const texts = person.heard().map(({ text }) => readable(text ?? ''));
  const [payload] = texts.flatMap((text) => text.match(/i_[\w-]{24}/g) ?? []).slice(-1);
  if (payload === undefined) throw new Error('no link was shown');
  return payload;
}

/** Makes a key of the decision API, as its owner does. */
export async function newKey(owner: Player): Promise<string> {
  await owner.says('/keys new Panel');
  const [key] = owner.heard().flatMap(({ text }) => text?.match(/ck_[0-9a-f]{16}_[\w-]{43}/) ?? []);
  if (key === undefined) throw new Error('no key was shown');
  await owner.presses('hide it');
  return key;
}

/** A resource of a question, `properties` as the decision API takes them. */
interface Asked {
  readonly type: string;
  readonly id?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Asks the decision API about people of a story. */
export function inquire(stage: Stage, key: string) {
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${stage.url}/access/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  const subject = (person: Player) => ({ type: 'account', id: stage.account(person) });
  const whole = ({ id = 'x', ...rest }: Asked) => ({ id, ...rest });
  return {
    /** Whether they may do this. */
    async may(person: Player, action: string, resource: Asked): Promise<boolean> {
      const asked = { subject: subject(person), action: { name: action }, resource: whole(resource) };
      return ((await post('evaluation', asked)) as { decision: boolean }).decision;
    },
    /** Which of these rights, as `bot.view`, they have on resources inside a project or bot, or in the workspace. */
    async rightsOf(
      person: Player,
      rights: readonly string[],
      inside: Readonly<Record<string, unknown>> = {},
    ): Promise<string[]> {
      const evaluations = rights.map((right) => {
        const [type = '', name = ''] = right.split('.');
        return { action: { name }, resource: { type, id: 'x', properties: inside } };
      });
      const { evaluations: answers } = (await post('evaluations', {
        subject: subject(person),
        evaluations,
      })) as { evaluations: { decision: boolean }[] };
      return rights.filter((_, place) => answers[place]?.decision);
    },
    /** The ids of what they may do this to, by name of the right. */
    async found(person: Player, right: string): Promise<string[]> {
      const [type, name] = right.split('.');
      const asked = { subject: subject(person), action: { name }, resource: { type } };
      const { results } = (await post('search/resource', asked)) as { results: { id: string }[] };
      return results.map(({ id }) => id);
    },
  };
}
