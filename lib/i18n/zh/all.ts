import { applications } from "@/lib/i18n/zh/applications";
import { auditor } from "@/lib/i18n/zh/auditor";
import { directory, openings } from "@/lib/i18n/zh/directory";
import { divisions } from "@/lib/i18n/zh/divisions";
import { done } from "@/lib/i18n/zh/done";
import { enterprise } from "@/lib/i18n/zh/enterprise";
import { frame } from "@/lib/i18n/zh/frame";
import { home } from "@/lib/i18n/zh/home";
import { household, households, village } from "@/lib/i18n/zh/households";
import { matching } from "@/lib/i18n/zh/matching";
import { notices } from "@/lib/i18n/zh/notices";
import { officer } from "@/lib/i18n/zh/officer";
import { plans } from "@/lib/i18n/zh/plans";
import { postings } from "@/lib/i18n/zh/postings";
import { fieldProblem, refusal } from "@/lib/i18n/zh/refusal";
import { ui } from "@/lib/i18n/zh/ui";
import { users } from "@/lib/i18n/zh/users";
import { words } from "@/lib/i18n/zh/words";

/** The Chinese dictionary: each room adds its own part here, one line, in alphabetical order. */
export const zh = {
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
