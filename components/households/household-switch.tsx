import { Users } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import { LinkButton } from "@/components/ui/link-button";
import type { Dictionary } from "@/lib/i18n/dictionary";

type Props = {
  t: Dictionary;
  /** The name the present household is signed in by. */
  present: string;
  others: readonly { sid: string; name: string }[];
  switchTo: (form: FormData) => Promise<void>;
  leave: () => Promise<void>;
};

/** Whose pages these are, and the other households of this phone. Folded until tapped; needs no script. */
export function HouseholdSwitch({ t, present, others, switchTo, leave }: Props) {
  const { ourHome: o, household: h } = t;
  return (
    <details className="no-print group border-b border-line bg-surface">
      <summary className="mx-auto flex min-h-14 max-w-2xl list-none items-center gap-2 px-4 sm:px-6">
        <Users aria-hidden className="size-6 text-tea" />
        <span>{o.others}</span>
        <span aria-hidden className="ml-auto text-ink-soft group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="household-scale mx-auto grid max-w-2xl gap-3 px-4 pb-4 sm:px-6">
        <p>{o.present(h.home(present))}</p>
        <form action={switchTo} data-leaves className="grid gap-3 empty:hidden">
          {others.map(({ sid, name }) => (
            <button key={sid} type="submit" name="sid" value={sid} className={buttonLook("plain", true)}>
              {o.switchTo(h.home(name))}
            </button>
          ))}
        </form>
        <LinkButton tone="plain" wide href="/sign-in?beside=1">
          {o.addOne}
        </LinkButton>
        <p className="text-base text-ink-soft">{o.addLead}</p>
        {others.length > 0 && (
          <form action={leave} data-leaves>
            <button type="submit" className={buttonLook("quiet", true)}>
              {o.leaveOne}
            </button>
          </form>
        )}
      </div>
    </details>
  );
}
