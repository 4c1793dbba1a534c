/** Where time enters. Rules take `today` as an argument; only doors and the minute job ask here. */

const shanghaiDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day in the county at an instant, as YYYY-MM-DD. */
export const dayOf = (at: Date): string => shanghaiDay.format(at);

/**
 * Today in the county. SANJIN_TODAY moves it for tests and demonstrations.
 * @throws Error in live mode, where time must not be moved, and for a value that is not a date.
 */
export function today(): string {
  const moved = process.env.SANJIN_TODAY;
  if (!moved) return dayOf(new Date());
  if (process.env.SANJIN_MODE === "live") throw new Error("SANJIN_TODAY is refused in live mode");
  if (!isDay(moved)) throw new Error("SANJIN_TODAY must be a date like 2026-11-23");
  return moved;
}

/** Whether a text is a real date written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A day some days later (or earlier, when negative). */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The same day some years later (or earlier, when negative); of a leap day the day before. */
export function addYears(day: string, years: number): string {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
  return isDay(moved) ? moved : `${moved.slice(0, 8)}28`;
}

/** Days since 1970, by a date's digits: asked millions of times, and reading it as an instant takes far longer. */
const dayNumber = (day: string): number =>
  Date.UTC(digits(day, 0, 4), digits(day, 5, 7) - 1, digits(day, 8, 10)) / 86_400_000;

function digits(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) n = n * 10 + text.charCodeAt(i) - 48;
  return n;
}

/** Days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The month of a day as a bit: January = 1 … December = 2048. */
export const monthBit = (day: string): number => 1 << (Number(day.slice(5, 7)) - 1);

/** Completed years between a birth date and a day. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
