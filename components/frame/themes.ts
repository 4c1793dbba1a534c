export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** A text as a theme we have, else the system's. */
export const themeOf = (text: string | undefined): Theme =>
  themes.find((theme) => theme === text) ?? "system";
