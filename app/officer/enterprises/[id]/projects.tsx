import { Decisions } from "@/app/decisions";
import { decideProject } from "@/app/officer/enterprises/actions";
import { Card } from "@/components/ui/card";
import { StateTag } from "@/components/ui/state-tag";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/db/words";
import type { Asker } from "@/lib/access/asker";
import { dictionary } from "@/lib/i18n/dictionary";
import { openProjectMoves } from "@/lib/projects/moves";
import { projectsOf } from "@/lib/projects/queries";

type Props = { asker: Asker; enterpriseId: string; locale: Locale };

/** The projects of an enterprise with their state; an officer takes one out of the directory here. */
export async function OwnedProjects({ asker, enterpriseId, locale }: Props) {
  const projects = await projectsOf(asker, enterpriseId);
  const { enterprises: e, projects: p, ui, words } = dictionary(locale);
  const w = e.officer;
  return (
    <Card title={w.projects}>
      {projects.length === 0 && <p className="text-ink-soft">{w.noProjects}</p>}
      <ul className="divide-y divide-line">
        {projects.map(({ id, name, state, live, stateReason }) => (
          <li key={id} className="grid gap-2 py-3">
            <div className="flex flex-wrap items-center gap-x-3">
              {state === "listed" ? (
                <TextLink href={`/directory/${id}`} className="target">
                  {name}
                </TextLink>
              ) : (
                name
              )}
              <StateTag state={state} label={words.projectState[state]} />
              {live > 0 && <span className="text-ink-soft">{p.live(live)}</span>}
            </div>
            {state === "hidden" && stateReason && <p className="text-ink-soft">{stateReason}</p>}
            <Decisions
              action={decideProject}
              hidden={{ id, enterprise: enterpriseId }}
              pendingLabel={ui.working}
              decisions={openProjectMoves(asker.role, state).map((move) =>
                move === "hide"
                  ? {
                      move,
                      label: w.hide,
                      tone: "danger" as const,
                      question: w.hideAsk,
                      confirmLabel: w.hide,
                      reason: { label: w.hideWhy, hint: e.reasons.hint },
                    }
                  : {
                      move,
                      label: w.show,
                      tone: "plain" as const,
                      question: w.showAsk,
                      confirmLabel: w.show,
                    },
              )}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
