import { Preference } from "@/components/frame/preference";
import { type Theme, themes } from "@/components/frame/themes";
import { TextLink } from "@/components/ui/text-link";
import type { Dictionary } from "@/lib/i18n/dictionary";

/** Where the data comes from, that people are invented, and how the page should look. */
export function Footer({ t, theme, demo }: { t: Dictionary; theme: Theme; demo: boolean }) {
  const f = t.frame;
  return (
    <footer className="border-t border-line">
      <div className="mx-auto grid max-w-page gap-3 px-4 py-6 text-sm text-ink-soft sm:px-6">
        {demo && <p>{f.demo}</p>}
        <p translate="no" className="max-w-4xl">
          {f.credits}
        </p>
        <p>
          <TextLink href="/help" className="mr-5 target">
            {t.help.title}
          </TextLink>
          <TextLink href="/policy" className="target">
            {t.policy.title}
          </TextLink>
        </p>
        <div className="-mx-2 flex flex-wrap items-center">
          <span aria-hidden className="px-2">
            {f.appearance}
          </span>
          {themes.map((value) => (
            <Preference
              key={value}
              name="theme"
              value={value}
              group={f.appearance}
              label={f.appearances[value]}
              pressed={value === theme}
            />
          ))}
        </div>
      </div>
    </footer>
  );
}
