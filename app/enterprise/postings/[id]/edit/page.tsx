import { notFound } from "next/navigation";
import { rewritePosting } from "@/app/enterprise/postings/actions";
import { PostingForm } from "@/app/enterprise/postings/form";
import { postingFormWords } from "@/app/enterprise/postings/form-words";
import { asWritten } from "@/app/enterprise/postings/initial";
import { found } from "@/app/found";
import { choosablePlaces } from "@/app/record/places";
import { Banner } from "@/components/ui/banner";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { openRounds } from "@/lib/allotments/queries";
import { today } from "@/lib/clock/clock";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { policyFor } from "@/lib/policy/queries";
import { changeable } from "@/lib/postings/moves";
import { getPosting } from "@/lib/postings/queries";
import { ownProjects } from "@/lib/projects/own";
import { requireAsker } from "@/lib/users/session";

type Props = { params: Promise<{ id: string }> };

/** The same form with what stands there now. */
export default async function EditPosting({ params }: Props) {
  const asker = await requireAsker("enterprise");
  const [{ id }, locale] = await Promise.all([params, currentLocale()]);
  const posting = await found(getPosting(asker, id));
  const canChange = (changeable as readonly string[]).includes(posting.state);
  if (posting.enterpriseId !== asker.enterpriseId || !canChange) notFound();
  const [policy, places, projects, rounds] = await Promise.all([
    policyFor(today()),
    choosablePlaces(asker),
    ownProjects(asker),
    openRounds(asker, today()),
  ]);
  const { enterprise: e, postings: p, ui } = dictionary(locale);
  const returns = posting.state === "draft" || posting.state === "returned";
  return (
    <Page width="text">
      <PageHeader
        title={p.form.editTitle}
        crumbs={[
          { href: "/enterprise", label: e.back },
          { href: `/enterprise/postings/${id}`, label: posting.title },
        ]}
        crumbsLabel={ui.breadcrumb}
      />
      {posting.state === "published" && <Banner tone="waiting">{p.form.editPublished}</Banner>}
      {posting.state === "returned" && posting.stateReason && (
        <Banner tone="waiting">{e.returnedWhy(posting.stateReason)}</Banner>
      )}
      <PostingForm
        action={rewritePosting}
        kind={posting.kind}
        words={postingFormWords(locale, policy, rounds)}
        projects={projects.map((project) => ({ value: project.id, label: project.name }))}
        places={places}
        initial={asWritten(posting)}
        hidden={{ id, version: posting.version }}
        buttons={[
          ...(returns ? [{ sends: "submit", label: p.form.submit }] : []),
          { sends: "draft", label: returns ? p.form.saveDraft : p.form.saveChanges },
        ]}
      />
    </Page>
  );
}
