/** One line of the result. */
export interface Figure {
  readonly name: string;
  /** What `baseline` was measured on, in the same run. */
  readonly against: string;
  /** What was measured; null where it could not be, with `note` saying why. */
  readonly value: number | null;
  readonly baseline: number | null;
  readonly unit: string;
  /** The ratio of value to baseline must be at least, or at most, `target`; null for information only. */
  readonly bound: 'at least' | 'at most';
  readonly target: number | null;
  readonly note?: string;
}

/** Null also beside a baseline too short for its clock. */
function ratioOf({ value, baseline }: Figure): number | null {
  return value === null || baseline === null || baseline === 0 ? null : value / baseline;
}

/** Null where nothing was measured, or nothing aimed at. */
function isMet(figure: Figure): boolean | null {
  const ratio = ratioOf(figure);
  if (ratio === null || figure.target === null) return null;
  return figure.bound === 'at least' ? ratio >= figure.target : ratio <= figure.target;
}

/** The figure as `--json` prints it. */
export function toJson(figure: Figure): string {
  const { name, against, value, unit, baseline, bound, target } = figure;
  return JSON.stringify({
    name,
    against,
    value,
    unit,
    baseline,
    ratio: ratioOf(figure),
    bound,
    target,
    met: isMet(figure),
  });
}

/** One line that counts the targets met and missed. */
export function toSummary(figures: readonly Figure[]): string {
  const counted = (met: boolean): number => figures.filter((figure) => isMet(figure) === met).length;
  return `${counted(true)} targets met, ${counted(false)} missed`;
}

/** The figures as a table, one a line. */
export function toTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const met = isMet(figure);
    return [
      figure.name,
      shown(figure.value),
      figure.against,
      shown(figure.baseline),
      figure.unit,
      ratioOf(figure)?.toFixed(2) ?? '–',
      figure.target === null ? '–' : `${figure.bound} ${figure.target}`,
      figure.value === null
        ? `not measured: ${figure.note ?? ''}`
        : met === null
          ? ''
          : met
            ? 'met'
            : 'MISSED',
    ];
  });
  const head = ['figure', 'ours', 'beside', 'baseline', 'unit', 'ratio', 'target', ''];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shown(value: number | null): string {
  if (value === null) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
