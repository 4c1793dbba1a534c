import type { Metadata } from "next";
import { asked } from "@/app/asked";
import { Done } from "@/app/done";
import { openMessage, readAll } from "@/app/messages/actions";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";
import { dictionary } from "@/lib/i18n/dictionary";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import { currentLocale } from "@/lib/i18n/locale";
import { listMessages, unreadMessages } from "@/lib/messages/queries";
import { messageSentence } from "@/lib/messages/text";
import { requireAsker } from "@/lib/users/session";

type Props = { searchParams: Promise<{ cursor?: string; done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).messages.title };
}

/** What happened that concerns the reader, newest first; opening one marks it as read. */
export default async function MessagesPage({ searchParams }: Props) {
  const asker = await requireAsker();
  const [{ cursor, done }, locale] = await Promise.all([searchParams.then(asked), currentLocale()]);
  const [{ items, next }, unread] = await Promise.all([
    listMessages(asker, { cursor }),
    unreadMessages(asker),
  ]);
  const { messages: t, ui, words } = dictionary(locale);
  const newest = items[0];
  return (
    <Page width="text">
      <PageHeader title={unread > 0 ? t.titleUnread(formatNumber(locale, unread)) : t.title} lead={t.lead} />
      <Done done={done} locale={locale} />
      {!newest && <EmptyState title={t.none}>{t.noneNote}</EmptyState>}
      {newest && unread > 0 && (
        <form action={readAll} className="mb-4">
          <SubmitButton tone="plain" pendingLabel={ui.working}>
            {t.markAll}
          </SubmitButton>
        </form>
      )}
      <ul className="grid gap-3">
        {items.map((message) => (
          <li key={message.id} className="rounded border border-line bg-surface p-4">
            <p className={message.read ? "" : "font-semibold"}>{messageSentence(locale, message)}</p>
            <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
              <span>{formatInstant(locale, message.createdAt, true)}</span>
              {!message.read && <Tag tone="waiting">{t.unread}</Tag>}
              {message.sends.map(({ channel, state }) => (
                <span key={channel}>
                  {words.messageChannel[channel]} · {words.sendState[state]}
                </span>
              ))}
              <form action={openMessage} className="ml-auto">
                <input type="hidden" name="id" value={message.id} />
                <button
                  type="submit"
                  className="min-h-11 px-2 text-tea underline underline-offset-4"
                  aria-label={`${t.open} ${message.title}`}
                >
                  {t.open}
                </button>
              </form>
            </div>
          </li>
        ))}
      </ul>
      <Pagination
        label={ui.pages}
        previous={cursor ? { href: "/messages", label: ui.first } : undefined}
        next={next ? { href: `/messages?cursor=${next}`, label: ui.next } : undefined}
      />
    </Page>
  );
}
