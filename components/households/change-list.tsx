import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { fieldLabel, fieldText, kindOf, type Said } from "@/lib/households/field-text";
import type { History, PastChange } from "@/lib/households/history";
import type { ShownChange } from "@/lib/households/masking";
import { formatDayWithYear, formatInstant } from "@/lib/i18n/format";

type Props = { history: History; said: Said };

/** What happened to a household, newest first: the day, what it was, who wrote it down, why, before and after. */
export function ChangeList({ history, said }: Props) {
  const { record: r, words } = said.t;
  const h = r.history;
  if (history.items.length === 0) return <EmptyState title={h.none}>{h.noneNote}</EmptyState>;
  return (
    <>
      <ol className="grid gap-4">
        {history.items.map((item) => (
          <li key={item.id} className="rounded border border-line bg-surface p-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{formatDayWithYear(said.locale, item.happenedOn)}</span>
              <Tag>{words.changeKind[item.kind]}</Tag>
              {item.otherCode && <span className="text-ink-soft">{h.other(item.otherCode)}</span>}
            </p>
            {item.why && (
              <p>
                {said.t.ui.said(h.why, "")}
                <span translate="no">{item.why}</span>
              </p>
            )}
            <Fields item={item} names={history.names} said={said} />
            <p className="mt-2 text-sm text-ink-soft">
              <span translate="no">
                {h.by(item.by ?? h.system, formatInstant(said.locale, item.createdAt, true))}
              </span>
            </p>
          </li>
        ))}
      </ol>
      {history.more && <p className="mt-4 text-ink-soft">{h.more(history.items.length)}</p>}
    </>
  );
}

/** Few changes stand open; a whole household that was written down opens when asked. */
const fewest = 12;

function Fields({ item, names, said }: { item: PastChange; names: Record<string, string>; said: Said }) {
  const list = (
    <ul className="mt-1 divide-y divide-line">
      {item.changes.map((change) => (
        <li
          key={`${change.subject} ${change.id} ${change.field}`}
          className="grid gap-x-4 py-1 sm:grid-cols-[14em_1fr]"
        >
          <span className="text-ink-soft">{labelOf(change, names, said)}</span>
          <Values change={change} said={said} />
        </li>
      ))}
    </ul>
  );
  if (item.changes.length <= fewest) return list;
  return (
    <details>
      <summary className="target text-tea underline underline-offset-4">
        {said.t.record.history.changed(item.changes.length)}
      </summary>
      {list}
    </details>
  );
}

function labelOf({ subject, id, field }: ShownChange, names: Record<string, string>, said: Said) {
  const label = fieldLabel(said, subject, field);
  if (subject === "member")
    return (
      <>
        <span translate="no">{names[id ?? ""] ?? ""}</span> {label}
      </>
    );
  if (subject === "income") return `${said.t.record.income.ofYear(Number(id))} ${label}`;
  return subject === "parcel" ? `${said.t.record.history.plot} ${label}` : label;
}

function Values({ change, said }: { change: ShownChange; said: Said }) {
  const { record: r } = said.t;
  if (change.hidden) return <span className="text-ink-soft">{r.history.hidden}</span>;
  const say = (value: unknown) =>
    fieldText(said, change.subject, change.field, value) || (
      <span className="text-ink-soft">{r.history.empty}</span>
    );
  const free = ["line", "prose", "village", "household"].includes(
    kindOf(change.subject, change.field)?.as ?? "line",
  );
  return (
    <span translate={free ? "no" : undefined}>
      {change.before !== null && <>{say(change.before)} → </>}
      {say(change.after)}
    </span>
  );
}
