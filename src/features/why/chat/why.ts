import type { CompiledScheme } from '../../../access/compile.ts';
import { explain } from '../../../access/explain.ts';
import { workspaceWide } from '../../../access/subject.ts';
import type { Right } from '../../../access/vocabulary.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { asks, decided, type Outcome, type Plan, planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { RESOURCE_KINDS, type Resource, targetOf } from '../../../domain/resource.ts';
import type { Actor } from '../../../domain/state.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { resourcesMeant, spoken } from '../../resources/chat/resource-words.ts';
import { inWorkspace } from '../../resources/chat/resources-find.ts';
import { visibilityOf } from '../../resources/visibility.ts';
import type * as actions from './actions.ts';
import { parseWhyLine, type WhyLine } from './why-line.ts';
import { whyActions, whyResources, whyScreen } from './why-screen.ts';

/** `/why publish Shop`: which role or rule decides it for a person who asks, and who can help. */
export const why: Command = {
  name: 'why',
  where: 'both',
  needs: 'membership',
  run: (ctx, line) =>
    planning(() => {
      const { actor, scheme } = inWorkspace(ctx);
      const said = parseWhyLine(line.text, scheme, ctx.t);
      const { rights, name } = said.rights.length > 0 ? said : byCommand(ctx, scheme, line.text);
      if (rights.length === 0)
        return decided(() => ({ screen: whyResources(ctx, scheme, line.text !== '') }));
      return name === ''
        ? explainOrAsk(ctx, actor, scheme, rights)
        : explainAt(ctx, actor, scheme, rights, name);
    }),
};

/** What begins with the word for a command is about what the command does: "invite", "publish Shop". */
function byCommand(ctx: Context, scheme: CompiledScheme, text: string): WhyLine {
  const [word = '', ...rest] = text.trim().split(/\s+/u);
  const command = ctx.commands.alias(word, ctx.t.language);
  if (command === null) return { rights: [], name: '' };
  const said = parseWhyLine([command.name, ...rest].join(' '), scheme, ctx.t);
  const { needs } = command;
  if (said.rights.length > 0 || needs === null || needs === 'membership' || needs === 'leaving') return said;
  // What a command needs before all is only to look at something.
  return needs.endsWith('.view') ? said : { rights: [needs], name: '' };
}

/** The buttons of `/why`. */
export const whyHandlers = {
  /** The actions on one kind of resource. */
  chooseWhyRight: (ctx, { right: place }) =>
    planning(() => {
      const { actor, scheme } = inWorkspace(ctx);
      const right = numbered(scheme, place);
      const resource = right.slice(0, right.indexOf('.') + 1);
      return explainOrAsk(
        ctx,
        actor,
        scheme,
        scheme.rights.filter((one) => one.startsWith(resource)),
      );
    }),
  /** One right, in the workspace. */
  explainRight: (ctx, { right: place }) =>
    planning(() => {
      const { actor, scheme } = inWorkspace(ctx);
      return explainOrAsk(ctx, actor, scheme, [numbered(scheme, place)]);
    }),
  /** The kinds of resources again. */
  chooseWhyResource: (ctx) => decided(() => ({ screen: whyResources(ctx, inWorkspace(ctx).scheme, false) })),
} satisfies Partial<Handlers<typeof actions>>;

/** One right is explained; of several one is chosen. */
function explainOrAsk(ctx: Context, actor: Actor, scheme: CompiledScheme, rights: readonly Right[]): Plan {
  const [right, another] = rights;
  if (right === undefined) throw new Refusal('button_stale');
  return decided(() => ({
    screen:
      another === undefined ? explained(ctx, actor, scheme, right, null) : whyActions(ctx, scheme, rights),
  }));
}

/** On a resource that the person sees; of rights to several kinds of resources, the one to this kind is meant. */
function explainAt(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  rights: readonly Right[],
  name: string,
): Plan {
  const subject = subjectOf(actor.membership, actor.person.id);
  const asked = {
    kinds: RESOURCE_KINDS,
    ids: [],
    text: spoken(name),
    visibility: visibilityOf(scheme, subject, ctx.now),
  };
  return asks(
    { kind: 'resources.find', workspaceId: actor.workspace.id, asked, taken: null },
    ({ resources }): Outcome => {
      const meant = resourcesMeant(name, resources);
      const fitting = meant.filter(({ kind }) => rights.some((right) => right.startsWith(`${kind}.`)));
      const [resource] = fitting.length > 0 ? fitting : meant;
      if (!resource) throw new Refusal('resource_not_found', { values: { name } });
      const right = rights.find((one) => one.startsWith(`${resource.kind}.`)) ?? rights[0];
      if (right === undefined) throw new Refusal('button_stale');
      return { screen: explained(ctx, actor, scheme, right, resource) };
    },
  );
}

function explained(
  ctx: Context,
  actor: Actor,
  scheme: CompiledScheme,
  right: Right,
  resource: Resource | null,
) {
  const subject = subjectOf(actor.membership, actor.person.id);
  const target = resource === null ? workspaceWide : targetOf(resource);
  return whyScreen(ctx, scheme, {
    right,
    resource,
    explanation: explain(scheme, subject, right, target, ctx.now),
  });
}

function numbered(scheme: CompiledScheme, text: string | undefined): Right {
  const right = scheme.rights[Number.parseInt(text ?? '', 36)];
  if (right === undefined) throw new Refusal('button_stale');
  return right;
}
