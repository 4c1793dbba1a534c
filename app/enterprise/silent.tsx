import { confirmOwn } from "@/app/enterprise/confirm";
import { Banner } from "@/components/ui/banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import type { Policy } from "@/lib/policy/policy";
import type { Posting } from "@/lib/postings/queries";
import { closesForSilenceOn } from "@/lib/postings/silent";

type Props = { postings: readonly Posting[]; policy: Policy; locale: Locale };

/** Needs nobody has said a word on for long, each with the button that is such a word. Nothing when there are none. */
export function Silent({ postings, policy, locale }: Props) {
  const warned = postings.flatMap((posting) => {
    const day = posting.state === "published" ? closesForSilenceOn(posting, policy) : null;
    return day ? [{ ...posting, day }] : [];
  });
  if (warned.length === 0) return null;
  const { silent: s, ui } = dictionary(locale);
  return (
    <Banner tone="waiting">
      <h2 className="font-semibold">{s.title}</h2>
      <p>{s.lead}</p>
      <ul className="mt-2 divide-y divide-line">
        {warned.map(({ id, title, day }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
            <span>
              <TextLink href={`/enterprise/postings/${id}`} className="target">
                {title}
              </TextLink>{" "}
              <span className="text-ink-soft">{s.closes(formatDay(locale, day))}</span>
            </span>
            <form action={confirmOwn}>
              <input type="hidden" name="id" value={id} />
              <SubmitButton tone="plain" pendingLabel={ui.working}>
                {s.still}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
