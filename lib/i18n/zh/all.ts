import { divisions } from "@/lib/i18n/zh/divisions";
import { frame } from "@/lib/i18n/zh/frame";
import { notices } from "@/lib/i18n/zh/notices";
import { fieldProblem, refusal } from "@/lib/i18n/zh/refusal";
import { ui } from "@/lib/i18n/zh/ui";
import { words } from "@/lib/i18n/zh/words";

/** The Chinese dictionary: each room adds its own part here, one line, in alphabetical order. */
export const zh = { divisions, fieldProblem, frame, notices, refusal, ui, words };
