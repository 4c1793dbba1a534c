/**
 * Ids of the demo: shaped like newId's (26 characters, first the time, so that lists in the order of ids stay
 * in the order of time), then a letter for the table and a counter instead of chance.
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function base32(value: number, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32))
    text = alphabet[rest % 32] + text;
  return text;
}

/** @param table one letter of Crockford's alphabet. */
export const demoId = (table: string, counter: number, at: Date): string =>
  base32(at.getTime(), 10) + table + base32(counter, 15);

/** An instant in the county's office hours: 8:30 plus so many minutes, Shanghai time. */
export const officeHour = (day: string, minutes: number): Date =>
  new Date(Date.parse(`${day}T08:30:00+08:00`) + minutes * 60_000);
