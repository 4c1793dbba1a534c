import type { messages as zhMessages } from "@/lib/i18n/zh/messages";

export const messages: typeof zhMessages = {
  title: "Messages",
  titleUnread: (n) => `Messages (${n} unread)`,
  lead: "What concerns you, and how far it has come.",
  none: "No messages yet",
  noneNote: "When somebody applies, answers or approves, or a notice changes, you are told here.",
  unread: "Unread",
  open: "Have a look",
  markAll: "Mark all as read",
  outside: (product, sentence) => `${product}: ${sentence}. Sign in to see it.`,
  kinds: {
    "application.invite": (about) =>
      `The county proposes “${about}” to your household; see whether it suits you`,
    "application.apply": (about) => `“${about}” has a new application`,
    "application.accept": (about) => `“${about}”: the enterprise accepted; the county has to approve`,
    "application.decline": (about) => `“${about}”: the enterprise did not accept`,
    "application.return": (about) => `“${about}”: the application was sent back to be completed`,
    "application.approve": (about) => `“${about}”: approved, on public notice now`,
    "application.reject": (about) => `“${about}”: not approved`,
    "application.withdraw": (about) => `“${about}”: a household withdrew its application`,
    "application.object": (about) => `“${about}”: somebody objected to the notice; it is on hold`,
    "application.dismiss": (about) => `“${about}”: the objection was dismissed; it goes on`,
    "application.uphold": (about) => `“${about}”: the objection was upheld; it cannot go on`,
    "application.finish": (about) => `“${about}”: the notice is over, the match is final`,
    "application.remind": (about) => `An application to “${about}” should be answered soon`,
    "application.expire": (about) =>
      `“${about}”: the enterprise did not answer in time; the application ended`,
    "application.reopen": (about) =>
      `“${about}”: something changed in the household; the notice is down and it is decided again`,
    "application.lapse": (about) =>
      `“${about}”: the person or land it takes is placed elsewhere; the application ended`,
    "agreement.create": (about) => `“${about}”: the agreement is made; read it and sign`,
    "agreement.sign-enterprise": (about) => `“${about}”: the enterprise has signed the agreement`,
    "agreement.sign-household": (about) => `“${about}”: a household has signed its agreement`,
    "agreement.propose": (about) => `“${about}”: a change or renewal of the agreement wants an answer`,
    "agreement.agree": (about) => `“${about}”: the other side agreed to the change`,
    "agreement.refuse": (about) => `“${about}”: the other side refused the change`,
    "agreement.end": (about) => `“${about}”: the agreement was ended early`,
    "agreement.end-ahead": (about) => `“${about}”: the agreement is going to end early`,
    "agreement.ending": (about) => `“${about}”: the agreement ends soon; it may be renewed`,
    "agreement.expire": (about) => `“${about}”: the agreement has ended`,
    "agreement.begin": (about) => `“${about}”: the renewed agreement has begun`,
    "agreement.binding-amber": (about) => `“${about}”: the link that binds the shares has ended`,
    "agreement.binding-red": (about) => `“${about}”: the link that binds the shares is gone for too long`,
    "application.apply-for": (about) =>
      `“${about}”: somebody applied in your household’s name; tell the county if you did not agree`,
    "application.withdraw-for": (about) =>
      `“${about}”: somebody withdrew the application in your household’s name; tell the county if you did not agree`,
    "agreement.sign-for": (about) =>
      `“${about}”: somebody signed the agreement in your household’s name; tell the county if you did not agree`,
    "agreement.take-back-for": (about) =>
      `“${about}”: somebody took back a proposed change in your household’s name; tell the county if you did not agree`,
    "dispute.close-for": (about) =>
      `“${about}”: somebody said in your household’s name that the matter of the missing money is settled; tell the county if you did not agree`,
    "agreement.propose-for": (about) =>
      `“${about}”: somebody proposed a change or renewal in your household’s name; tell the county if you did not agree`,
    "agreement.agree-for": (about) =>
      `“${about}”: somebody agreed to a change in your household’s name; tell the county if you did not agree`,
    "agreement.refuse-for": (about) =>
      `“${about}”: somebody refused a change in your household’s name; tell the county if you did not agree`,
    "agreement.end-for": (about) =>
      `“${about}”: somebody ended the agreement in your household’s name; tell the county if you did not agree`,
    "agreement.end-ahead-for": (about) =>
      `“${about}”: somebody said in your household’s name that the agreement ends early; tell the county if you did not agree`,
    "payment.confirm-for": (about) =>
      `“${about}”: somebody said in your household’s name that the money came; say so if it did not`,
    "enterprise.freeze": (about) => `${about}: dividends due are unpaid; nothing new can be posted`,
    "enterprise.release": (about) => `${about}: dividends are paid; new postings can be made again`,
    "posting.publish": (about) => `Your posting “${about}” is published`,
    "posting.return": (about) => `Your posting “${about}” was sent back to be changed`,
    "posting.close": (about) => `Your posting “${about}” is closed`,
    "posting.warn": (about) => `The posting “${about}” has been silent for long and will close by itself`,
    "enterprise.verify": (about) => `“${about}” is verified`,
    "enterprise.return": (about) => `The registration of “${about}” was sent back to be completed`,
    "enterprise.suspend": (about) => `“${about}” is suspended`,
    "enterprise.restore": (about) => `“${about}” is restored`,
    "enterprise.strike-off": (about) => `“${about}” is struck off`,
    "work-days.record": (about) =>
      `“${about}”: the enterprise recorded days worked; see whether they are right`,
    "delivery.record": (about) => `“${about}”: the enterprise recorded a delivery; see whether it is right`,
    "delivery.reverse": (about) =>
      `“${about}”: a delivery recorded was taken back and is no longer owed; see whether that is right`,
    "profit.declare-part": (about) =>
      `“${about}”: the enterprise declared a year’s profit; see what the household is owed of it`,
    "profit.correct-part": (about) =>
      `“${about}”: the county corrected the profit declared; what the household is owed of it changed`,
    "payment.record": (about) => `“${about}”: the enterprise recorded a payment; say whether it came`,
    "payment.reverse": (about) => `“${about}”: the enterprise took back a payment recorded by mistake`,
    "payment.confirm": (about) => `“${about}”: the household says it came`,
    "payment.dispute": (about) => `“${about}”: the household says it did not come; answer it`,
    "dispute.open": (about) => `“${about}”: the household says what was due did not come; answer it`,
    "dispute.answer": (about) => `“${about}”: the enterprise answered about the money that did not come`,
    "dispute.insist": (about) => `“${about}”: the household says it still did not come`,
    "dispute.close": (about) => `“${about}”: the matter of the money that did not come is closed`,
    "enterprise.reinstate": (about) => `The striking off of “${about}” is undone`,
    "enterprise.correct": (about) => `What the license of “${about}” says was corrected`,
    "project.hide": (about) => `Your project “${about}” was taken out of the directory`,
    "project.show": (about) => `Your project “${about}” is back in the directory`,
    "policy.apply": (about) => `Your proposal for “${about}” was applied`,
    "policy.refuse": (about) => `Your proposal for “${about}” was refused`,
  },
  said: {
    delivery: (about, firm, day, what, money) =>
      `“${about}”: ${firm} recorded a delivery of ${day}, ${what}; ${money} are due for it. See whether that is right`,
    profit: (about, firm, year, money) =>
      `“${about}”: ${firm} declared its profit of ${year}; this agreement is owed ${money} of it`,
    noProfit: (about, firm, year) =>
      `“${about}”: ${firm} declared its profit of ${year}; it brings this agreement nothing`,
  },
  contact: "How to reach you",
  contactLead: "Messages are always kept here. If you also want an SMS or an e-mail, say where to.",
  contactOff:
    "This county has not set up SMS or e-mail yet; messages stay here. What you fill in is used once it has.",
  email: "E-mail address",
  phone: "Mobile number",
  phoneHousehold: "Left empty, the household’s registered phone is used.",
  keepBlank: "What you gave before is not shown. Fill in a new one to change it, or leave it empty.",
  wanted: "Tell me by",
  save: "Save",
  saved: "Saved.",
  forget: "Remove the address and number I gave",
  delivery: "SMS and e-mail sent",
  deliveryNone: "No SMS or e-mail was sent yet.",
  retry: "Try those again that could not be sent",
};
