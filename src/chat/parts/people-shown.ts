import type { Who } from '../../domain/who.ts';
import type { Answer } from '../command.ts';
import { type CommandLine, whoFrom } from '../command-line.ts';

/**
 * The people that an answer shows rather than names: picked, shared, forwarded or replied to. `hidden` where
 * the author of a forward keeps their account to themselves.
 */
export function peopleShown(answer: Answer, line?: CommandLine): readonly Who[] | 'hidden' {
  switch (answer.kind) {
    case 'picked':
      return answer.people.map(whoFrom);
    case 'contact':
      return [
        answer.profile
          ? whoFrom(answer.profile)
          : { kind: 'phone', phone: `+${answer.phone.replace(/\D/g, '')}`, name: answer.name },
      ];
    case 'message':
      if (answer.forwardOf === 'hidden') return 'hidden';
      if (answer.forwardOf) return [whoFrom(answer.forwardOf)];
      return line?.replyTo && !line.words.some(({ kind }) => kind === 'person') ? [line.replyTo] : [];
  }
}
