import { divisions } from "@/lib/i18n/en/divisions";
import { frame } from "@/lib/i18n/en/frame";
import { notices } from "@/lib/i18n/en/notices";
import { fieldProblem, refusal } from "@/lib/i18n/en/refusal";
import { ui } from "@/lib/i18n/en/ui";
import { words } from "@/lib/i18n/en/words";

/** The English dictionary; `Dictionary` demands every part of it. */
export const en = { divisions, fieldProblem, frame, notices, refusal, ui, words };
