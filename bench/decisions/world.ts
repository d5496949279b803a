import { compile } from '../../src/access/compile.ts';
import { decide } from '../../src/access/decide.ts';
import type { SchemeDeclaration } from '../../src/access/define-scheme.ts';
import { agency } from '../../src/access/schemes/agency.ts';
import { botAccess } from '../../src/access/schemes/bot-access.ts';
import { company } from '../../src/access/schemes/company.ts';
import { type Subject, type Target, workspaceWide } from '../../src/access/subject.ts';
import { allRights, type Right } from '../../src/access/vocabulary.ts';

/** A member as anybody could hold them: roles everywhere, and roles on bots. */
interface Member {
  readonly personId: string;
  readonly roles: readonly string[];
  readonly grants: readonly { readonly bot: string; readonly roles: readonly string[] }[];
  /** The same for the core. */
  readonly subject: Subject;
}

interface Workspace {
  readonly id: string;
  readonly scheme: string;
  readonly members: readonly Member[];
}

/** May this person do this in this workspace, or on this bot of it? */
export interface Question {
  readonly workspaceId: string;
  readonly personId: string;
  readonly right: Right;
  readonly bot: string | null;
  readonly project: string | null;
  readonly answer: boolean;
}

/** Workspaces, and questions about them spread over all. */
export interface World {
  readonly schemes: readonly SchemeDeclaration[];
  readonly workspaces: readonly Workspace[];
  readonly questions: readonly Question[];
}

export const NOW = new Date('2026-03-01T12:00:00Z');
const schemes: readonly SchemeDeclaration[] = [company, botAccess, agency];
const BOTS = 5;

/** The role that stands for what every member may do, for those who know no such thing. */
export const everybody = 'everybody';

/** What each role of a scheme allows, by its key. */
export function rightsByRole(declaration: SchemeDeclaration): ReadonlyMap<string, readonly Right[]> {
  const scheme = compile(declaration);
  const allowedBy = (set: number) => allRights.filter((_, row) => ((scheme.allowing[row] ?? 0) & set) !== 0);
  return new Map([
    ...scheme.roles.map((role): [string, readonly Right[]] => [role.key, allowedBy(role.set)]),
    [everybody, allowedBy(1 << 31)],
  ]);
}

/** Makes a world; the same one for the same seed. */
export function createWorld(workspaces: number, membersEach: number, questions: number): World {
  const random = generator(20_260_301);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  };
  const compiled = new Map(schemes.map((declaration) => [declaration.key, compile(declaration)]));
  const made = Array.from({ length: workspaces }, () => {
    const declaration = pick(schemes);
    const bots = Array.from({ length: BOTS }, () => uuid(random));
    const members = Array.from({ length: membersEach }, (_, place) => {
      return createMember(declaration, place === 0, bots, uuid(random), pick);
    });
    return { id: uuid(random), scheme: declaration.key, members, bots, project: uuid(random) };
  });
  return {
    schemes,
    workspaces: made,
    questions: Array.from({ length: questions }, () => {
      const workspace = pick(made);
      const member = pick(workspace.members);
      const right = pick(allRights);
      const bot = random() < 0.5 ? null : pick(workspace.bots);
      const scheme = compiled.get(workspace.scheme);
      if (scheme === undefined) throw new Error('a workspace has a scheme');
      return {
        workspaceId: workspace.id,
        personId: member.personId,
        right,
        bot,
        project: bot === null ? null : workspace.project,
        answer: decide(scheme, member.subject, right, targetOf(bot, workspace.project), NOW).allow,
      };
    }),
  };
}

/** What a question is about, in the core's words. */
export function targetOf(bot: string | null, project: string | null): Target {
  return bot === null || project === null
    ? workspaceWide
    : {
        path: [
          { kind: 'bot', id: bot },
          { kind: 'project', id: project },
        ],
      };
}

/** The first holds the keystone role, the others a role below it; grants on two bots where the scheme has any. */
function createMember(
  { roles }: SchemeDeclaration,
  isFirst: boolean,
  bots: readonly string[],
  personId: string,
  pick: <T>(from: readonly T[]) => T,
): Member {
  const named = roles.slice(1).filter(({ reach }) => reach === undefined || reach === 'workspace');
  const granted = roles.filter(({ reach }) => reach === 'things' || reach === 'granted_things');
  const keystone = roles[0]?.key ?? '';
  const onMembership = isFirst ? [keystone] : named.length > 0 ? [pick(named).key] : [];
  const grants =
    isFirst || granted.length === 0
      ? []
      : [bots[0] ?? '', pick(bots.slice(1))].map((bot) => {
          const role = pick(granted);
          return { bot, roles: [role.key, ...(role.requires ?? [])] };
        });
  // Such a role counts only where the membership names it too.
  const alsoNamed = granted.filter(({ reach }) => reach === 'granted_things').map(({ key }) => key);
  return {
    personId,
    roles: [...onMembership, everybody],
    grants,
    subject: {
      personId,
      state: 'active',
      roles: [...onMembership, ...(isFirst ? [] : alsoNamed)].map((role) => ({ role, until: null })),
      grants: grants.flatMap(({ bot, roles: held }) =>
        held.map((role) => ({ role, until: null, thing: { kind: 'bot' as const, id: bot } })),
      ),
    },
  };
}

/** Mulberry32: small, even, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function uuid(random: () => number): string {
  const hex = Array.from({ length: 8 }, () =>
    Math.floor(random() * 65_536)
      .toString(16)
      .padStart(4, '0'),
  );
  const text = `${hex.slice(0, 2).join('')}-${hex[2]}-4${hex[3]?.slice(1)}-8${hex[4]?.slice(1)}-${hex.slice(5).join('')}`;
  // In one piece of memory of its own, as a parser or a driver makes it.
  return Buffer.from(text).toString('latin1');
}
