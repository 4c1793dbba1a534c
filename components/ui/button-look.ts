export type ButtonTone = "primary" | "plain" | "danger" | "quiet";

/** What a button looks like (app/globals.css), whether it is a button, a link or a summary. 44 px high at least. */
export const buttonLook = (tone: ButtonTone = "primary", wide = false): string =>
  `button button-${tone}${wide ? " w-full" : ""}`;
