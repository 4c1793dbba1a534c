import { PostingTags } from "@/components/postings/posting-tags";
import { type Locale, postingKinds } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

/** A door for each kind, each the whole width of a phone. */
export function ChooseKind({ locale }: { locale: Locale }) {
  const { kinds } = dictionary(locale).postings.form;
  return (
    <ul className="grid gap-3">
      {postingKinds.map((kind) => (
        <li key={kind}>
          <a
            href={`/enterprise/postings/new?kind=${kind}`}
            className="grid gap-1 rounded border border-edge bg-surface p-5 hover:border-tea"
          >
            <span className="flex flex-wrap items-center gap-3">
              <span className="text-lg font-semibold text-tea">{kinds[kind].title}</span>
              <PostingTags kind={kind} locale={locale} />
            </span>
            <span className="text-ink-soft">{kinds[kind].says}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
