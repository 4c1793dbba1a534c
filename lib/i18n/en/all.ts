import { auditor } from "@/lib/i18n/en/auditor";
import { divisions } from "@/lib/i18n/en/divisions";
import { done } from "@/lib/i18n/en/done";
import { frame } from "@/lib/i18n/en/frame";
import { household, households, village } from "@/lib/i18n/en/households";
import { notices } from "@/lib/i18n/en/notices";
import { fieldProblem, refusal } from "@/lib/i18n/en/refusal";
import { ui } from "@/lib/i18n/en/ui";
import { users } from "@/lib/i18n/en/users";
import { words } from "@/lib/i18n/en/words";

/** The English dictionary; `Dictionary` demands every part of it. */
export const en = {
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
