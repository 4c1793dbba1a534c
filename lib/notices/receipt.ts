/** How many characters of an objection's id its receipt has: 40 random bits, too many to try. */
const secretLength = 8;

/** What an objector writes down: the notice's number, as on the board, and the end of the objection's id. */
export const receiptOf = (noticeNumber: string, id: string): string =>
  `${noticeNumber}-${id.slice(-secretLength)}`;

/** A receipt as people type it, spaces, small letters and look-alikes (O, I, L) and all; null when it is none. */
export function readReceipt(typed: string): { number: string; end: string } | null {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const found = /^(\d{4})(\d{6,})([0-9A-Z]{8})$/.exec(plain);
  return found ? { number: `${found[1]}-${found[2]}`, end: found[3] ?? "" } : null;
}
