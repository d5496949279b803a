import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LANGUAGES, type Language } from '../../src/domain/state.ts';

/** Our catalogues in a folder of their own, and a German one that somebody has just begun. */
export interface DraftLanguage {
  readonly root: URL;
  /** The list of languages with the line for German, and without. */
  readonly languages: readonly Language[];
  readonly others: readonly Language[];
  /** German, as if the list had it: the type comes from the list. */
  readonly german: Language;
  remove(): Promise<void>;
}

const TEXTS = `
home-newcomer = Hallo, { $person }! Ich verwalte Arbeitsbereiche im Chat.
home =
    Hallo, { $person }!
    Du bist in [b]{ $workspace }[/b]. Deine Rolle: { $roles }.
unknown-command = Den Befehl /{ $name } gibt es nicht.
button-home = 🏠 Startseite
button-cancel = ✖️ Abbrechen
button-command-help = ❔ Hilfe
button-command-members = 👥 Mitglieder
command-help = Alle Befehle, oder wie man einen schreibt
command-members = Wer zum Arbeitsbereich gehört
command-invite = Jemanden einladen
command-new = Einen Arbeitsbereich anlegen
command-language = In welcher Sprache ich mit dir spreche
help = Das kannst du hier tun:
language = Ich spreche Deutsch mit dir.
`;

const WORDS = `
command-help-words = hilfe
command-members-words = mitglieder, leute
command-new-words = anlegen
command-invite-words = einladen
words-for = für
words-unit-day = tag*
`;

/** Makes the folder. Twenty keys are German. */
export async function draftLanguage(): Promise<DraftLanguage> {
  const folder = await mkdtemp(join(tmpdir(), 'castellan-locales-'));
  await cp(new URL('../../locales/', import.meta.url), folder, { recursive: true });
  await rm(join(folder, 'de'), { recursive: true, force: true });
  await mkdir(join(folder, 'de'));
  await writeFile(join(folder, 'de', 'draft.ftl'), TEXTS);
  await writeFile(join(folder, 'de', 'words.ftl'), WORDS);
  const german = 'de' as string as Language;
  const others = LANGUAGES.filter((language) => language !== german);
  return {
    root: pathToFileURL(`${folder}/`),
    languages: [...others, german],
    others,
    german,
    remove: () => rm(folder, { recursive: true }),
  };
}
