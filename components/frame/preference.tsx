type Props = {
  name: "locale" | "theme";
  value: string;
  label: string;
  /** Said before the label to screen readers: 语言, 外观. */
  group: string;
  pressed?: boolean;
  lang?: string;
};

/** One wish of the reader, kept in a cookie by a plain POST that comes back to the same page. */
export function Preference({ name, value, label, group, pressed, lang }: Props) {
  return (
    <form action="/preferences" method="post">
      <button
        type="submit"
        name={name}
        value={value}
        lang={lang}
        aria-pressed={pressed}
        className="inline-flex min-h-11 items-center px-2 whitespace-nowrap text-ink-soft underline-offset-4 hover:text-tea hover:underline aria-pressed:font-semibold aria-pressed:text-ink"
      >
        <span className="sr-only">{group} </span>
        {label}
      </button>
    </form>
  );
}
