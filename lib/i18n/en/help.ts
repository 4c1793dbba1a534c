import type { help as zhHelp } from "@/lib/i18n/zh/help";

export const help: typeof zhHelp = {
  title: "How to use it",
  lead: "Two pages for each role, to read or print. The pictures are taken from this platform.",
  print: "Print this guide",
  others: "Guides for other roles",
  picture: (step) => `What “${step}” looks like`,
  welcome: "New here?",
  welcomeLead: "A minute or two, and you know your way.",
  read: "Read the guide with pictures",
  dismiss: "Got it, do not show again",
  guides: {
    household: {
      title: "For households",
      steps: [
        {
          title: "Sign in with your slip",
          text: "Your village worker gives you a slip and a sign-in number. Scan the slip with a phone and type the number: no e-mail, no password.",
        },
        {
          title: "Three large buttons",
          text: "Three things wait for you: what fits us, our applications, our money. Press the button that reads them aloud if reading is hard.",
        },
        {
          title: "See what fits",
          text: "Each posting says why it fits and what it brings in a year. Open it, and apply if it suits you.",
        },
        {
          title: "See how far it is",
          text: "After you apply, the enterprise answers, the county approves and a notice goes up. How far it is, and why, stands here.",
        },
        {
          title: "See the money",
          text: "Who owes us what, when, and whether it came, on one page. Say that it came, or that it did not: then somebody looks into it.",
        },
      ],
    },
    village: {
      title: "For village workers",
      steps: [
        {
          title: "My households",
          text: "Those without a project come first. Show only those who can work or have land on offer, or search by name. What changes often, such as phone and wishes, is changed under “Quick edit”.",
        },
        {
          title: "Apply for one",
          text: "Open a household: what fits best and why. Apply for it, and record how it agreed: a code, a signed slip or two witnesses.",
        },
        {
          title: "Apply for several",
          text: "For one posting you can apply for several households at once; each one’s consent is recorded.",
        },
        {
          title: "Money",
          text: "Whom to tell what this week: whose money came and whose is late. Record what a household tells you.",
        },
        {
          title: "Print the notice",
          text: "Print what is on notice in your village for the board. Anybody can scan the code and object.",
        },
      ],
    },
    enterprise: {
      title: "For enterprises",
      steps: [
        {
          title: "To do today",
          text: "Applications to answer and money to pay come first. Below, each posting shows in one line how far it is.",
        },
        {
          title: "Post what you need",
          text: "Choose the kind, fill in the form and send it; the county reviews it. What is wrong is marked, and nothing you typed is lost.",
        },
        {
          title: "Answer",
          text: "Until a match is final you see an outline, not a name. Answer in time, whether you accept or not.",
        },
        {
          title: "Pay and record",
          text: "See whom you owe what, month by month. Record what you paid; the household or its village confirms. Mistakes are taken back, not changed.",
        },
      ],
    },
    county: {
      title: "For county officers",
      steps: [
        {
          title: "The desk",
          text: "What is to be done today, with its deadline, comes first; then coverage and what changed.",
        },
        {
          title: "Review postings",
          text: "What enterprises sent is published here, or sent back with a reason.",
        },
        {
          title: "The ranking",
          text: "Each household is scored by labor, land, distance and need, and says why. Try other weights, or invite several.",
        },
        {
          title: "Approve together",
          text: "Exceptions first; what is clean can be approved together. A notice goes up by itself. Nobody approves what they handled.",
        },
        {
          title: "The plan",
          text: "Who goes where, over the whole county, those without a project first, and how far at most it is from the best.",
        },
        {
          title: "Arrears",
          text: "Which enterprise and which village still wait for money, and how many days are left to 30 November.",
        },
      ],
    },
    town: {
      title: "For town officers",
      steps: [
        { title: "Your town", text: "Your town at a glance. You look on; the county decides." },
        {
          title: "Households",
          text: "Your town’s households by village; who has no project yet is seen at once.",
        },
        { title: "Pictures", text: "Coverage over time and the three moneys, to look at." },
      ],
    },
    admin: {
      title: "For administrators",
      steps: [
        { title: "Accounts", text: "Suspend and restore accounts, change role and area; never your own." },
        {
          title: "Opening an account",
          text: "Type user name, role and area, and hand the starting code over in person; its owner sets the password, which you never see.",
        },
        {
          title: "Policy values",
          text: "Apply or refuse what officers propose; see first what it would change.",
        },
      ],
    },
    auditor: {
      title: "For auditors",
      steps: [
        {
          title: "The record",
          text: "Who did what and when, and who read whose record: complete, and beyond change.",
        },
      ],
    },
  },
};
