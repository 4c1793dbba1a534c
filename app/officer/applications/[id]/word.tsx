import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { wordOf } from "@/lib/applications/case";
import type { WholeApplication } from "@/lib/applications/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant } from "@/lib/i18n/format";

type Props = { asker: Asker; application: WholeApplication; locale: Locale };

/** The household's own word: how it was given, what shows it, who wrote it down and when. */
export async function HouseholdsWord({ asker, application: a, locale }: Props) {
  const { applications: w, cases, words } = dictionary(locale);
  const c = cases.word;
  const word = await wordOf(asker, a);
  if (!a.consentHow)
    return (
      <Card title={w.word}>
        <p className="text-amber">{w.wordNone}</p>
      </Card>
    );
  const evidence = "consentEvidence" in a ? a.consentEvidence : null;
  const photos = word?.photos ?? [];
  return (
    <Card title={w.word}>
      <DefinitionList
        items={[
          { term: w.wordHow, value: words.consentWay[a.consentHow] },
          { term: w.wordEvidence, value: a.consentHow === "code" ? c.codeRead : evidence },
          {
            term: c.witnesses,
            value: word?.witnesses.length ? (
              <ul>
                {word.witnesses.map(({ name, reach }) => (
                  <li key={name}>{c.witness(name, reach)}</li>
                ))}
              </ul>
            ) : null,
          },
          { term: c.by, value: word?.by },
          { term: c.through, value: word?.slipBy && c.slipBy(word.slipBy) },
          { term: c.at, value: word?.at && formatInstant(locale, word.at, true) },
        ]}
      />
      {word?.slipBy && <p className="mt-2 text-amber">{c.slipNote}</p>}
      {a.consentHow === "slip" && word && photos.length === 0 && (
        <p className="mt-2 text-amber">{c.unseen}</p>
      )}
      {photos.length > 0 && (
        <div className="mt-2">
          {photos.map(({ id }, i) => (
            <TextLink key={id} rel="external" href={`/files/${id}`} className="mr-4 target">
              {c.photo(i + 1)}
            </TextLink>
          ))}
          <p className="text-sm text-ink-soft">{c.photoLogged}</p>
        </div>
      )}
    </Card>
  );
}
