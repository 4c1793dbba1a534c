import { found } from "@/app/found";
import { openRecord } from "@/app/record/open";
import { RecordFrame } from "@/app/record/record-frame";
import { ChangeList } from "@/components/households/change-list";
import { getHistory } from "@/lib/households/history";

type Props = { params: Promise<{ code: string }> };

/** Every change of the household, dated, with before and after. */
export default async function HouseholdHistory({ params }: Props) {
  const { code } = await params;
  const record = await openRecord(code, "village");
  const history = await found(getHistory(record.asker, code));
  const { history: h } = record.said.t.record;
  return (
    <RecordFrame record={record} title={h.title} lead={h.lead}>
      <ChangeList history={history} said={record.said} />
    </RecordFrame>
  );
}
