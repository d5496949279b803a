import type { CompiledScheme } from '../../../access/compile.ts';
import { presetKeys } from '../../../access/presets.ts';
import type { Context } from '../../../chat/context.ts';
import { displayName } from '../../../chat/display-name.ts';
import type { Translator } from '../../../chat/i18n.ts';
import { mayUse } from '../../../chat/parts/may-run.ts';
import { versionNamed } from '../../../domain/scheme-ref.ts';

/** The schemes that a new workspace may have, in the order of their buttons. */
export function offeredSchemes(ctx: Context): readonly CompiledScheme[] {
  return presetKeys.map((key) => ctx.scheme(key));
}

/** The scheme of the active workspace, for a copy: where it is people's own, and the person may define its roles. */
export function ownScheme(ctx: Context): CompiledScheme | null {
  if (ctx.workspace === null || versionNamed(ctx.workspace.scheme) === null) return null;
  return mayUse(ctx, 'role.define') ? ctx.scheme(ctx.workspace.scheme) : null;
}

/** A scheme's title: the one that people gave it, else in the person's language. */
export function schemeTitle(t: Translator, scheme: string): string {
  const given = t.given(scheme);
  if (given?.title !== undefined) return givenSchemeTitle(t, given.title);
  const key = `scheme-${scheme.replaceAll('_', '-')}`;
  return t.text(given === null && t.has(key) ? key : 'scheme-own');
}

/** A title that people gave a scheme; where a preset is called so, too, it is said whose it is. */
export function givenSchemeTitle(t: Translator, given: string): string {
  const title = displayName(given);
  const isPreset = presetKeys.some((key) => schemeTitle(t, key).toLowerCase() === title.toLowerCase());
  return isPreset ? t.text('scheme-own-named', { title }) : title;
}

/** The offered scheme that a word or title names, whatever its case. */
export function schemeNamed(ctx: Context, typed: string): CompiledScheme | null {
  const wanted = typed.trim().toLowerCase();
  return offeredSchemes(ctx).find((scheme) => namesOf(ctx, scheme).includes(wanted)) ?? null;
}

/**
 * Takes a scheme's name off the end of a line: `Acme company` is Acme with that scheme. Written with a capital it
 * belongs to the name: `Digital Agency` is called so, and the scheme is asked for.
 */
export function splitScheme(ctx: Context, line: string): { name: string; scheme: CompiledScheme | null } {
  for (const scheme of offeredSchemes(ctx)) {
    const ending = namesOf(ctx, scheme).find((name) => line.endsWith(` ${name}`));
    if (ending) return { name: line.slice(0, -ending.length).trim(), scheme };
  }
  return { name: line, scheme: null };
}

function namesOf(ctx: Context, scheme: CompiledScheme): string[] {
  const { key } = scheme.declaration;
  return [key, schemeTitle(ctx.t, key).toLowerCase()];
}
