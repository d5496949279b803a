import { z } from 'zod';
import type { WizardKind } from '../../../chat/command.ts';
import { planning } from '../../../chat/plan.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { CHANNEL_MESSENGERS, RESOURCE_KINDS } from '../../../domain/resource.ts';
import { connecting } from './channel-acts.ts';
import { createResource, moving, renaming } from './resource-acts.ts';
import { isOutside } from './resource-line.ts';

const resourceData = z.object({
  purpose: z.enum(['create', 'rename', 'move']),
  kind: z.enum(RESOURCE_KINDS),
  /** What is renamed or moved; for something new the project it is made in. */
  id: z.string().nullable(),
});

/** The next message is a name: of something new, a resource's new one, or of where it moves to. */
export const resourceWizard: WizardKind = {
  name: 'resource',
  reads: (_ctx, stored) => (resourceData.safeParse(stored).data?.purpose === 'move' ? null : 'text'),
  answer: (ctx, stored, answer) =>
    planning(() => {
      const data = resourceData.safeParse(stored).data;
      if (!data) throw new Refusal('button_stale');
      if (answer.kind !== 'message') throw new Refusal('workspace_name');
      const { purpose, kind, id } = data;
      const name = answer.text;
      if (purpose === 'create' && kind !== 'channel')
        return createResource(ctx, kind, name, id === null ? null : { id });
      if (id === null) throw new Refusal('button_stale');
      if (purpose === 'rename') return renaming(ctx, kind, { id }, name);
      if (kind === 'project') throw new Refusal('button_stale');
      return moving(ctx, kind, { id }, isOutside(name, ctx.t) ? null : { name });
    }),
};

const channelData = z.object({ botId: z.string(), messenger: z.enum(CHANNEL_MESSENGERS) });

/** The next message is a token, perhaps with a name after it. It is kept nowhere in between. */
export const channelWizard: WizardKind = {
  name: 'channel',
  reads: () => 'text',
  answer: (ctx, stored, answer) =>
    planning(() => {
      const data = channelData.safeParse(stored).data;
      if (!data) throw new Refusal('button_stale');
      if (answer.kind !== 'message') throw new Refusal('channel_token');
      const [token = '', ...name] = answer.text.trim().split(/\s+/u);
      return connecting(ctx, { id: data.botId }, data.messenger, token, name.join(' '));
    }),
};
