import { writePosting } from "@/app/enterprise/postings/actions";
import { ChooseKind } from "@/app/enterprise/postings/choose-kind";
import { PostingForm } from "@/app/enterprise/postings/form";
import { postingFormWords } from "@/app/enterprise/postings/form-words";
import { choosablePlaces } from "@/app/record/places";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { postingKinds } from "@/db/words";
import { openRounds } from "@/lib/allotments/queries";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { policyFor } from "@/lib/policy/queries";
import { ownProjects } from "@/lib/projects/own";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ kind?: string }> };

/** First which kind, then the form for it. */
export default async function NewPosting({ searchParams }: Props) {
  const asker = await requireAsker("enterprise");
  const [{ kind: asked }, locale] = await Promise.all([searchParams, currentLocale()]);
  const kind = postingKinds.find((k) => k === asked);
  const [policy, places, projects, rounds] = await Promise.all([
    policyFor(today()),
    choosablePlaces(asker),
    ownProjects(asker),
    openRounds(asker, today()),
  ]);
  const { enterprise: e, postings: p, ui } = dictionary(locale);
  const crumbs = [{ href: "/enterprise", label: e.back }];
  if (!kind || projects.length === 0)
    return (
      <Page width="text">
        <PageHeader
          title={p.form.chooseKind}
          crumbs={crumbs}
          crumbsLabel={ui.breadcrumb}
          lead={p.form.chooseKindLead}
        />
        {projects.length === 0 ? (
          <EmptyState title={p.form.noProjects}>{p.form.noProjectsNote}</EmptyState>
        ) : (
          <ChooseKind locale={locale} />
        )}
      </Page>
    );
  return (
    <Page width="text">
      <PageHeader
        title={p.form.titles[kind]}
        crumbs={crumbs}
        crumbsLabel={ui.breadcrumb}
        lead={
          <TextLink href="/enterprise/postings/new" className="target">
            {p.form.backToKinds}
          </TextLink>
        }
      />
      <PostingForm
        action={writePosting}
        kind={kind}
        words={postingFormWords(locale, policy, rounds)}
        projects={projects.map(({ id, name }) => ({ value: id, label: name }))}
        places={places}
        initial={{
          guaranteed: [String(policy["equity.guaranteedBp"] / 100)],
          second: [String(policy["equity.secondBp"] / 100)],
          surplus: [String(policy["membership.surplusBp"] / 100)],
        }}
        hidden={{}}
        buttons={[
          { sends: "submit", label: p.form.submit },
          { sends: "draft", label: p.form.saveDraft },
        ]}
      />
    </Page>
  );
}
