import { type Decision, Decisions } from "@/app/decisions";
import { answerApplication } from "@/app/enterprise/answer";
import { ApplicantCard } from "@/components/applications/applicant-card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { declineReasons, type Locale } from "@/db/words";
import { openMoves } from "@/lib/applications/moves";
import type { Application } from "@/lib/applications/queries";
import { dictionary } from "@/lib/i18n/dictionary";
import type { Posting } from "@/lib/postings/queries";

type Props = {
  posting: Posting;
  items: readonly Application[];
  more: boolean;
  today: string;
  locale: Locale;
};

/** Those who wait for an answer first, each with its two buttons; then those answered. */
export function Applicants({ posting, items, more, today, locale }: Props) {
  const { enterprise: e } = dictionary(locale);
  const cards = items.filter((a) => a.view === "card");
  const waiting = cards.filter((a) => a.state === "applied").reverse();
  const answered = cards.filter((a) => a.state !== "applied");
  const groups = [
    { title: `${e.toAnswer} ${waiting.length}`, list: waiting },
    { title: `${e.answered} ${answered.length}`, list: answered },
  ];
  return (
    <section id="applicants" className="mt-8">
      <h2 className="text-lg">{e.applicants}</h2>
      {cards.length === 0 ? (
        <EmptyState title={e.noApplicants}>
          {e.noApplicantsNote[posting.state === "published" ? "published" : "other"]}
        </EmptyState>
      ) : (
        <p className="text-ink-soft">
          {e.applicantsLead} {more && e.showing(cards.length)}
        </p>
      )}
      {groups.map(
        ({ title, list }) =>
          list.length > 0 && (
            <div key={title} className="mt-4">
              <h3 className="mb-2 text-base">{title}</h3>
              <ul className="grid gap-3 md:grid-cols-2">
                {list.map((application) => (
                  <ApplicantCard key={application.id} application={application} today={today} locale={locale}>
                    {application.household && !application.household.phone && (
                      <TextLink
                        className="target"
                        href={`/enterprise/postings/${posting.id}?contact=${application.id}#applicants`}
                      >
                        {e.showPhone}
                      </TextLink>
                    )}
                    <Answers application={application} locale={locale} />
                  </ApplicantCard>
                ))}
              </ul>
            </div>
          ),
      )}
    </section>
  );
}

function Answers({ application, locale }: { application: Application; locale: Locale }) {
  const { applications: a, cases, ui, words } = dictionary(locale);
  const decisions = openMoves("enterprise", application.state).map((move): Decision => {
    const { label, question, confirm: confirmLabel } = a.moves[move];
    if (move !== "decline") return { move, label, question, confirmLabel };
    const options = declineReasons.map((value) => ({ value, label: words.declineReason[value] }));
    return {
      move,
      label,
      question,
      confirmLabel,
      tone: "plain",
      choices: { label: a.reasonFor.decline, options },
      reason: { label: cases.code.words, hint: cases.code.wordsHint, required: false },
    };
  });
  return (
    <Decisions
      action={answerApplication}
      hidden={{ id: application.id, posting: application.postingId, version: application.version }}
      decisions={decisions}
      pendingLabel={ui.working}
    />
  );
}
