/** The id of the person whom a recorded id means now: of two who were merged one is left. */
export function personNow(id: string): string {
  return `coalesce((select person_id from former_persons where id = ${id}), ${id})`;
}
