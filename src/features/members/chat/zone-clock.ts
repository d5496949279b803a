/** The moment at which clocks of a zone show what those of UTC show at `shown`. */
export function inZone(shown: Date, timeZone: string): Date {
  const first = new Date(shown.getTime() - aheadOfUtc(shown, timeZone));
  // The zone may have moved its clocks between the two.
  return new Date(shown.getTime() - aheadOfUtc(first, timeZone));
}

/** By how many milliseconds clocks of a zone are ahead of UTC at a moment without parts of a second. */
function aheadOfUtc(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const [year, month, day] = [read('year'), read('month') - 1, read('day')];
  return Date.UTC(year, month, day, read('hour'), read('minute'), read('second')) - at.getTime();
}

/** What clocks of a zone show at a moment, as a time of UTC without parts of a second. */
export function shownIn(at: Date, timeZone: string): Date {
  const whole = new Date(Math.floor(at.getTime() / 1000) * 1000);
  return new Date(whole.getTime() + aheadOfUtc(whole, timeZone));
}
