import { goHome } from '../../../chat/actions/core-actions.ts';
import type { Handlers } from '../../../chat/actions/handler.ts';
import type { Command } from '../../../chat/command.ts';
import type { Context } from '../../../chat/context.ts';
import { decided, type Outcome } from '../../../chat/plan.ts';
import type { Screen } from '../../../chat/reply.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Language } from '../../../domain/state.ts';
import type * as actions from './actions.ts';
import { setLanguage } from './actions.ts';

/** `/language [language]`: which language Castellan speaks to the person. */
export const languageCommand: Command = {
  name: 'language',
  where: 'both',
  needs: null,
  run: (ctx, line) =>
    decided(() => {
      if (line.text === '') return { screen: languageScreen(ctx) };
      const language = languageNamed(ctx, line.text);
      if (language) return speak(ctx, language);
      const screen = languageScreen(ctx);
      const note = ctx.t.rich('language-unknown', { typed: line.text, languages: spokenHere(ctx) });
      return { screen: { ...screen, text: [...note, '\n\n', ...screen.text] } };
    }),
};

/** The choice of a language, by buttons. */
export const languageHandlers = {
  /** The button of one language. */
  setLanguage: (ctx, { language: key }) =>
    decided(() => {
      const language = languageNamed(ctx, key);
      if (!language) throw new Refusal('button_stale');
      return speak(ctx, language);
    }),
} satisfies Partial<Handlers<typeof actions>>;

function languageNamed({ t }: Context, typed: string): Language | null {
  const wanted = typed.trim().toLowerCase();
  return t.languages.find((key) => key === wanted || nameOf(key).toLowerCase() === wanted) ?? null;
}

function spokenHere({ t }: Context) {
  return t.list(t.languages.map(nameOf));
}

/** A language by its own name, whatever is spoken now. */
function nameOf(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(language) + rest.join('');
}

/** The choice is kept, and the answer already speaks it. */
function speak(ctx: Context, language: Language): Outcome {
  const spoken: Context = {
    ...ctx,
    t: ctx.translator({ language, timeZone: ctx.t.timeZone }),
    person: { ...ctx.person, language },
  };
  return {
    changes:
      language === ctx.person.language
        ? []
        : [{ kind: 'person.language', personId: ctx.person.id, language }],
    screen: languageScreen(spoken),
  };
}

function languageScreen(ctx: Context): Screen {
  const choices = ctx.t.languages.map((key) =>
    ctx.button(key === ctx.person.language ? `✓ ${nameOf(key)}` : nameOf(key), setLanguage, {
      language: key,
    }),
  );
  return {
    text: ctx.t.rich('language'),
    buttons: [choices, [ctx.button(ctx.t.text('button-home'), goHome)]],
  };
}
