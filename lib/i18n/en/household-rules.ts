import type { Dictionary } from "@/lib/i18n/dictionary";

export const householdRules: Dictionary["householdRules"] = {
  "no-head": { says: () => "The household has no head.", remedy: "Make one of its people the head." },
  "two-heads": {
    says: () => "The household has two heads.",
    remedy: "Leave one as head; give the others their relation to the head.",
  },
  "two-spouses": {
    says: () => "The household has two spouses.",
    remedy: "Leave one as spouse; check the other’s relation.",
  },
  "couple-of-one-sex": {
    says: () => "Head and spouse are of the same sex.",
    remedy: "Check the sex of both, or the relation.",
  },
  "id-number-wrong": {
    says: () => "The ID number is not right.",
    remedy: "Compare all 18 characters with the card; in a sheet the number must be text, not a number.",
  },
  "id-number-twice": {
    says: () => "The same ID number stands twice in this household.",
    remedy: "Check whose number it is.",
  },
  "id-number-birth": {
    says: () => "The birth date is not the one in the ID number.",
    remedy: "Correct the birth date or the number by the ID card.",
  },
  "id-number-sex": {
    says: () => "The sex is not the one in the ID number.",
    remedy: "Correct the sex or the number by the ID card.",
  },
  "birth-in-future": { says: () => "The birth date is after today.", remedy: "Check the birth date." },
  "education-and-schooling": {
    says: () => "Only one of education and school may be filled in.",
    remedy: "For those at school fill in the school only, for others the education only.",
  },
  "education-missing": {
    says: () => "Neither education nor school is filled in.",
    remedy: "Fill in one of them.",
  },
  "schooling-age": {
    says: (d) => `At ${d.age ?? "this age"} the school may be wrong.`,
    remedy: "Check the school or the birth date.",
  },
  "health-missing": { says: () => "Health is not filled in.", remedy: "Choose at least one." },
  "healthy-and-ill": {
    says: () => "Healthy is chosen together with an illness or disability.",
    remedy: "Healthy stands alone.",
  },
  "labor-missing": { says: () => "The ability to work is not filled in.", remedy: "Choose one." },
  "able-age-no-labor": {
    says: (d) =>
      `Aged ${d.age ?? ""}, healthy and not at school, yet marked “Limited ability to work” or “Not able to work”.`,
    remedy: "Choose ordinary or skilled worker, or correct health or school.",
  },
  "healthy-but-lost": {
    says: (d) => `Aged ${d.age ?? ""} and healthy, yet marked “No longer able to work”.`,
    remedy: "Check health and ability to work.",
  },
  "too-young-to-work": {
    says: (d) => `Only ${d.age ?? ""} years old, too young to work.`,
    remedy: "Choose “Not able to work”.",
  },
  "work-without-labor": {
    says: () => "Works away, yet is marked as not able to work.",
    remedy: "Check the work and the ability to work.",
  },
  "work-place-and-months": {
    says: () => "Place and months of work go together.",
    remedy: "Fill in what is missing, or clear both.",
  },
  "work-months-range": {
    says: () => "The months of work are not between 0 and 12.",
    remedy: "Give the months of last year.",
  },
  "work-while-at-school": {
    says: () => "At school, yet works away.",
    remedy: "Check whether school is over.",
  },
  "medical-twice": {
    says: () => "Residents’ and employees’ medical insurance are both yes.",
    remedy: "Only one can hold; correct the other.",
  },
  "medical-none": {
    says: () => "Residents’ and employees’ medical insurance are both no.",
    remedy: "Find out which of them holds.",
  },
  "insurance-missing": {
    says: (d) => `Not filled in: ${d.missing ?? ""}.`,
    remedy: "Choose yes or no.",
  },
  "card-not-own": {
    says: () => "The disability card number is wrong or somebody else’s.",
    remedy: "It is the person’s 18-character ID number and two digits for class and grade.",
  },
  "disabled-without-card": {
    says: () => "Disabled, but without a card number.",
    remedy: "Fill it in where there is a card.",
  },
  "parent-too-young": {
    says: () => "Less than 12 years between parent and child.",
    remedy: "Check the birth date and the relation to the head.",
  },
  "phone-wrong": { says: () => "The phone number is not right.", remedy: "A mobile number has 11 digits." },
  "phone-missing": {
    says: () => "There is no phone number.",
    remedy: "Give one by which the household can be reached.",
  },
  "cause-missing": { says: () => "The main cause of poverty is not filled in.", remedy: "Choose one." },
  "cause-twice": {
    says: () => "The main cause stands among the other causes.",
    remedy: "Take it out of the other causes.",
  },
  "causes-too-many": { says: () => "More than two other causes.", remedy: "Choose two at most." },
  "type-without-member": {
    says: () => "The type is low-income or destitute, but none of its people is.",
    remedy: "Check the type and each person’s allowances.",
  },
};

export const able: Dictionary["able"] = {
  able: "Has someone able to work",
  notAble: "Nobody able to work: other ways are open",
  rule: "Asked is whether someone is 16 or older, not at school, and able to work, be it a little. Names, sex and kinship do not count.",
  roads: { wage: "wages for work", rent: "rent for land", dividend: "dividends on shares" },
  why: {
    works: "can work",
    "works-lightly": "can do light work",
    "too-young": "under 16",
    "at-school": "at school",
    lost: "no longer able to work",
    none: "not able to work",
  },
  hand: (name, age, why) => `${name} (${age}) ${why}`,
};
