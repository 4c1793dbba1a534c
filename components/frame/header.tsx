import { Bell } from "lucide-react";
import { Account } from "@/components/frame/account";
import { Menu } from "@/components/frame/menu";
import { NavLink } from "@/components/frame/nav-link";
import { navigationFor } from "@/components/frame/navigation";
import { Preference } from "@/components/frame/preference";
import { type Locale, locales } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatNumber } from "@/lib/i18n/format";

type Props = {
  t: Dictionary;
  locale: Locale;
  asker: Pick<Asker, "role" | "name">;
  /** Messages not read yet. */
  unread: number;
  /** Ends the session; a server action. */
  signOut: () => Promise<void>;
};

/** Name, where to go, language, account. On a phone the places stand behind one button that needs no script. */
export function Header({ t, locale, asker, unread, signOut }: Props) {
  const f = t.frame;
  const other = locales.find((l) => l !== locale) ?? locale;
  const places = navigationFor(asker.role).map(({ href, place }) => (
    <li key={href}>
      <NavLink href={href}>{f.go[place]}</NavLink>
    </li>
  ));
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-1 px-4 sm:gap-x-4 sm:px-6">
        <a href="/" className="flex min-h-14 items-center gap-2 font-semibold whitespace-nowrap">
          {/* The narrowest phones have room for the name, the bell, the language and the menu in one line. */}
          <Mark className={asker.role === "public" ? "" : "max-[24rem]:hidden"} />
          {f.product}
        </a>
        <nav aria-label={f.mainNavigation} className="ml-2 hidden md:block">
          <ul className="flex">{places}</ul>
        </nav>
        <div className="ml-auto flex items-center">
          {asker.role !== "public" && (
            <a
              href="/messages"
              className="flex min-h-11 min-w-11 items-center justify-center gap-1 hover:text-tea"
            >
              <Bell aria-hidden className="size-5" />
              <span className="sr-only">
                {unread > 0 ? t.messages.titleUnread(formatNumber(locale, unread)) : t.messages.title}
              </span>
              {unread > 0 && (
                <span aria-hidden className="rounded-full bg-seal px-1.5 text-sm leading-5 text-surface">
                  {unread > 99 ? "99+" : unread}
                </span>
              )}
            </a>
          )}
          <Preference
            name="locale"
            value={other}
            group={f.language}
            label={t.words.locale[other]}
            lang={other === "zh" ? "zh-CN" : "en"}
          />
          <div className="hidden md:block">
            <Account t={t} asker={asker} signOut={signOut} asMenu />
          </div>
        </div>
        <Menu
          className="md:hidden"
          label={f.menu}
          labelClassName="flex min-h-11 items-center rounded border border-edge px-3"
        >
          <div className="absolute inset-x-0 z-10 mt-1.5 border-y border-line bg-surface px-4 py-3 shadow-float">
            <nav aria-label={f.mainNavigation}>
              <ul>{places}</ul>
            </nav>
            <div className="mt-2 border-t border-line pt-2">
              <Account t={t} asker={asker} signOut={signOut} />
            </div>
          </div>
        </Menu>
      </div>
    </header>
  );
}

/** Three strokes, one for each money. */
function Mark({ className }: { className: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={`size-6 ${className}`}>
      <path d="M4 5h16v3H4z" className="fill-rent" />
      <path d="M6 10.5h12v3H6z" className="fill-dividend" />
      <path d="M3 16h18v3H3z" className="fill-wage" />
    </svg>
  );
}
