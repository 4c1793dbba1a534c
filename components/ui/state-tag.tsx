import { Tag, type TagTone } from "@/components/ui/tag";
import type {
  AgreementState,
  AnnexState,
  ApplicationState,
  BindingState,
  DisputeState,
  EnterpriseState,
  ExportState,
  ImportState,
  NoticeState,
  ObjectionState,
  PaymentState,
  PlanState,
  PostingState,
  ProjectState,
  RoundState,
  UserState,
} from "@/db/words";

export type AnyState =
  | ApplicationState
  | PostingState
  | ProjectState
  | NoticeState
  | ObjectionState
  | PaymentState
  | DisputeState
  | AgreementState
  | AnnexState
  | BindingState
  | RoundState
  | EnterpriseState
  | UserState
  | PlanState
  | ImportState
  | ExportState;

const tones: Record<AnyState, TagTone> = {
  reading: "waiting",
  columns: "waiting",
  staged: "waiting",
  committing: "waiting",
  committed: "good",
  undone: "plain",
  discarded: "plain",
  asked: "waiting",
  allowed: "good",
  recorded: "waiting",
  confirmed: "good",
  disputed: "refused",
  reversed: "plain",
  reversal: "plain",
  answered: "waiting",
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
  listed: "good",
  hidden: "refused",
  live: "good",
  active: "good",
  declined: "refused",
  rejected: "refused",
  upheld: "refused",
  suspended: "refused",
  "struck-off": "refused",
  red: "refused",
  refused: "refused",
  amber: "waiting",
  unsigned: "waiting",
  proposed: "waiting",
  bound: "good",
  agreed: "good",
  draft: "plain",
  closed: "plain",
  withdrawn: "plain",
  expired: "plain",
  obsolete: "plain",
  over: "plain",
  ended: "plain",
  dismissed: "plain",
  lapsed: "plain",
};

/** Where something stands, in the dictionary's words. */
export function StateTag({ state, label }: { state: AnyState; label: string }) {
  return <Tag tone={tones[state]}>{label}</Tag>;
}
