import type { Cast, Group, Player } from './cast.ts';
import { HELP } from './guide.ts';
import { createNews, type Piece } from './news.ts';
import { type Order, readOrder } from './orders.ts';
import { type Look, type ShownMessage, shownMessage } from './show.ts';
import type { Stage } from './stage.ts';

/** One terminal at which one person after another is played. */
export interface Desk {
  /** Who the next line is typed by, and where: `Anna`, `Anna in Team`. */
  who(): string;
  /** Does what a line asks for and shows what came of it. False: the line was to quit. */
  enforce(line: string): Promise<boolean>;
  /** Shows what has happened since it was last looked. */
  refresh(): void;
}

export interface DeskParts {
  readonly stage: Stage;
  readonly cast: Cast;
  readonly look: Look;
  readonly print: (text: string) => void;
}

/** Begins as the first person of the cast, in their private chat with the bot. */
export function createDesk({ stage, cast, look, print }: DeskParts): Desk {
  const { control, bot } = stage.telegram;
  const news = createNews(control);
  const [first] = cast.people();
  if (!first) throw new Error('the playground is empty');
  let person: Player = first;
  let group: Group | null = null;

  const chatId = (): number => group?.id ?? person.id;
  const place = (): { chat?: number } => (group ? { chat: group.id } : {});
  const shortId = (message: ShownMessage): number => message.id - stage.firstMessageId + 1;
  const nameOf = (id: number | undefined): string =>
    cast.people().find((one) => one.id === id)?.firstName ??
    control.users().find((one) => one.id === id)?.first_name ??
    'Somebody';

  const show = (message: ShownMessage, remark: string): void => {
    const author = message.fromBot ? 'Castellan' : nameOf(message.fromId);
    const heading = `${look.bold(author)} ${look.dim(`#${shortId(message)}${remark}`)}`;
    print(`\n${shownMessage(message, heading, look)}`);
  };
  const showPiece = ({ kind, message }: Piece): void => {
    if (!message.fromBot && (message.fromId === person.id || message.text === '')) return;
    if (kind === 'deleted') print(look.dim(`\nMessage #${shortId(message)} is gone.`));
    else show(message, kind === 'edited' ? ' · changed' : '');
  };
  const refresh = (): void => {
    for (const piece of news.take(chatId())) showPiece(piece);
    for (const text of news.toasts(person.id)) print(`\n${look.bold('»')} ${text}`);
    for (const id of news.elsewhere(chatId())) {
      const other = cast.groups().find((one) => one.id === id);
      const whose = other ? `In ${other.title} there is` : `${nameOf(id)} has`;
      const way = other ? `:in ${other.title}` : `:as ${nameOf(id).toLowerCase()}`;
      print(look.dim(`\n✉ ${whose} a new message: ${way}`));
    }
  };
  const enter = (): void => {
    print(look.dim(`\n— ${who()} —`));
    if (news.take(chatId()).map(showPiece).length === 0) showLast();
  };
  const showLast = (): void => {
    const last = control.lastFromBot(chatId());
    if (last) show(last, '');
    else print(look.dim('The bot has written nothing here yet. Say /start, or open an invitation link.'));
  };
  const who = (): string => (group ? `${person.firstName} in ${group.title}` : person.firstName);

  const playerOf = (name: string): Player => {
    const found = cast.find(name);
    if (!found) throw new Error(`There is nobody called ${name}. :people lists who there is.`);
    return found;
  };
  const messageOf = (number: number): ShownMessage => {
    const found = control.message(chatId(), number + stage.firstMessageId - 1);
    if (!found) throw new Error(`There is no message #${number} here.`);
    return found;
  };

  const press = (number: number | null, button: number): void => {
    const message =
      number === null
        ? control.messages(chatId()).findLast((one) => one.buttons.length > 0 && !one.deleted)
        : messageOf(number);
    const places = message?.buttons.flatMap((row, r) => row.map((one, c) => ({ one, row: r, col: c }))) ?? [];
    const found = places[button - 1];
    if (!message || !found)
      throw new Error(`There is no button ${button} here. To say the number itself: :say ${button}`);
    if (found.one.url === undefined) control.press(person.id, message, { row: found.row, col: found.col });
    else follow(found.one.url);
  };
  const follow = (url: string): void => {
    const order = readOrder(url, bot.username);
    if (order.kind === 'open') control.openLink(person.id, order.payload);
    else {
      const shared = new URL(url).searchParams.get('url');
      print(
        shared === null
          ? `This button opens ${url}`
          : `Telegram now asks whom to send this to:\n  ${shared}\nBe that person (:as …) and paste it.`,
      );
    }
  };
  const pick = (names: readonly string[]): void => {
    const request = control
      .messages(person.id)
      .flatMap(({ keyboard }) => keyboard.flat())
      .findLast(({ request_users }) => request_users !== undefined)?.request_users;
    if (!request) throw new Error('The bot has not asked you to choose people.');
    const ids = names.map((name) => playerOf(name).id);
    control.pickUsers(person.id, request.request_id, ids);
  };
  const contact = (name: string | null): void => {
    const of = name === null ? person : playerOf(name);
    const phone = `+38050${String(of.id % 10_000_000).padStart(7, '0')}`;
    control.shareContact(person.id, { phone, firstName: of.firstName, userId: of.id }, place());
  };
  const goIn = (name: string): void => {
    const found = cast.findGroup(name);
    if (name === 'private') group = null;
    else if (!found) throw new Error(`There is no group ${name}. Make it: :group ${name} anna boris`);
    else if (!found.members.includes(person.id))
      throw new Error(`${person.firstName} is not in ${found.title}.`);
    else group = found;
    enter();
  };
  const listPeople = (): void => {
    for (const one of cast.people()) {
      const mark = one.id === person.id ? '→' : ' ';
      const username = one.username === undefined ? '' : ` @${one.username}`;
      print(`${mark} ${one.firstName}${username} (${one.languageCode})`);
    }
    for (const { title, members } of cast.groups())
      print(`  ${title}: ${members.map((id) => nameOf(id)).join(', ')}`);
  };

  const executeSystemAct = async (order: Order): Promise<void> => {
    switch (order.kind) {
      case 'say':
        control.write(person.id, order.text, place());
        break;
      case 'reply':
        control.write(person.id, order.text, { ...place(), replyTo: messageOf(order.message).id });
        break;
      case 'press':
        press(order.message, order.button);
        break;
      case 'open':
        group = null;
        control.openLink(person.id, order.payload);
        break;
      case 'as':
        person = playerOf(order.name);
        if (!group?.members.includes(person.id)) group = null;
        enter();
        break;
      case 'in':
        goIn(order.place);
        break;
      case 'new-person': {
        const { name, language, username } = order;
        const given = {
          firstName: name,
          languageCode: language,
          ...(username !== undefined && { username }),
        };
        person = await cast.addPerson(given);
        group = null;
        enter();
        break;
      }
      case 'group':
        group = await cast.addGroup(order.title, order.members.map(playerOf));
        if (!group.members.includes(person.id)) group = null;
        else print(look.dim(`\n— ${who()} —`));
        break;
      case 'contact':
        contact(order.of);
        break;
      case 'forward':
        control.forward(person.id, { originUser: playerOf(order.of).id, text: order.text }, place());
        break;
      case 'pick':
        pick(order.names);
        break;
      case 'block':
        control.block(person.id);
        break;
      case 'unblock':
        control.unblock(person.id);
        break;
      case 'people':
        listPeople();
        break;
      case 'menu':
        for (const { command, description } of control.commandMenu(person.id, chatId()))
          print(`/${command}  ${look.dim(description)}`);
        break;
      case 'again':
        showLast();
        break;
      case 'help':
        print(HELP);
        break;
      case 'wrong':
        print(order.why);
        break;
      case 'nothing':
      case 'quit':
        break;
    }
  };

  return {
    who,
    refresh,
    async enforce(line) {
      const order = readOrder(line, bot.username);
      try {
        await executeSystemAct(order);
        await stage.settled();
        await cast.keep();
      } catch (error) {
        print(error instanceof Error ? error.message : String(error));
      }
      refresh();
      return order.kind !== 'quit';
    },
  };
}
