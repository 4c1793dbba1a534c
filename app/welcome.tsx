import { dismiss } from "@/app/help/actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { dictionary } from "@/lib/i18n/dictionary";
import { homeOf } from "@/lib/users/users";
import { isNew } from "@/lib/users/welcome";

/** The first hints on a home page, until they are put away. */
export async function Welcome({ asker, locale }: { asker: Asker; locale: Locale }) {
  if (asker.role === "public" || asker.role === "system" || !(await isNew(asker))) return null;
  const { help: t, ui } = dictionary(locale);
  return (
    <aside aria-label={t.welcome} className="mb-6 rounded border border-tea bg-tea-soft p-4 print:hidden">
      <p className="font-semibold">{t.welcome}</p>
      <p>{t.welcomeLead}</p>
      <ol className="mt-2 list-inside list-decimal">
        {t.guides[asker.role].steps.slice(0, 3).map((step) => (
          <li key={step.title}>{step.title}</li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <TextLink href={`/help/${asker.role}`} className="target">
          {t.read}
        </TextLink>
        <form action={dismiss}>
          <input type="hidden" name="back" value={homeOf(asker)} />
          <SubmitButton tone="plain" pendingLabel={ui.working}>
            {t.dismiss}
          </SubmitButton>
        </form>
      </div>
    </aside>
  );
}
