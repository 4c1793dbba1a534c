import { postingFacts } from "@/components/postings/words";
import { DefinitionList } from "@/components/ui/definition-list";
import type { Locale } from "@/db/words";
import type { Posting } from "@/lib/postings/queries";

/** A posting in full. What the enterprise wrote keeps its line breaks. */
export function PostingFacts({ posting, locale }: { posting: Posting; locale: Locale }) {
  const items = postingFacts(locale, posting).map(({ term, value }) => ({
    term,
    value: value && <span className="whitespace-pre-line">{value}</span>,
  }));
  return <DefinitionList items={items} />;
}
