import type { home as zhHome } from "@/lib/i18n/zh/home";

export const home: typeof zhHome = {
  title: (county) => `${county} at a glance`,
  mapTitle: (postings, villages) => `Map of the county: ${postings} open postings in ${villages} villages`,
  mapLegend: { open: "Has open postings", project: "Has a project", none: "No project yet" },
  townNote: (town, postings) => `${town}: ${postings} postings`,
  tableTitle: "Town by town",
  table: {
    town: "Town",
    villages: "Villages",
    withProject: "With a project",
    job: "Jobs",
    land: "Land",
    equity: "Shares",
    order: "Orders",
    membership: "Co-ops",
    contract: "Plots",
  },
  ofVillages: (some, all) => `${some} of ${all}`,
  needsTitle: "Open now",
  needs: {
    job: (left) => `${left} people needed`,
    land: (left) => `${left} needed`,
    equity: (left) => `for ${left} people`,
    order: (left) => `${left} jin to buy`,
    membership: (left) => (left === "1" ? "1 household to join" : `${left} households to join`),
    contract: (left) => (left === "1" ? "1 plot to take" : `${left} plots to take`),
  },
  postings: (count) => `${count} postings`,
  noNeeds: "None at present",
  metersTitle: "How far it reaches",
  meters: {
    villages: {
      title: "Every village has an industry",
      says: (some, all) =>
        `${some} of ${all} villages and communities have a project of a verified enterprise. One square is one village.`,
      alt: (some, all) => `${some} of ${all} squares are filled`,
    },
    households: {
      title: "Every household has a project",
      says: (some, all) => `About ${some} of ${all} households have a project. One square is 100 households.`,
      alt: (some, all) => `About ${some} of ${all} households have a project`,
    },
    workers: {
      title: "Everyone able has work",
      says: (some, all) =>
        `About ${some} of about ${all} people able to work are away for work or matched to a job. One square is 100 people.`,
      alt: (some, all) => `About ${some} of about ${all} people able to work have work`,
    },
  },
  bands: "Counts of people and households are rounded down to tens.",
  noticesTitle: "Latest notices",
  notice: (name, place) => `${name}, ${place}`,
  until: (day) => `on notice until ${day}`,
  allNotices: "All notices",
  noNotices: "There is no notice now. Approved matches appear here, and anyone may object.",
  directoryTitle: "Find a project",
  directoryLead: (enterprises, projects) => `${enterprises} enterprises, ${projects} projects.`,
  searchLabel: "Name of a project or enterprise",
  searchHint: "In Chinese, pinyin or initials",
  doorsTitle: "Come in here",
  doors: {
    household: { title: "I am a household", says: "See what fits us, apply, see what was decided." },
    village: { title: "I am a village worker", says: "Apply for households, keep their records right." },
    enterprise: {
      title: "I am an enterprise",
      says: "Post jobs, land, shares, orders and more; answer who applied.",
    },
    officer: {
      title: "I work for the county or a town",
      says: "Review postings, see rankings, approve matches.",
    },
  },
};
