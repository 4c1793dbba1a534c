import { agreementText } from "@/lib/i18n/en/agreement-text";
import { agreements } from "@/lib/i18n/en/agreements";
import { allotments } from "@/lib/i18n/en/allotments";
import { applications } from "@/lib/i18n/en/applications";
import { auditor } from "@/lib/i18n/en/auditor";
import { brings } from "@/lib/i18n/en/brings";
import { cases } from "@/lib/i18n/en/cases";
import { corrections } from "@/lib/i18n/en/corrections";
import { directory, openings } from "@/lib/i18n/en/directory";
import { divisions } from "@/lib/i18n/en/divisions";
import { done } from "@/lib/i18n/en/done";
import { enterprise } from "@/lib/i18n/en/enterprise";
import { enterprises } from "@/lib/i18n/en/enterprises";
import { frame } from "@/lib/i18n/en/frame";
import { help } from "@/lib/i18n/en/help";
import { home } from "@/lib/i18n/en/home";
import { able, householdRules } from "@/lib/i18n/en/household-rules";
import { household, households, village } from "@/lib/i18n/en/households";
import { importProblems } from "@/lib/i18n/en/import-problems";
import { exports, imports } from "@/lib/i18n/en/imports";
import { matching } from "@/lib/i18n/en/matching";
import { messages } from "@/lib/i18n/en/messages";
import { moneys } from "@/lib/i18n/en/moneys";
import { notices } from "@/lib/i18n/en/notices";
import { officer } from "@/lib/i18n/en/officer";
import { offline } from "@/lib/i18n/en/offline";
import { ourHome } from "@/lib/i18n/en/our-home";
import { pack } from "@/lib/i18n/en/pack";
import { pictures } from "@/lib/i18n/en/pictures";
import { plans } from "@/lib/i18n/en/plans";
import { policy } from "@/lib/i18n/en/policy";
import { postings } from "@/lib/i18n/en/postings";
import { projects, silent } from "@/lib/i18n/en/projects";
import { record } from "@/lib/i18n/en/record";
import { fieldProblem, refusal } from "@/lib/i18n/en/refusal";
import { slips } from "@/lib/i18n/en/slips";
import { toDo } from "@/lib/i18n/en/to-do";
import { ui } from "@/lib/i18n/en/ui";
import { users } from "@/lib/i18n/en/users";
import { words } from "@/lib/i18n/en/words";

/** The English dictionary; `Dictionary` demands every part of it. */
export const en = {
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
