import { join } from "@/components/ui/join";

export type ButtonTone = "primary" | "plain" | "danger" | "quiet";

const tones: Record<ButtonTone, string> = {
  primary: "border-tea bg-tea text-on-tea hover:border-tea-deep hover:bg-tea-deep",
  plain: "border-edge bg-surface text-ink hover:border-tea hover:text-tea",
  danger: "border-seal bg-surface text-seal hover:bg-seal-soft",
  quiet: "border-transparent bg-transparent text-tea underline underline-offset-4 hover:text-tea-deep",
};

/** What a button looks like, whether it is a button, a link or a summary. 44 px high at least. */
export const buttonLook = (tone: ButtonTone = "primary", wide = false): string =>
  join(
    "button inline-flex min-h-11 items-center justify-center gap-2 rounded border px-4 py-2 text-center",
    "font-semibold transition-colors duration-100 disabled:opacity-60 aria-disabled:opacity-60",
    tones[tone],
    wide && "w-full",
  );
