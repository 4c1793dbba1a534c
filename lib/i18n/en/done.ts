import type { done as zhDone } from "@/lib/i18n/zh/done";

export const done: typeof zhDone = {
  saved: "Saved.",
  submitted: "Submitted. A county officer will review it.",
  published: "Published.",
  returned: "Sent back, with the reason.",
  closed: "Closed.",
  applied: "Applied. The enterprise’s answer will appear here.",
  invited: "Invited.",
  withdrawn: "Withdrawn.",
  accepted: "Accepted. A county officer will decide.",
  declined: "Answered: not accepted.",
  approved: "Approved. The public notice has begun.",
  rejected: "Decided: not approved.",
  objected: "Your objection was received. This match is on hold until it is decided.",
  decided: "The objection is decided.",
  registered: "Your registration was received. It can be used once verified.",
  "password-changed": "The password was changed.",
  "signed-out": "You are signed out.",
};
