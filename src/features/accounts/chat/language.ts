import { type Act, decided, type Outcome } from '../../../chat/act.ts';
import type { Action, Command } from '../../../chat/command.ts';
import type { Screen } from '../../../chat/reply.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Language } from '../../../domain/state.ts';

/** `/language [language]`: which language Castellan speaks to the person. */
export const languageCommand: Command = {
  name: 'language',
  where: 'both',
  needs: null,
  run: (act, line) =>
    decided(() => {
      if (line.text === '') return { screen: languageScreen(act) };
      const language = languageNamed(act, line.text);
      if (language) return speak(act, language);
      const screen = languageScreen(act);
      const note = act.t.rich('language-unknown', { typed: line.text, languages: spokenHere(act) });
      return { screen: { ...screen, text: [...note, '\n\n', ...screen.text] } };
    }),
};

/** The button of one language. */
export const languageAction: Action = {
  verb: 'lg',
  run: (act, [key = '']) =>
    decided(() => {
      const language = languageNamed(act, key);
      if (!language) throw new Refusal('button_stale');
      return speak(act, language);
    }),
};

function languageNamed({ t }: Act, typed: string): Language | null {
  const wanted = typed.trim().toLowerCase();
  return t.languages.find((key) => key === wanted || nameOf(key).toLowerCase() === wanted) ?? null;
}

function spokenHere({ t }: Act) {
  return t.list(t.languages.map(nameOf));
}

/** A language by its own name, whatever is spoken now. */
function nameOf(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(language) + rest.join('');
}

/** The choice is kept, and the answer already speaks it. */
function speak(act: Act, language: Language): Outcome {
  const spoken: Act = {
    ...act,
    t: act.translator({ language, timeZone: act.t.timeZone }),
    person: { ...act.person, language },
  };
  return {
    changes:
      language === act.person.language
        ? []
        : [{ kind: 'person.language', personId: act.person.id, language }],
    screen: languageScreen(spoken),
  };
}

function languageScreen(act: Act): Screen {
  const choices = act.t.languages.map((key) =>
    act.button(key === act.person.language ? `✓ ${nameOf(key)}` : nameOf(key), 'lg', key),
  );
  return {
    text: act.t.rich('language'),
    buttons: [choices, [act.button(act.t.text('button-home'), 'hm')]],
  };
}
