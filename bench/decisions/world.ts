import { decide } from '../../src/access/decide.ts';
import { presets } from '../../src/access/presets.ts';
import { type Subject, type Target, workspaceWide } from '../../src/access/subject.ts';
import { allRights, type Right } from '../../src/access/vocabulary.ts';
import { generator, uuidFrom } from './generator.ts';
import { createMember, type Member } from './members.ts';

/** Keys of the presets that the workspaces use. */
const SCHEMES = ['company', 'bot_access', 'agency'] as const;

export type SchemeKey = (typeof SCHEMES)[number];

export interface WorldWorkspace {
  readonly id: string;
  /** Public id of its API key. */
  readonly publicId: string;
  readonly scheme: SchemeKey;
  readonly members: readonly Member[];
  /** All of them lie in the project. */
  readonly bots: readonly string[];
  readonly project: string;
}

/** May this person do this on the workspace, on its project, or on or inside one of its bots? */
export interface Question {
  readonly workspaceId: string;
  readonly publicId: string;
  readonly personId: string;
  readonly right: Right;
  readonly bot: string | null;
  readonly project: string | null;
  readonly answer: boolean;
}

/** Workspaces, and questions about them spread over all. */
export interface World {
  readonly workspaces: readonly WorldWorkspace[];
  readonly questions: readonly Question[];
}

export const NOW = new Date('2026-03-01T12:00:00Z');
const BOTS = 5;
const SEED = 20_260_301;

/** Makes a world; the same one each time. */
export function createWorld(workspaces: number, membersEach: number, questions: number): World {
  const random = generator(SEED);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  };
  const made = Array.from({ length: workspaces }, (_, place): WorldWorkspace => {
    const scheme = pick(SCHEMES);
    const bots = Array.from({ length: BOTS }, () => uuidFrom(random));
    const members = Array.from({ length: membersEach }, (_, member) =>
      createMember(presets[scheme].declaration, member === 0, bots, uuidFrom(random), pick),
    );
    const publicId = place.toString(16).padStart(16, '0');
    return { id: uuidFrom(random), publicId, scheme, members, bots, project: uuidFrom(random) };
  });
  return {
    workspaces: made,
    questions: Array.from({ length: questions }, () => {
      const workspace = pick(made);
      const right = pick(allRights);
      return questionAbout(workspace, pick(workspace.members), right, pick(workspace.bots), random() < 0.5);
    }),
  };
}

/** Rights to bots and channels are asked on a bot, those to projects on the project, others in either place. */
function questionAbout(
  workspace: WorldWorkspace,
  member: Member,
  right: Right,
  bot: string,
  inBot: boolean,
): Question {
  const isOnBot = /^(bot|channel)\./.test(right) || (inBot && !right.startsWith('project.'));
  const place = {
    bot: isOnBot ? bot : null,
    project: isOnBot || right.startsWith('project.') ? workspace.project : null,
  };
  return {
    workspaceId: workspace.id,
    publicId: workspace.publicId,
    personId: member.personId,
    right,
    ...place,
    answer: decide(presets[workspace.scheme], member.subject, right, targetOf(place), NOW).allow,
  };
}

/** What a question is about, in the words of the permission core. */
export function targetOf({ bot, project }: Pick<Question, 'bot' | 'project'>): Target {
  if (project === null) return workspaceWide;
  const inProject = { kind: 'project' as const, id: project };
  return { path: bot === null ? [inProject] : [{ kind: 'bot', id: bot }, inProject] };
}

/** Every subject by workspace and person, as a process holds those that it has read. */
export function subjectsOf(
  world: World,
): ReadonlyMap<string, { scheme: SchemeKey; subjects: ReadonlyMap<string, Subject> }> {
  return new Map(
    world.workspaces.map(({ id, scheme, members }) => [
      id,
      { scheme, subjects: new Map(members.map(({ personId, subject }) => [personId, subject])) },
    ]),
  );
}
