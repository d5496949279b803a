/**
 * Characters that could make a name pretend to be other text: controls, reordering marks and everything
 * invisible. White space, line breaks included, becomes a space.
 */
const TREACHEROUS =
  /(?![^\S\ufeff]|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The joiners and the variation selectors; whether one stays depends on its neighbours. */
const CONDITIONAL = /\u200c|\u200d|\ufe0e|\ufe0f/gu;

/** What a visible name has besides letters, digits, punctuation and symbols: marks, and nothing that shows as blank. */
const VISIBLE = /(?![\u2800\ufffc\p{Default_Ignorable_Code_Point}])[\p{L}\p{N}\p{P}\p{S}]/u;

const EMOJI_BEFORE_JOINER = /(?:\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}])$/u;
const EMOJI = /^\p{Extended_Pictographic}/u;
const EMOJI_BEFORE_SELECTOR = /\p{Extended_Pictographic}$/u;

/** Viramas of the scripts of India and its neighbours: canonical combining class 9 in Unicode 16. */
const VIRAMA =
  /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed\u{10a3f}\u{11046}\u{11070}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{113ce}-\u{113d0}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{1193d}\u{1193e}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}\u{11f41}\u{11f42}\u{1612f}]$/u;

/** Scripts whose letters join their neighbours (Unicode joining types D, L and R). */
const CURSIVE =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mandaic}\\p{Script=Mongolian}\\p{Script=Phags_Pa}\\p{Script=Manichaean}\\p{Script=Psalter_Pahlavi}\\p{Script=Hanifi_Rohingya}\\p{Script=Sogdian}\\p{Script=Adlam}\\p{Script=Chorasmian}\\p{Script=Old_Uyghur}';
/** Letters that join only the one before them (joining type R), or none: nothing after them can be kept apart. */
const JOINS_NOT_FORWARD =
  '\u0621\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef\u0710\u0715-\u0719\u071e\u0728\u072a\u072c\u072f\u074d';
const JOINS_NOTHING = '\u0621\u0674\u06d5';
const JOINING_BEFORE = new RegExp(`(?=[${CURSIVE}])[^${JOINS_NOT_FORWARD}\\P{L}]\\p{M}*$`, 'u');
const JOINING_AFTER = new RegExp(`^\\p{M}*(?=[${CURSIVE}])[^${JOINS_NOTHING}\\P{L}]`, 'u');

/** Foreign text as one line without anything invisible or reordering; may come out empty. */
export function plainText(text: string): string {
  const clean = text.slice(0, 4096).replace(TREACHEROUS, '');
  return keepNeeded(clean).replace(/\s+/gu, ' ').trim();
}

/** Whether a text has a character that a reader would see. */
export function isVisibleText(text: string): boolean {
  return VISIBLE.test(text);
}

/** Takes out the joiners and selectors that neither a script nor an emoji needs: they only make two names look alike. */
function keepNeeded(text: string): string {
  let kept = '';
  let done = 0;
  for (const { 0: mark, index } of text.matchAll(CONDITIONAL)) {
    kept += text.slice(done, index);
    done = index + mark.length;
    if (isNeeded(mark, kept.slice(-16), text.slice(done, done + 16))) kept += mark;
  }
  return kept + text.slice(done);
}

/** RFC 5892, appendix A.1 and A.2, for the joiners; emoji besides. */
function isNeeded(mark: string, before: string, after: string): boolean {
  switch (mark) {
    case '\u200c':
      return VIRAMA.test(before) || (JOINING_BEFORE.test(before) && JOINING_AFTER.test(after));
    case '\u200d':
      return VIRAMA.test(before) || (EMOJI_BEFORE_JOINER.test(before) && EMOJI.test(after));
    default:
      return EMOJI_BEFORE_SELECTOR.test(before) || after.startsWith('\u20e3');
  }
}
