import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { asked } from "@/app/asked";
import { mayEnter } from "@/app/register/may-enter";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { knownCode } from "@/lib/enterprises/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { searchParams: Promise<{ code?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).enterprises.known.title };
}

/** Somebody has registered with this code: what is known of it in public, and the ways on. */
export default async function KnownCode({ searchParams }: Props) {
  const [, { code = "" }, locale] = await Promise.all([
    mayEnter(),
    searchParams.then(asked),
    currentLocale(),
  ]);
  const known = await knownCode(code);
  if (!known) return redirect("/register");
  const { known: k } = dictionary(locale).enterprises;
  return (
    <Page width="text">
      <PageHeader title={k.title} lead={k.code(code)} />
      <p>{known.shown ? k.shown(known.shown.name) : k.states[known.state]}</p>
      <h2 className="mt-6 text-lg">{k.way}</h2>
      <ul className="mt-2 mb-6 list-disc pl-6">
        {k.ways.map((way) => (
          <li key={way} className="py-1">
            {way}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/sign-in">{k.signIn}</LinkButton>
        {known.shown && (
          <LinkButton tone="plain" href={`/directory/enterprises/${known.shown.id}`}>
            {k.see}
          </LinkButton>
        )}
        <LinkButton tone="plain" href="/register">
          {k.back}
        </LinkButton>
      </div>
    </Page>
  );
}
