import { PostingTags } from "@/components/postings/posting-tags";
import { needLine, sizeText } from "@/components/postings/words";
import { type Column, ResponsiveTable } from "@/components/ui/responsive-table";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatDay } from "@/lib/i18n/format";
import type { Posting } from "@/lib/postings/queries";

type Props = { t: Dictionary; locale: Locale; postings: readonly Posting[]; caption: string };

/** Open postings as anyone may read them. */
export function PostingTable({ t, locale, postings, caption }: Props) {
  const { openings: o } = t;
  const columns: Column<Posting>[] = [
    {
      key: "posting",
      label: o.posting,
      look: "lead",
      cell: (posting) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <PostingTags kind={posting.kind} locale={locale} />
          <TextLink href={`/postings/${posting.id}`} className="target sm:-my-1">
            {posting.title}
          </TextLink>
        </span>
      ),
    },
    {
      key: "terms",
      label: o.terms,
      cell: (posting) => (
        <>
          {needLine(locale, posting)}
          <span className="block text-sm text-ink-soft">{posting.enterpriseName}</span>
        </>
      ),
    },
    { key: "where", label: o.where, cell: (posting) => `${posting.townName} ${posting.villageName}` },
    {
      key: "left",
      label: o.left,
      look: "number",
      cell: (posting) => sizeText(locale, posting.kind, posting.capacity - posting.taken),
    },
    {
      key: "closes",
      label: o.closes,
      look: "number",
      cell: (posting) => formatDay(locale, posting.closesOn),
    },
  ];
  return (
    <ResponsiveTable caption={caption} columns={columns} rows={postings} rowKey={(posting) => posting.id} />
  );
}
