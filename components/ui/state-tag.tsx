import { Tag, type TagTone } from "@/components/ui/tag";
import type {
  AgreementState,
  ApplicationState,
  EnterpriseState,
  NoticeState,
  ObjectionState,
  PlanState,
  PostingState,
  UserState,
} from "@/db/words";

export type AnyState =
  | ApplicationState
  | PostingState
  | NoticeState
  | ObjectionState
  | AgreementState
  | EnterpriseState
  | UserState
  | PlanState;

const tones: Record<AnyState, TagTone> = {
  running: "waiting",
  done: "good",
  failed: "refused",
  cancelled: "plain",
  invited: "waiting",
  applied: "waiting",
  accepted: "waiting",
  submitted: "waiting",
  returned: "waiting",
  held: "waiting",
  open: "waiting",
  approved: "good",
  final: "good",
  published: "good",
  verified: "good",
  live: "good",
  active: "good",
  declined: "refused",
  rejected: "refused",
  upheld: "refused",
  suspended: "refused",
  "struck-off": "refused",
  draft: "plain",
  closed: "plain",
  withdrawn: "plain",
  expired: "plain",
  obsolete: "plain",
  over: "plain",
  ended: "plain",
  dismissed: "plain",
};

/** Where something stands, in the dictionary's words. */
export function StateTag({ state, label }: { state: AnyState; label: string }) {
  return <Tag tone={tones[state]}>{label}</Tag>;
}
