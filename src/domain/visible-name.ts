import { mixesLookAlikes } from './mixed-scripts.ts';
import { isVisibleText, plainText } from './plain-text.ts';
import { Refusal } from './refusal.ts';

/** What a person sees as one character each; screens show names up to this length whole. */
const MAX_GRAPHEMES = 64;
/** The store's own check on a name, in code points: stacked marks make one grapheme out of many. */
const MAX_CODE_POINTS = 128;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The name of a workspace, project, bot or channel from what a person typed: one line, 1–64 graphemes, nothing invisible.
 * Throws `Refusal`: `name_mixes_scripts` where a word mixes scripts that look alike, `workspace_name` on anything else.
 */
export function visibleName(typed: string): string {
  const name = plainText(typed);
  const length = [...graphemes.segment(name)].length;
  if (!isVisibleText(name) || length > MAX_GRAPHEMES || [...name].length > MAX_CODE_POINTS)
    throw new Refusal('workspace_name');
  if (mixesLookAlikes(name)) throw new Refusal('name_mixes_scripts');
  return name;
}
