import { applications } from "@/lib/i18n/en/applications";
import { auditor } from "@/lib/i18n/en/auditor";
import { directory, openings } from "@/lib/i18n/en/directory";
import { divisions } from "@/lib/i18n/en/divisions";
import { done } from "@/lib/i18n/en/done";
import { enterprise } from "@/lib/i18n/en/enterprise";
import { frame } from "@/lib/i18n/en/frame";
import { home } from "@/lib/i18n/en/home";
import { household, households, village } from "@/lib/i18n/en/households";
import { matching } from "@/lib/i18n/en/matching";
import { notices } from "@/lib/i18n/en/notices";
import { officer } from "@/lib/i18n/en/officer";
import { plans } from "@/lib/i18n/en/plans";
import { postings } from "@/lib/i18n/en/postings";
import { fieldProblem, refusal } from "@/lib/i18n/en/refusal";
import { ui } from "@/lib/i18n/en/ui";
import { users } from "@/lib/i18n/en/users";
import { words } from "@/lib/i18n/en/words";

/** The English dictionary; `Dictionary` demands every part of it. */
export const en = {
  plans,
  applications,
  auditor,
  directory,
  divisions,
  done,
  enterprise,
  fieldProblem,
  frame,
  home,
  household,
  households,
  matching,
  notices,
  openings,
  officer,
  postings,
  refusal,
  ui,
  users,
  village,
  words,
};
