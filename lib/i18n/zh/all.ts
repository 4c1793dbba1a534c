import { agreementText } from "@/lib/i18n/zh/agreement-text";
import { agreements } from "@/lib/i18n/zh/agreements";
import { allotments } from "@/lib/i18n/zh/allotments";
import { applications } from "@/lib/i18n/zh/applications";
import { auditor } from "@/lib/i18n/zh/auditor";
import { brings } from "@/lib/i18n/zh/brings";
import { cases } from "@/lib/i18n/zh/cases";
import { corrections } from "@/lib/i18n/zh/corrections";
import { directory, openings } from "@/lib/i18n/zh/directory";
import { divisions } from "@/lib/i18n/zh/divisions";
import { done } from "@/lib/i18n/zh/done";
import { enterprise } from "@/lib/i18n/zh/enterprise";
import { enterprises } from "@/lib/i18n/zh/enterprises";
import { frame } from "@/lib/i18n/zh/frame";
import { help } from "@/lib/i18n/zh/help";
import { home } from "@/lib/i18n/zh/home";
import { able, householdRules } from "@/lib/i18n/zh/household-rules";
import { household, households, village } from "@/lib/i18n/zh/households";
import { importProblems } from "@/lib/i18n/zh/import-problems";
import { exports, imports } from "@/lib/i18n/zh/imports";
import { matching } from "@/lib/i18n/zh/matching";
import { messages } from "@/lib/i18n/zh/messages";
import { moneys } from "@/lib/i18n/zh/moneys";
import { notices } from "@/lib/i18n/zh/notices";
import { officer } from "@/lib/i18n/zh/officer";
import { offline } from "@/lib/i18n/zh/offline";
import { ourHome } from "@/lib/i18n/zh/our-home";
import { pack } from "@/lib/i18n/zh/pack";
import { pictures } from "@/lib/i18n/zh/pictures";
import { plans } from "@/lib/i18n/zh/plans";
import { policy } from "@/lib/i18n/zh/policy";
import { postings } from "@/lib/i18n/zh/postings";
import { projects, silent } from "@/lib/i18n/zh/projects";
import { record } from "@/lib/i18n/zh/record";
import { fieldProblem, refusal } from "@/lib/i18n/zh/refusal";
import { slips } from "@/lib/i18n/zh/slips";
import { toDo } from "@/lib/i18n/zh/to-do";
import { ui } from "@/lib/i18n/zh/ui";
import { users } from "@/lib/i18n/zh/users";
import { words } from "@/lib/i18n/zh/words";

/** The Chinese dictionary: each room adds its own part here, one line, in alphabetical order. */
export const zh = {
  pack,
  pictures,
  plans,
  able,
  agreements,
  agreementText,
  allotments,
  applications,
  auditor,
  brings,
  cases,
  corrections,
  directory,
  divisions,
  done,
  enterprise,
  enterprises,
  fieldProblem,
  frame,
  help,
  home,
  household,
  householdRules,
  households,
  exports,
  importProblems,
  imports,
  matching,
  messages,
  moneys,
  notices,
  openings,
  officer,
  offline,
  ourHome,
  policy,
  postings,
  record,
  projects,
  refusal,
  slips,
  silent,
  toDo,
  ui,
  users,
  village,
  words,
};
