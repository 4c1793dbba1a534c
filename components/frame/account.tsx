import { Menu } from "@/components/frame/menu";
import { TextLink } from "@/components/ui/text-link";
import type { Asker } from "@/lib/access/asker";
import type { Dictionary } from "@/lib/i18n/dictionary";

type Props = {
  t: Dictionary;
  asker: Pick<Asker, "role" | "name">;
  signOut: () => Promise<void>;
  /** A menu of its own, or part of one that is open. */
  asMenu?: boolean;
};

/** Who is signed in, and how to leave. */
export function Account({ t, asker, signOut, asMenu }: Props) {
  const f = t.frame;
  if (asker.role === "public" || asker.role === "system")
    return (
      <TextLink href="/sign-in" className="inline-flex min-h-11 items-center px-2">
        {f.signIn}
      </TextLink>
    );
  const inside = (
    <>
      <p className="px-2 text-sm text-ink-soft">{t.words.role[asker.role]}</p>
      <TextLink href="/account" className="flex min-h-11 items-center px-2">
        {t.users.account.title}
      </TextLink>
      <form action={signOut} data-leaves>
        <button
          type="submit"
          className="flex min-h-11 items-center px-2 text-tea underline underline-offset-4"
        >
          {f.signOut}
        </button>
      </form>
    </>
  );
  if (!asMenu)
    return (
      <>
        <p className="px-2">{f.signedInAs(asker.name)}</p>
        {inside}
      </>
    );
  return (
    <Menu
      className="relative"
      labelClassName="flex min-h-11 max-w-48 items-center rounded px-2 hover:text-tea"
      label={
        <>
          <span className="sr-only">{f.account} </span>
          <span className="truncate">{asker.name}</span>
          <span aria-hidden className="ml-1 text-ink-soft">
            ▾
          </span>
        </>
      }
    >
      <div className="absolute right-0 z-10 mt-1.5 min-w-44 rounded border border-line bg-surface p-2 shadow-float">
        {inside}
      </div>
    </Menu>
  );
}
