import { StoryBroken } from '../actor.ts';
import type { Trio } from './trio.ts';

/** What does not work: another's button, a forged one, an update that comes a second time. */
export async function tellLimits({ narrator, control, settled, anna, boris }: Trio): Promise<void> {
  narrator.chapter('In a group, a button made for Anna is of no use to Boris');
  const group = control.createGroup({ title: 'Acme team', members: [anna.id, boris.id] });
  control.addBot(group);
  await settled();
  narrator.screens();
  const here = { group: group.id };
  await anna.says('/bind', here);
  anna.sees('This group now works with Acme', here);
  await anna.says('/members', here);
  anna.sees('Acme: 3 members', here);
  const list = anna.last(here);
  const [button] = list.buttons.flat();
  await boris.pressesOn(list, button?.text ?? '');
  boris.seesToast('Эта кнопка для другого человека');
  await boris.pressesOn(list, { data: 'AAAAAAAAAAAAAAmr' });
  boris.seesToast('Это не моя кнопка');
  anna.sees('Acme: 3 members', here);

  narrator.chapter('An update that is delivered a hundred times more has one effect');
  narrator.act('Anna writes: /invite link designer');
  const { updateId } = control.write(anna.id, '/invite link designer');
  await settled();
  narrator.screens();
  narrator.act('Telegram delivers that a hundred times more, twenty at once');
  const before = control.messages(anna.id).length;
  const statuses = await control.redeliver(updateId ?? 0, 100, { parallel: 20 });
  await settled();
  const after = control.messages(anna.id).length;
  if (after !== before || statuses.some((status) => status !== 200))
    throw new StoryBroken(
      `the update was answered again: ${after - before} more messages, ${statuses.join(' ')}`,
    );
  narrator.check('one link, one answer, a hundred acknowledgements');
}
