/**
 * Eleven digits and more, as a telephone, an ID, a disability card or a bank card has them: also with spaces or
 * hyphens between, in wide digits, or with an X for the last.
 */
const longRun = /\p{Nd}(?:[\s\u00a0-]?\p{Nd}){9,}[\s\u00a0-]?[\p{Nd}Xx\uff38\uff58]/gu;

/** The text with every such run masked, wherever it stands: the first three and the last four stay. */
export const maskLongRuns = (text: string): string =>
  text.replace(longRun, (run) => `${run.slice(0, 3)}${"*".repeat(run.length - 7)}${run.slice(-4)}`);
