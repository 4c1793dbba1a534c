import { auditor } from "@/lib/i18n/zh/auditor";
import { divisions } from "@/lib/i18n/zh/divisions";
import { done } from "@/lib/i18n/zh/done";
import { frame } from "@/lib/i18n/zh/frame";
import { household, households, village } from "@/lib/i18n/zh/households";
import { notices } from "@/lib/i18n/zh/notices";
import { fieldProblem, refusal } from "@/lib/i18n/zh/refusal";
import { ui } from "@/lib/i18n/zh/ui";
import { users } from "@/lib/i18n/zh/users";
import { words } from "@/lib/i18n/zh/words";

/** The Chinese dictionary: each room adds its own part here, one line, in alphabetical order. */
export const zh = {
  household,
  households,
  village,
  auditor,
  divisions,
  done,
  fieldProblem,
  frame,
  notices,
  refusal,
  ui,
  users,
  words,
};
