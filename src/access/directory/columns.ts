/** What stands in every column of a row that is not in use; no row, scheme, chain or thing has this number. */
export const nothing = -1;

/**
 * Room for a row in an array that holds so many numbers a row: the array itself, or a copy half as large again.
 * Rows are numbers side by side in one buffer: as many small objects would take several times the memory, and
 * each question would wait for memory several times.
 */
export function withRoomFor(
  row: number,
  columns: number,
  rows: Int32Array<ArrayBuffer>,
): Int32Array<ArrayBuffer> {
  if ((row + 1) * columns <= rows.length) return rows;
  const larger = new Int32Array((row + 64 + (row >> 1)) * columns);
  larger.set(rows);
  larger.fill(nothing, rows.length);
  return larger;
}
