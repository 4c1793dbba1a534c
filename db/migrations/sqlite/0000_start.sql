CREATE TABLE `agreement_annexes` (
	`id` text PRIMARY KEY NOT NULL,
	`agreement_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text DEFAULT 'proposed' NOT NULL,
	`terms` text NOT NULL,
	`effective_on` text NOT NULL,
	`ends_on` text,
	`reason` text NOT NULL,
	`proposed_side` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_how` text NOT NULL,
	`proposed_file_id` text,
	`answered_by` text,
	`answered_how` text,
	`answered_file_id` text,
	`answered_at` integer,
	`answer_reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreement_annexes_kind" CHECK("agreement_annexes"."kind" in ('change', 'renewal')),
	CONSTRAINT "agreement_annexes_state" CHECK("agreement_annexes"."state" in ('proposed', 'agreed', 'refused', 'withdrawn', 'done')),
	CONSTRAINT "agreement_annexes_side" CHECK("agreement_annexes"."proposed_side" in ('enterprise', 'household')),
	CONSTRAINT "agreement_annexes_proposed_how" CHECK("agreement_annexes"."proposed_how" in ('screen', 'paper')),
	CONSTRAINT "agreement_annexes_answered_how" CHECK("agreement_annexes"."answered_how" in ('screen', 'paper')),
	CONSTRAINT "agreement_annexes_answered" CHECK("agreement_annexes"."state" not in ('agreed', 'done', 'refused') or "agreement_annexes"."answered_by" is not null),
	CONSTRAINT "agreement_annexes_duties" CHECK("agreement_annexes"."answered_by" is null or "agreement_annexes"."answered_by" <> "agreement_annexes"."proposed_by"),
	CONSTRAINT "agreement_annexes_renewal" CHECK("agreement_annexes"."state" <> 'done' or "agreement_annexes"."kind" = 'renewal'),
	CONSTRAINT "agreement_annexes_days" CHECK("agreement_annexes"."ends_on" is null or "agreement_annexes"."ends_on" >= "agreement_annexes"."effective_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreement_annexes_number` ON `agreement_annexes` (`agreement_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `agreement_annexes_one_open` ON `agreement_annexes` (`agreement_id`) WHERE state = 'proposed';--> statement-breakpoint
CREATE TABLE `agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`enterprise_id` text NOT NULL,
	`household_code` text NOT NULL,
	`state` text DEFAULT 'unsigned' NOT NULL,
	`title` text NOT NULL,
	`terms` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`agreed_ends_on` text,
	`enterprise_signed_by` text,
	`enterprise_signed_how` text,
	`enterprise_signed_at` integer,
	`enterprise_file_id` text,
	`household_signed_by` text,
	`household_signed_how` text,
	`household_signed_at` integer,
	`household_file_id` text,
	`household_slip_by` text,
	`end_cause` text,
	`end_reason` text,
	`ended_by` text,
	`end_file_id` text,
	`ended_on` text,
	`renewed_from` text,
	`binding_state` text,
	`binding_since` text,
	`reminded_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreements_kind" CHECK("agreements"."kind" in ('job', 'land', 'equity', 'order', 'membership', 'contract')),
	CONSTRAINT "agreements_state" CHECK("agreements"."state" in ('unsigned', 'live', 'ended')),
	CONSTRAINT "agreements_enterprise_how" CHECK("agreements"."enterprise_signed_how" in ('screen', 'paper')),
	CONSTRAINT "agreements_household_how" CHECK("agreements"."household_signed_how" in ('screen', 'paper')),
	CONSTRAINT "agreements_cause" CHECK("agreements"."end_cause" in ('both-agreed', 'enterprise-breach', 'household-breach', 'worker-left', 'household-moved', 'member-lost', 'project-stopped', 'land-taken', 'disaster', 'never-signed', 'other', 'expired', 'renewed')),
	CONSTRAINT "agreements_binding" CHECK("agreements"."binding_state" in ('bound', 'amber', 'red')),
	CONSTRAINT "agreements_days" CHECK("agreements"."ends_on" is null or "agreements"."ends_on" >= "agreements"."starts_on"),
	CONSTRAINT "agreements_signed" CHECK(("agreements"."state" <> 'live' or ("agreements"."enterprise_signed_how" is not null and "agreements"."household_signed_how" is not null))
        and ("agreements"."enterprise_signed_how" is null) = ("agreements"."enterprise_signed_at" is null)
        and ("agreements"."household_signed_how" is null) = ("agreements"."household_signed_at" is null)),
	CONSTRAINT "agreements_duties" CHECK("agreements"."enterprise_signed_by" is null or "agreements"."household_signed_by" is null or "agreements"."enterprise_signed_by" <> "agreements"."household_signed_by"),
	CONSTRAINT "agreements_ended" CHECK(("agreements"."state" = 'ended') = ("agreements"."ended_on" is not null) and ("agreements"."ended_on" is null or ("agreements"."end_cause" is not null and "agreements"."ends_on" is not null))),
	CONSTRAINT "agreements_shares" CHECK(("agreements"."kind" = 'equity') = ("agreements"."binding_state" is not null) and ("agreements"."binding_state" is null) = ("agreements"."binding_since" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_number` ON `agreements` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_renewed_from` ON `agreements` (`renewed_from`);--> statement-breakpoint
CREATE UNIQUE INDEX `agreements_application` ON `agreements` (`application_id`) WHERE end_cause is null or end_cause <> 'renewed' or state <> 'ended';--> statement-breakpoint
CREATE INDEX `agreements_of_application` ON `agreements` (`application_id`,`state`,`binding_state`);--> statement-breakpoint
CREATE INDEX `agreements_household` ON `agreements` (`household_code`,`state`);--> statement-breakpoint
CREATE INDEX `agreements_enterprise` ON `agreements` (`enterprise_id`,`state`);--> statement-breakpoint
CREATE INDEX `agreements_state_ends` ON `agreements` (`state`,`ends_on`);--> statement-breakpoint
CREATE INDEX `agreements_bindings` ON `agreements` (`binding_state`) WHERE binding_state is not null and state <> 'ended';--> statement-breakpoint
CREATE TABLE `allotment_rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`document` text NOT NULL,
	`fund_fen` integer NOT NULL,
	`spent_fen` integer DEFAULT 0 NOT NULL,
	`fen_per_person` integer NOT NULL,
	`starts_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`created_by` text NOT NULL,
	`opened_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "allotment_rounds_state" CHECK("allotment_rounds"."state" in ('draft', 'open', 'closed')),
	CONSTRAINT "allotment_rounds_fund" CHECK("allotment_rounds"."spent_fen" >= 0 and "allotment_rounds"."spent_fen" <= "allotment_rounds"."fund_fen"),
	CONSTRAINT "allotment_rounds_person" CHECK("allotment_rounds"."fen_per_person" > 0 and "allotment_rounds"."fund_fen" > 0),
	CONSTRAINT "allotment_rounds_days" CHECK("allotment_rounds"."closes_on" >= "allotment_rounds"."starts_on"),
	CONSTRAINT "allotment_rounds_duties" CHECK("allotment_rounds"."opened_by" is null or "allotment_rounds"."opened_by" <> "allotment_rounds"."created_by"),
	CONSTRAINT "allotment_rounds_opened" CHECK("allotment_rounds"."state" <> 'open' or "allotment_rounds"."opened_by" is not null)
);
--> statement-breakpoint
CREATE TABLE `application_parcels` (
	`application_id` text NOT NULL,
	`parcel_id` text NOT NULL,
	`mu100` integer NOT NULL,
	`booked` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`application_id`, `parcel_id`),
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parcel_id`) REFERENCES `parcels`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "application_parcels_mu" CHECK("application_parcels"."mu100" > 0)
);
--> statement-breakpoint
CREATE INDEX `application_parcels_parcel` ON `application_parcels` (`parcel_id`);--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`posting_id` text NOT NULL,
	`household_code` text NOT NULL,
	`state` text NOT NULL,
	`member_id` text,
	`size` integer NOT NULL,
	`card_token` text NOT NULL,
	`invited_by` text,
	`applied_by` text,
	`on_behalf_by` text,
	`slip_by` text,
	`consent_how` text,
	`consent_evidence` text,
	`witnesses_sealed` text,
	`consent_by` text,
	`consent_at` integer,
	`match` text,
	`terms_version` integer DEFAULT 1 NOT NULL,
	`answered_by` text,
	`approved_by` text,
	`decline_reason` text,
	`state_reason` text,
	`reason_code` text,
	`reply_due_on` text,
	`remind_on` text,
	`reminded_on` text,
	`approved_version` integer,
	`over_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`state_at` integer NOT NULL,
	FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "applications_state" CHECK("applications"."state" in ('invited', 'applied', 'accepted', 'declined', 'returned', 'approved', 'held', 'rejected', 'final', 'withdrawn', 'expired', 'obsolete')),
	CONSTRAINT "applications_consent" CHECK("applications"."consent_how" in ('own-account', 'code', 'slip', 'witnesses')),
	CONSTRAINT "applications_decline" CHECK("applications"."decline_reason" in ('places-filled', 'season-over', 'work-does-not-fit', 'land-does-not-fit', 'too-far', 'could-not-reach', 'posting-withdrawn', 'other')),
	CONSTRAINT "applications_reason" CHECK("applications"."reason_code" in ('word-unclear', 'paper-missing', 'record-outdated', 'choose-again', 'terms-changed', 'return-other', 'does-not-qualify', 'facts-differ', 'budget-spent', 'enough-already', 'reject-other', 'no-reply', 'placed-elsewhere', 'changed-after-approval', 'binding-lost', 'enterprise-gone')),
	CONSTRAINT "applications_size" CHECK("applications"."size" >= 1),
	CONSTRAINT "applications_duties" CHECK("applications"."approved_by" is null or (("applications"."invited_by" is null or "applications"."approved_by" <> "applications"."invited_by") and ("applications"."applied_by" is null or "applications"."approved_by" <> "applications"."applied_by") and ("applications"."answered_by" is null or "applications"."approved_by" <> "applications"."answered_by") and ("applications"."consent_by" is null or "applications"."approved_by" <> "applications"."consent_by") and ("applications"."slip_by" is null or "applications"."approved_by" <> "applications"."slip_by"))),
	CONSTRAINT "applications_word" CHECK("applications"."state" not in ('approved', 'held', 'final') or "applications"."consent_how" is not null),
	CONSTRAINT "applications_over" CHECK("applications"."over_on" is null or "applications"."state" = 'final')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_card` ON `applications` (`card_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `applications_one_open` ON `applications` (`posting_id`,`household_code`) WHERE over_on is null and state in ('invited', 'applied', 'accepted', 'returned', 'approved', 'held', 'final');--> statement-breakpoint
CREATE INDEX `applications_household` ON `applications` (`household_code`,`state`);--> statement-breakpoint
CREATE INDEX `applications_posting_state` ON `applications` (`posting_id`,`state`);--> statement-breakpoint
CREATE INDEX `applications_state` ON `applications` (`state`,`household_code`,`id`);--> statement-breakpoint
CREATE INDEX `applications_due` ON `applications` (`reply_due_on`) WHERE reply_due_on is not null;--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`user_id` text,
	`role` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`household_code` text,
	`before` text,
	`after` text,
	`why` text,
	`request_id` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_household` ON `audit` (`household_code`);--> statement-breakpoint
CREATE INDEX `audit_user` ON `audit` (`user_id`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`member_id` text NOT NULL,
	`slot` integer NOT NULL,
	`application_id` text NOT NULL,
	PRIMARY KEY(`member_id`, `slot`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bookings_slot" CHECK("bookings"."slot" >= 0 and "bookings"."slot" <= 12)
);
--> statement-breakpoint
CREATE INDEX `bookings_application` ON `bookings` (`application_id`);--> statement-breakpoint
CREATE TABLE `contract_details` (
	`posting_id` text PRIMARY KEY NOT NULL,
	`product` text NOT NULL,
	`plot_mu100` integer NOT NULL,
	`max_plots` integer NOT NULL,
	`months` integer NOT NULL,
	`skills` text NOT NULL,
	`fee_fen_per_plot_year` integer NOT NULL,
	`inputs_fen_per_plot_year` integer NOT NULL,
	`yield_jin_per_plot` integer NOT NULL,
	`floor_fen_per_jin` integer NOT NULL,
	`pay_within_days` integer NOT NULL,
	`years` integer NOT NULL,
	FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_details_plots" CHECK("contract_details"."plot_mu100" > 0 and "contract_details"."max_plots" >= 1),
	CONSTRAINT "contract_details_months" CHECK("contract_details"."months" >= 1 and "contract_details"."months" <= 4095),
	CONSTRAINT "contract_details_fees" CHECK("contract_details"."fee_fen_per_plot_year" >= 0 and "contract_details"."inputs_fen_per_plot_year" >= 0),
	CONSTRAINT "contract_details_price" CHECK("contract_details"."floor_fen_per_jin" > 0 and "contract_details"."yield_jin_per_plot" > 0),
	CONSTRAINT "contract_details_pay" CHECK("contract_details"."pay_within_days" >= 0 and "contract_details"."pay_within_days" <= 365),
	CONSTRAINT "contract_details_years" CHECK("contract_details"."years" >= 1 and "contract_details"."years" <= 30)
);
--> statement-breakpoint
CREATE TABLE `county_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`household_code` text,
	`posting_id` text
);
--> statement-breakpoint
CREATE TABLE `cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`agreement_id` text NOT NULL,
	`delivered_on` text NOT NULL,
	`quantity100` integer NOT NULL,
	`price_fen` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`reversal_of` text,
	`reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_amounts" CHECK("deliveries"."price_fen" > 0 and (("deliveries"."reversal_of" is null and "deliveries"."quantity100" > 0) or ("deliveries"."reversal_of" is not null and "deliveries"."quantity100" < 0 and "deliveries"."reason" is not null)))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_reversal` ON `deliveries` (`reversal_of`);--> statement-breakpoint
CREATE INDEX `deliveries_agreement` ON `deliveries` (`agreement_id`);--> statement-breakpoint
CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`due_id` text NOT NULL,
	`payment_id` text,
	`enterprise_id` text NOT NULL,
	`household_code` text NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`opened_by` text NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`closed_by` text,
	`closed_at` integer,
	`closed_why` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`due_id`) REFERENCES `dues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disputes_reason" CHECK("disputes"."reason" in ('did-not-come', 'not-all', 'wrong-amount', 'other')),
	CONSTRAINT "disputes_state" CHECK("disputes"."state" in ('open', 'answered', 'closed')),
	CONSTRAINT "disputes_answered" CHECK("disputes"."state" <> 'answered' or "disputes"."answered_by" is not null),
	CONSTRAINT "disputes_closed" CHECK(("disputes"."state" = 'closed') = ("disputes"."closed_by" is not null)),
	CONSTRAINT "disputes_duties" CHECK("disputes"."answered_by" is null or ("disputes"."answered_by" <> "disputes"."opened_by" and ("disputes"."closed_by" is null or "disputes"."closed_by" <> "disputes"."answered_by")))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disputes_one_open` ON `disputes` (`due_id`) WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX `disputes_state` ON `disputes` (`state`);--> statement-breakpoint
CREATE INDEX `disputes_enterprise` ON `disputes` (`enterprise_id`,`state`);--> statement-breakpoint
CREATE INDEX `disputes_household` ON `disputes` (`household_code`,`state`);--> statement-breakpoint
CREATE TABLE `division_distances` (
	`from_code` text NOT NULL,
	`to_code` text NOT NULL,
	`km` real NOT NULL,
	PRIMARY KEY(`from_code`, `to_code`),
	FOREIGN KEY (`from_code`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_code`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "division_distances_km" CHECK("division_distances"."km" >= 0 and "division_distances"."km" <= 1000)
);
--> statement-breakpoint
CREATE TABLE `divisions` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`pinyin` text NOT NULL,
	`kind` text NOT NULL,
	`parent_code` text,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	`coord_source` text NOT NULL,
	`accuracy_km` real NOT NULL,
	`official_name` text NOT NULL,
	`edition` text NOT NULL,
	`poor` integer DEFAULT false NOT NULL,
	CONSTRAINT "divisions_kind" CHECK("divisions"."kind" in ('county', 'subdistrict', 'town', 'community', 'village')),
	CONSTRAINT "divisions_code" CHECK(length("divisions"."code") = 12)
);
--> statement-breakpoint
CREATE INDEX `divisions_parent` ON `divisions` (`parent_code`);--> statement-breakpoint
CREATE TABLE `due_runs` (
	`agreement_id` text PRIMARY KEY NOT NULL,
	`agreement_version` integer NOT NULL,
	`through_on` text NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `dues` (
	`id` text PRIMARY KEY NOT NULL,
	`agreement_id` text NOT NULL,
	`enterprise_id` text NOT NULL,
	`household_code` text NOT NULL,
	`member_id` text,
	`kind` text NOT NULL,
	`basis` text NOT NULL,
	`source_id` text DEFAULT '' NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`due_on` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`estimated` integer DEFAULT false NOT NULL,
	`paid_fen` integer DEFAULT 0 NOT NULL,
	`confirmed_fen` integer DEFAULT 0 NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dues_kind" CHECK("dues"."kind" in ('rent', 'dividend', 'wage', 'sale', 'fee')),
	CONSTRAINT "dues_basis" CHECK("dues"."basis" in ('rent-year', 'wage-month', 'wage-days', 'guaranteed', 'second', 'share-return', 'delivery', 'fee-year')),
	CONSTRAINT "dues_state" CHECK("dues"."state" in ('open', 'void')),
	CONSTRAINT "dues_paid" CHECK("dues"."amount_fen" >= 0 and "dues"."paid_fen" >= 0 and "dues"."paid_fen" <= "dues"."amount_fen" and "dues"."confirmed_fen" >= 0 and "dues"."confirmed_fen" <= "dues"."paid_fen"),
	CONSTRAINT "dues_void" CHECK("dues"."state" = 'open' or "dues"."paid_fen" = 0),
	CONSTRAINT "dues_period" CHECK("dues"."period_to" >= "dues"."period_from")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dues_line` ON `dues` (`agreement_id`,`basis`,`period_from`,`source_id`);--> statement-breakpoint
CREATE INDEX `dues_household` ON `dues` (`household_code`,`due_on`);--> statement-breakpoint
CREATE INDEX `dues_enterprise` ON `dues` (`enterprise_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `dues_day` ON `dues` (`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `dues_guaranteed` ON `dues` (`due_on`) WHERE state = 'open' and basis = 'guaranteed';--> statement-breakpoint
CREATE INDEX `dues_unpaid` ON `dues` (`due_on`) WHERE state = 'open' and paid_fen < amount_fen;--> statement-breakpoint
CREATE TABLE `duplicate_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`member_a` text NOT NULL,
	`member_b` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`why` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "duplicate_pairs_state" CHECK("duplicate_pairs"."state" in ('open', 'same', 'different')),
	CONSTRAINT "duplicate_pairs_order" CHECK("duplicate_pairs"."member_a" < "duplicate_pairs"."member_b"),
	CONSTRAINT "duplicate_pairs_decided" CHECK(("duplicate_pairs"."state" = 'open') = ("duplicate_pairs"."decided_by" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duplicate_pairs_pair` ON `duplicate_pairs` (`member_a`,`member_b`);--> statement-breakpoint
CREATE TABLE `enterprise_places` (
	`id` text PRIMARY KEY NOT NULL,
	`enterprise_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`village_code` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_code`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "enterprise_places_kind" CHECK("enterprise_places"."kind" in ('office', 'base', 'factory', 'outlet'))
);
--> statement-breakpoint
CREATE INDEX `enterprise_places_enterprise` ON `enterprise_places` (`enterprise_id`);--> statement-breakpoint
CREATE TABLE `enterprises` (
	`id` text PRIMARY KEY NOT NULL,
	`credit_code` text NOT NULL,
	`name` text NOT NULL,
	`pinyin` text NOT NULL,
	`kind` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`industry` text NOT NULL,
	`village_code` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`legal_person` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_phone_sealed` text,
	`summary` text DEFAULT '' NOT NULL,
	`level` text,
	`capital_fen` integer,
	`output_fen` integer,
	`base_mu100` integer,
	`workers` integer,
	`member_households` integer,
	`tenants` integer,
	`floor_m2` integer,
	`paired_village_code` text,
	`version` integer DEFAULT 1 NOT NULL,
	`registered_by` text,
	`verified_by` text,
	`state_reason` text,
	`state_at` integer NOT NULL,
	`frozen_on` text,
	`frozen_for` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`industry`) REFERENCES `industries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_code`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paired_village_code`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "enterprises_kind" CHECK("enterprises"."kind" in ('leading', 'company', 'park', 'cooperative', 'big-household', 'sole-trader', 'community-factory', 'collective')),
	CONSTRAINT "enterprises_state" CHECK("enterprises"."state" in ('draft', 'submitted', 'verified', 'suspended', 'struck-off')),
	CONSTRAINT "enterprises_level" CHECK("enterprises"."level" in ('national', 'provincial', 'municipal', 'county')),
	CONSTRAINT "enterprises_frozen_for" CHECK("enterprises"."frozen_for" in ('dividend-unpaid')),
	CONSTRAINT "enterprises_frozen" CHECK(("enterprises"."frozen_on" is null) = ("enterprises"."frozen_for" is null)),
	CONSTRAINT "enterprises_credit_code_length" CHECK(length("enterprises"."credit_code") = 18),
	CONSTRAINT "enterprises_figures" CHECK("enterprises"."capital_fen" >= 0 and "enterprises"."output_fen" >= 0 and "enterprises"."base_mu100" >= 0),
	CONSTRAINT "enterprises_counts" CHECK("enterprises"."workers" >= 0 and "enterprises"."member_households" >= 0 and "enterprises"."tenants" >= 0 and "enterprises"."floor_m2" >= 0),
	CONSTRAINT "enterprises_duties" CHECK("enterprises"."verified_by" is null or "enterprises"."verified_by" <> "enterprises"."registered_by")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enterprises_credit_code` ON `enterprises` (`credit_code`);--> statement-breakpoint
CREATE INDEX `enterprises_village` ON `enterprises` (`village_code`);--> statement-breakpoint
CREATE INDEX `enterprises_state_index` ON `enterprises` (`state`);--> statement-breakpoint
CREATE TABLE `equity_details` (
	`posting_id` text PRIMARY KEY NOT NULL,
	`round_id` text,
	`fen_per_person` integer NOT NULL,
	`guaranteed_bp` integer NOT NULL,
	`second_bp` integer NOT NULL,
	`binding_link` text NOT NULL,
	FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `allotment_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "equity_details_link" CHECK("equity_details"."binding_link" in ('land', 'order', 'labor')),
	CONSTRAINT "equity_details_terms" CHECK("equity_details"."fen_per_person" > 0 and "equity_details"."guaranteed_bp" >= 0 and "equity_details"."second_bp" >= 0)
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`sealed` integer NOT NULL,
	`body` blob NOT NULL,
	`added_by` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "files_subject" CHECK("files"."subject" in ('project', 'application', 'objection', 'agreement', 'payment', 'enterprise', 'import')),
	CONSTRAINT "files_size" CHECK("files"."size" > 0)
);
--> statement-breakpoint
CREATE INDEX `files_subject_id` ON `files` (`subject`,`subject_id`);--> statement-breakpoint
CREATE TABLE `full_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text DEFAULT 'asked' NOT NULL,
	`division` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`decided_by` text,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`taken_at` integer,
	CONSTRAINT "full_exports_state" CHECK("full_exports"."state" in ('asked', 'allowed', 'refused')),
	CONSTRAINT "full_exports_duties" CHECK("full_exports"."decided_by" is null or "full_exports"."decided_by" <> "full_exports"."asked_by"),
	CONSTRAINT "full_exports_decided" CHECK(("full_exports"."state" = 'asked') = ("full_exports"."decided_by" is null)),
	CONSTRAINT "full_exports_taken" CHECK("full_exports"."taken_at" is null or "full_exports"."state" = 'allowed')
);
--> statement-breakpoint
CREATE TABLE `household_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`household_code` text NOT NULL,
	`version` integer NOT NULL,
	`member_id` text,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`changes_sealed` text NOT NULL,
	`other_code` text,
	`import_id` text,
	`changed_by` text,
	`why` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "household_changes_kind" CHECK("household_changes"."kind" in ('registered', 'edited', 'imported', 'undone', 'moved-away', 'moved-in', 'member-moved-out', 'member-moved-in', 'born', 'died', 'married-in', 'split', 'merged', 'lifted', 'fell-back', 'struck-off'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `household_changes_version` ON `household_changes` (`household_code`,`version`);--> statement-breakpoint
CREATE INDEX `household_changes_import` ON `household_changes` (`import_id`);--> statement-breakpoint
CREATE TABLE `household_details` (
	`household_code` text PRIMARY KEY NOT NULL,
	`standard` text,
	`martyr_family` integer,
	`only_child` integer,
	`two_daughters` integer,
	`arable_mu100` integer,
	`certified_mu100` integer,
	`irrigated_mu100` integer,
	`dry_mu100` integer,
	`paddy_mu100` integer,
	`forest_mu100` integer,
	`returned_forest_mu100` integer,
	`orchard_mu100` integer,
	`pasture_mu100` integer,
	`water_mu100` integer,
	`industries` text,
	`producer_group` text,
	`in_cooperative` integer,
	`led_by_enterprise` integer,
	`led_by_leader` integer,
	`in_mutual_fund` integer,
	`mutual_fund_fen` integer,
	`housing_m2` real,
	`housing_structure` text,
	`housing_danger` text,
	`relocated` integer,
	`main_road_km` real,
	`road_kind` text,
	`has_electricity` integer,
	`has_safe_water` integer,
	`has_toilet` integer,
	`has_broadcast` integer,
	`fuel` text,
	`helper_name` text,
	`helper_unit` text,
	`helper_post` text,
	`helper_phone_sealed` text,
	`help_needs` text,
	`lifted_on` text,
	`wish_industries` text,
	`wish_place` text,
	`wish_kinds` text,
	`wish_note` text,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "household_details_standard" CHECK("household_details"."standard" in ('national', 'provincial', 'municipal')),
	CONSTRAINT "household_details_group" CHECK("household_details"."producer_group" in ('cooperative', 'leading-enterprise', 'association', 'other')),
	CONSTRAINT "household_details_structure" CHECK("household_details"."housing_structure" in ('earth', 'brick-wood', 'brick-concrete', 'frame', 'other')),
	CONSTRAINT "household_details_danger" CHECK("household_details"."housing_danger" in ('none', 'c', 'd')),
	CONSTRAINT "household_details_road" CHECK("household_details"."road_kind" in ('earth', 'gravel', 'concrete', 'asphalt')),
	CONSTRAINT "household_details_fuel" CHECK("household_details"."fuel" in ('firewood', 'coal', 'gas', 'biogas', 'electricity', 'other')),
	CONSTRAINT "household_details_place" CHECK("household_details"."wish_place" in ('in-town', 'in-county', 'in-province', 'out-of-province'))
);
--> statement-breakpoint
CREATE TABLE `household_incomes` (
	`household_code` text NOT NULL,
	`year` integer NOT NULL,
	`wages_fen` integer,
	`production_fen` integer,
	`property_fen` integer,
	`transfer_fen` integer,
	`low_income_fen` integer,
	`destitute_fen` integer,
	`pension_fen` integer,
	`family_planning_fen` integer,
	`ecology_fen` integer,
	`cost_fen` integer,
	`net_fen` integer,
	`per_person_fen` integer,
	`industry_fen` integer,
	PRIMARY KEY(`household_code`, `year`),
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "household_incomes_year" CHECK("household_incomes"."year" between 1990 and 2100)
);
--> statement-breakpoint
CREATE TABLE `households` (
	`code` text PRIMARY KEY NOT NULL,
	`head_name` text NOT NULL,
	`pinyin` text NOT NULL,
	`village_code` text NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`lat` real,
	`lon` real,
	`phone_sealed` text,
	`type` text NOT NULL,
	`status` text NOT NULL,
	`register` text DEFAULT 'listed' NOT NULL,
	`cause` text NOT NULL,
	`other_causes` text NOT NULL,
	`income_per_person_fen` integer,
	`merged_into` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`village_code`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "households_type" CHECK("households"."type" in ('general', 'low-income', 'destitute')),
	CONSTRAINT "households_status" CHECK("households"."status" in ('poor', 'lifted', 'monitored')),
	CONSTRAINT "households_register" CHECK("households"."register" in ('listed', 'moved-away', 'merged', 'struck-off')),
	CONSTRAINT "households_cause" CHECK("households"."cause" in ('illness', 'disability', 'schooling', 'disaster', 'marriage', 'bereavement', 'no-land', 'no-water', 'no-skill', 'no-funds', 'no-labor', 'no-road', 'low-drive', 'other'))
);
--> statement-breakpoint
CREATE INDEX `households_village` ON `households` (`village_code`);--> statement-breakpoint
CREATE INDEX `households_list` ON `households` (`register`,`code`,`village_code`,`head_name`,`pinyin`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer NOT NULL,
	`body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `import_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text DEFAULT 'reading' NOT NULL,
	`file_name` text NOT NULL,
	`file_size` integer NOT NULL,
	`division_scope` text NOT NULL,
	`staged_for` text NOT NULL,
	`document` text,
	`counts` text,
	`notes` text,
	`failure` text,
	`staged_by` text,
	`committed_by` text,
	`undone_by` text,
	`undone_why` text,
	`created_at` integer NOT NULL,
	`staged_at` integer,
	`committed_at` integer,
	`undone_at` integer,
	CONSTRAINT "import_batches_kind" CHECK("import_batches"."kind" in ('households', 'points', 'distances', 'poor-villages')),
	CONSTRAINT "import_batches_state" CHECK("import_batches"."state" in ('reading', 'columns', 'failed', 'staged', 'committing', 'committed', 'undone', 'discarded')),
	CONSTRAINT "import_batches_duties" CHECK("import_batches"."committed_by" is null or "import_batches"."staged_by" is null or "import_batches"."committed_by" <> "import_batches"."staged_by"),
	CONSTRAINT "import_batches_committed" CHECK(("import_batches"."state" in ('committed', 'undone')) = ("import_batches"."committed_at" is not null))
);
--> statement-breakpoint
CREATE INDEX `import_batches_created` ON `import_batches` (`created_at`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`kind` text NOT NULL,
	`shape` text NOT NULL,
	`columns` text NOT NULL,
	`set_by` text,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `shape`),
	CONSTRAINT "import_mappings_kind" CHECK("import_mappings"."kind" in ('households', 'points', 'distances', 'poor-villages'))
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`seq` integer NOT NULL,
	`sheet` text NOT NULL,
	`row` integer NOT NULL,
	`outcome` text NOT NULL,
	`unit` text NOT NULL,
	`writes` integer NOT NULL,
	`payload_sealed` blob NOT NULL,
	PRIMARY KEY(`import_id`, `seq`),
	FOREIGN KEY (`import_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_rows_outcome" CHECK("import_rows"."outcome" in ('new', 'changed', 'same', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `import_rows_outcome_seq` ON `import_rows` (`import_id`,`outcome`,`seq`);--> statement-breakpoint
CREATE TABLE `industries` (
	`code` text PRIMARY KEY NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`group_kind` text NOT NULL,
	`term` text NOT NULL,
	`sort` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "industries_group" CHECK("industries"."group_kind" in ('leading', 'special', 'other')),
	CONSTRAINT "industries_term" CHECK("industries"."term" in ('short', 'long'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `industries_name_zh` ON `industries` (`name_zh`);--> statement-breakpoint
CREATE UNIQUE INDEX `industries_name_en` ON `industries` (`name_en`);--> statement-breakpoint
CREATE TABLE `job_details` (
	`posting_id` text PRIMARY KEY NOT NULL,
	`months` integer NOT NULL,
	`work` text NOT NULL,
	`wage_fen` integer NOT NULL,
	`wage_unit` text NOT NULL,
	`age_min` integer,
	`age_max` integer,
	`skills` text NOT NULL,
	`skills_required` integer DEFAULT false NOT NULL,
	`lodging` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "job_details_work" CHECK("job_details"."work" in ('light', 'ordinary', 'skilled')),
	CONSTRAINT "job_details_wage_unit" CHECK("job_details"."wage_unit" in ('month', 'day')),
	CONSTRAINT "job_details_months" CHECK("job_details"."months" >= 1 and "job_details"."months" <= 4095),
	CONSTRAINT "job_details_wage" CHECK("job_details"."wage_fen" > 0),
	CONSTRAINT "job_details_age" CHECK("job_details"."age_min" is null or "job_details"."age_max" is null or "job_details"."age_min" <= "job_details"."age_max")
);
--> statement-breakpoint
CREATE TABLE `land_details` (
	`posting_id` text PRIMARY KEY NOT NULL,
	`parcel_kinds` text NOT NULL,
	`min_mu100` integer NOT NULL,
	`full_mu100` integer,
	`rent_fen_per_mu_year` integer NOT NULL,
	`years` integer NOT NULL,
	FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "land_details_mu" CHECK("land_details"."min_mu100" > 0 and ("land_details"."full_mu100" is null or "land_details"."full_mu100" >= "land_details"."min_mu100")),
	CONSTRAINT "land_details_rent" CHECK("land_details"."rent_fen_per_mu_year" > 0),
	CONSTRAINT "land_details_years" CHECK("land_details"."years" >= 1 and "land_details"."years" <= 30)
);
--> statement-breakpoint
CREATE TABLE `member_details` (
	`member_id` text PRIMARY KEY NOT NULL,
	`person_code` text,
	`ethnicity` text,
	`politics` text,
	`disability_card_sealed` text,
	`soldier` integer,
	`illness_insurance` integer,
	`resident_medical` integer,
	`employee_medical` integer,
	`resident_pension` integer,
	`employee_pension` integer,
	`low_income` integer,
	`destitute` integer,
	`speaks_mandarin` integer,
	`employer` text,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "member_details_politics" CHECK("member_details"."politics" in ('party-member', 'probationary', 'youth-league', 'masses'))
);
--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`household_code` text NOT NULL,
	`name` text NOT NULL,
	`relation` text NOT NULL,
	`sex` text NOT NULL,
	`birth` text NOT NULL,
	`id_number_sealed` text NOT NULL,
	`id_number_index` text NOT NULL,
	`education` text,
	`schooling` text,
	`health_sealed` text NOT NULL,
	`labor_class` text NOT NULL,
	`skills` text NOT NULL,
	`work_place` text,
	`work_months` integer,
	`state` text DEFAULT 'present' NOT NULL,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "members_relation" CHECK("members"."relation" in ('head', 'spouse', 'son', 'daughter', 'daughter-in-law', 'son-in-law', 'grandson', 'granddaughter', 'daughters-son', 'daughters-daughter', 'father', 'mother', 'wifes-father', 'wifes-mother', 'husbands-father', 'husbands-mother', 'grandfather', 'grandmother', 'maternal-grandfather', 'maternal-grandmother', 'sibling', 'great-grandson', 'great-granddaughter', 'nephew', 'niece', 'brothers-wife', 'uncle', 'other')),
	CONSTRAINT "members_sex" CHECK("members"."sex" in ('male', 'female')),
	CONSTRAINT "members_education" CHECK("members"."education" in ('illiterate', 'primary', 'junior', 'senior', 'college', 'bachelor')),
	CONSTRAINT "members_schooling" CHECK("members"."schooling" in ('preschool-age', 'kindergarten', 'primary', 'junior', 'senior', 'vocational-senior', 'vocational-college', 'technician', 'undergraduate', 'postgraduate')),
	CONSTRAINT "members_labor_class" CHECK("members"."labor_class" in ('skilled', 'ordinary', 'weak', 'lost', 'none')),
	CONSTRAINT "members_work_place" CHECK("members"."work_place" in ('in-town', 'in-county', 'in-province', 'out-of-province')),
	CONSTRAINT "members_state" CHECK("members"."state" in ('present', 'moved-out', 'died', 'merged')),
	CONSTRAINT "members_education_or_school" CHECK("members"."education" is null or "members"."schooling" is null),
	CONSTRAINT "members_work" CHECK(("members"."work_place" is null) = ("members"."work_months" is null) and ("members"."work_months" is null or ("members"."work_months" >= 0 and "members"."work_months" <= 12)))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_id_number` ON `members` (`id_number_index`) WHERE state <> 'moved-out';--> statement-breakpoint
CREATE UNIQUE INDEX `members_one_head` ON `members` (`household_code`) WHERE relation = 'head' and state = 'present';--> statement-breakpoint
CREATE INDEX `members_household` ON `members` (`household_code`,`state`,`labor_class`,`schooling`,`birth`);--> statement-breakpoint
CREATE INDEX `members_name_birth` ON `members` (`name`,`birth`);--> statement-breakpoint
CREATE TABLE `membership_details` (
	`posting_id` text PRIMARY KEY NOT NULL,
	`share_fen` integer NOT NULL,
	`surplus_bp` integer NOT NULL,
	`services` text NOT NULL,
	`own_villages` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "membership_details_share" CHECK("membership_details"."share_fen" >= 0),
	CONSTRAINT "membership_details_surplus" CHECK("membership_details"."surplus_bp" >= 0 and "membership_details"."surplus_bp" <= 10000)
);
--> statement-breakpoint
CREATE TABLE `message_sends` (
	`message_id` text NOT NULL,
	`channel` text NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL,
	`failure` text,
	`sent_at` integer,
	PRIMARY KEY(`message_id`, `channel`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "message_sends_channel" CHECK("message_sends"."channel" in ('email', 'sms')),
	CONSTRAINT "message_sends_state" CHECK("message_sends"."state" in ('queued', 'sent', 'failed')),
	CONSTRAINT "message_sends_sent" CHECK(("message_sends"."state" = 'sent') = ("message_sends"."sent_at" is not null))
);
--> statement-breakpoint
CREATE INDEX `message_sends_due` ON `message_sends` (`state`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`title` text NOT NULL,
	`audit_seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`user_id`,`audit_seq`);--> statement-breakpoint
CREATE INDEX `messages_user` ON `messages` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_unread` ON `messages` (`user_id`) WHERE read_at is null;--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`application_id` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`published_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_state" CHECK("notices"."state" in ('open', 'over', 'withdrawn')),
	CONSTRAINT "notices_days" CHECK("notices"."ends_on" > "notices"."published_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_number` ON `notices` (`number`);--> statement-breakpoint
CREATE INDEX `notices_state_ends` ON `notices` (`state`,`ends_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `notices_application` ON `notices` (`application_id`) WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX `notices_of_application` ON `notices` (`application_id`);--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_id` text NOT NULL,
	`via` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`body` text NOT NULL,
	`contact_sealed` text,
	`recorded_by` text,
	`answer_due_on` text,
	`decided_by` text,
	`decision_reason` text,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "objections_via" CHECK("objections"."via" in ('web', 'paper', 'phone')),
	CONSTRAINT "objections_state" CHECK("objections"."state" in ('open', 'upheld', 'dismissed', 'lapsed')),
	CONSTRAINT "objections_decided" CHECK(("objections"."state" in ('open', 'lapsed')) = ("objections"."decided_by" is null) and ("objections"."state" = 'open' or "objections"."decision_reason" is not null)),
	CONSTRAINT "objections_duties" CHECK("objections"."decided_by" is null or "objections"."recorded_by" is null or "objections"."decided_by" <> "objections"."recorded_by")
);
--> statement-breakpoint
CREATE INDEX `objections_notice` ON `objections` (`notice_id`);--> statement-breakpoint
CREATE TABLE `one_time_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`household_code` text NOT NULL,
	`purpose` text NOT NULL,
	`code_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`used_at` integer,
	`used_by` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "one_time_codes_purpose" CHECK("one_time_codes"."purpose" in ('consent', 'sign-in')),
	CONSTRAINT "one_time_codes_tries" CHECK("one_time_codes"."tries" >= 0 and "one_time_codes"."tries" <= 5),
	CONSTRAINT "one_time_codes_duties" CHECK("one_time_codes"."purpose" <> 'consent' or "one_time_codes"."used_by" is null or "one_time_codes"."created_by" is null or "one_time_codes"."used_by" <> "one_time_codes"."created_by")
);
--> statement-breakpoint
CREATE INDEX `one_time_codes_household` ON `one_time_codes` (`household_code`,`created_at`);--> statement-breakpoint
CREATE TABLE `order_details` (
	`posting_id` text PRIMARY KEY NOT NULL,
	`product` text NOT NULL,
	`grade` text DEFAULT '' NOT NULL,
	`parcel_kinds` text NOT NULL,
	`yield_jin` integer NOT NULL,
	`min_jin` integer NOT NULL,
	`full_jin` integer NOT NULL,
	`floor_fen_per_jin` integer NOT NULL,
	`delivery_months` integer NOT NULL,
	`pay_within_days` integer NOT NULL,
	`years` integer NOT NULL,
	FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_details_jin" CHECK("order_details"."min_jin" >= 1 and "order_details"."full_jin" >= "order_details"."min_jin"),
	CONSTRAINT "order_details_price" CHECK("order_details"."floor_fen_per_jin" > 0 and "order_details"."yield_jin" > 0),
	CONSTRAINT "order_details_months" CHECK("order_details"."delivery_months" >= 1 and "order_details"."delivery_months" <= 4095),
	CONSTRAINT "order_details_pay" CHECK("order_details"."pay_within_days" >= 0 and "order_details"."pay_within_days" <= 365),
	CONSTRAINT "order_details_years" CHECK("order_details"."years" >= 1 and "order_details"."years" <= 30)
);
--> statement-breakpoint
CREATE TABLE `parcels` (
	`id` text PRIMARY KEY NOT NULL,
	`household_code` text NOT NULL,
	`kind` text NOT NULL,
	`use` text NOT NULL,
	`offered` integer DEFAULT false NOT NULL,
	`area_mu100` integer NOT NULL,
	`state` text DEFAULT 'present' NOT NULL,
	`agreed_mu100` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "parcels_kind" CHECK("parcels"."kind" in ('paddy', 'dry', 'tea', 'orchard', 'forest', 'water')),
	CONSTRAINT "parcels_state" CHECK("parcels"."state" in ('present', 'gone')),
	CONSTRAINT "parcels_use" CHECK("parcels"."use" in ('own-use', 'idle', 'leased-out')),
	CONSTRAINT "parcels_area" CHECK("parcels"."area_mu100" > 0 and "parcels"."area_mu100" <= 1000000),
	CONSTRAINT "parcels_agreed" CHECK("parcels"."agreed_mu100" >= 0 and "parcels"."agreed_mu100" <= "parcels"."area_mu100")
);
--> statement-breakpoint
CREATE INDEX `parcels_household` ON `parcels` (`household_code`,`state`,`use`,`offered`,`area_mu100`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`due_id` text NOT NULL,
	`enterprise_id` text NOT NULL,
	`household_code` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`paid_on` text NOT NULL,
	`method` text NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'recorded' NOT NULL,
	`recorded_by` text NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`confirmed_note` text,
	`confirmed_slip_by` text,
	`reversal_of` text,
	`reason` text,
	`import_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`due_id`) REFERENCES `dues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payments_state" CHECK("payments"."state" in ('recorded', 'confirmed', 'disputed', 'reversed', 'reversal')),
	CONSTRAINT "payments_method" CHECK("payments"."method" in ('card', 'transfer', 'cash', 'phone', 'other')),
	CONSTRAINT "payments_sign" CHECK(("payments"."state" = 'reversal') = ("payments"."reversal_of" is not null) and (("payments"."state" = 'reversal' and "payments"."amount_fen" < 0) or ("payments"."state" <> 'reversal' and "payments"."amount_fen" > 0))),
	CONSTRAINT "payments_confirmed" CHECK("payments"."state" <> 'confirmed' or "payments"."confirmed_by" is not null),
	CONSTRAINT "payments_duties" CHECK("payments"."confirmed_by" is null or "payments"."confirmed_by" <> "payments"."recorded_by"),
	CONSTRAINT "payments_reason" CHECK("payments"."reversal_of" is null or "payments"."reason" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_reversal` ON `payments` (`reversal_of`);--> statement-breakpoint
CREATE INDEX `payments_due` ON `payments` (`due_id`);--> statement-breakpoint
CREATE INDEX `payments_household` ON `payments` (`household_code`,`state`);--> statement-breakpoint
CREATE INDEX `payments_enterprise` ON `payments` (`enterprise_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `plan_pairs` (
	`plan_id` text NOT NULL,
	`item` text NOT NULL,
	`household_code` text NOT NULL,
	`posting_id` text NOT NULL,
	`member_id` text,
	`parcel_id` text,
	`persons` integer,
	`size` integer NOT NULL,
	`score` real NOT NULL,
	`application_id` text,
	`skipped` text,
	PRIMARY KEY(`plan_id`, `item`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`posting_id`) REFERENCES `postings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_pairs_posting` ON `plan_pairs` (`plan_id`,`posting_id`);--> statement-breakpoint
CREATE INDEX `plan_pairs_household` ON `plan_pairs` (`household_code`);--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text DEFAULT 'running' NOT NULL,
	`division_scope` text NOT NULL,
	`planned_for` text NOT NULL,
	`rules` text NOT NULL,
	`based_on` text,
	`inputs_hash` text,
	`summary` text,
	`prices` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`failure` text,
	CONSTRAINT "plans_state" CHECK("plans"."state" in ('running', 'done', 'cancelled', 'failed')),
	CONSTRAINT "plans_done" CHECK("plans"."state" <> 'done' or "plans"."summary" is not null)
);
--> statement-breakpoint
CREATE TABLE `policy` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`starts_on` text NOT NULL,
	`document` text NOT NULL,
	`proposed_by` text,
	`applied_by` text,
	`applied_at` integer,
	`refused_by` text,
	`refused_at` integer,
	`refusal_reason` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "policy_decided_once" CHECK("policy"."applied_at" is null or "policy"."refused_at" is null),
	CONSTRAINT "policy_refused" CHECK(("policy"."refused_at" is null) = ("policy"."refusal_reason" is null)),
	CONSTRAINT "policy_duties" CHECK("policy"."proposed_by" is null or "policy"."applied_by" is null or "policy"."proposed_by" <> "policy"."applied_by")
);
--> statement-breakpoint
CREATE INDEX `policy_key` ON `policy` (`key`,`starts_on`);--> statement-breakpoint
CREATE TABLE `postings` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`village_code` text NOT NULL,
	`lat` real,
	`lon` real,
	`radius_km` real,
	`closes_on` text NOT NULL,
	`capacity` integer NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`reach_band` text,
	`version` integer DEFAULT 1 NOT NULL,
	`terms_version` integer DEFAULT 1 NOT NULL,
	`created_by` text,
	`reviewed_by` text,
	`published_at` integer,
	`state_reason` text,
	`heard_on` text NOT NULL,
	`warned_on` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_code`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "postings_kind" CHECK("postings"."kind" in ('job', 'land', 'equity', 'order', 'membership', 'contract')),
	CONSTRAINT "postings_state" CHECK("postings"."state" in ('draft', 'submitted', 'published', 'returned', 'closed')),
	CONSTRAINT "postings_capacity" CHECK("postings"."capacity" >= 1 and "postings"."capacity" <= 10000000),
	CONSTRAINT "postings_taken" CHECK("postings"."taken" >= 0 and "postings"."taken" <= "postings"."capacity"),
	CONSTRAINT "postings_radius" CHECK("postings"."radius_km" is null or "postings"."radius_km" > 0),
	CONSTRAINT "postings_reviewer" CHECK("postings"."reviewed_by" is null or "postings"."reviewed_by" <> "postings"."created_by")
);
--> statement-breakpoint
CREATE INDEX `postings_project` ON `postings` (`project_id`);--> statement-breakpoint
CREATE INDEX `postings_state_kind` ON `postings` (`state`,`kind`);--> statement-breakpoint
CREATE TABLE `profit_declarations` (
	`id` text PRIMARY KEY NOT NULL,
	`enterprise_id` text NOT NULL,
	`year` integer NOT NULL,
	`profit_fen` integer NOT NULL,
	`declared_on` text NOT NULL,
	`document` text DEFAULT '' NOT NULL,
	`declared_by` text NOT NULL,
	`corrected_on` text,
	`corrected_by` text,
	`corrected_why` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprises`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "profit_declarations_corrected" CHECK(("profit_declarations"."corrected_on" is null) = ("profit_declarations"."corrected_by" is null) and ("profit_declarations"."corrected_on" is null) = ("profit_declarations"."corrected_why" is null)),
	CONSTRAINT "profit_declarations_profit" CHECK("profit_declarations"."profit_fen" >= 0 and "profit_declarations"."year" between 2000 and 2100)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `profit_declarations_year` ON `profit_declarations` (`enterprise_id`,`year`);--> statement-breakpoint
CREATE TABLE `project_villages` (
	`project_id` text NOT NULL,
	`village_code` text NOT NULL,
	PRIMARY KEY(`project_id`, `village_code`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_code`) REFERENCES `divisions`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`enterprise_id` text NOT NULL,
	`name` text NOT NULL,
	`pinyin` text NOT NULL,
	`state` text DEFAULT 'listed' NOT NULL,
	`industry` text NOT NULL,
	`sector` text NOT NULL,
	`term` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`capacity` text DEFAULT '' NOT NULL,
	`households` integer,
	`links` text NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`state_reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`industry`) REFERENCES `industries`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "projects_state" CHECK("projects"."state" in ('draft', 'listed', 'ended', 'hidden')),
	CONSTRAINT "projects_sector" CHECK("projects"."sector" in ('primary', 'secondary', 'tertiary')),
	CONSTRAINT "projects_term" CHECK("projects"."term" in ('short', 'long')),
	CONSTRAINT "projects_households" CHECK("projects"."households" >= 1),
	CONSTRAINT "projects_days" CHECK("projects"."ends_on" >= "projects"."starts_on")
);
--> statement-breakpoint
CREATE INDEX `projects_enterprise` ON `projects` (`enterprise_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`opened_by` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `slips` (
	`household_code` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slips_number` ON `slips` (`number`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_hash` ON `tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `tokens_user` ON `tokens` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`division_scope` text,
	`enterprise_id` text,
	`household_code` text,
	`password_hash` text NOT NULL,
	`state` text DEFAULT 'active' NOT NULL,
	`session_version` integer DEFAULT 1 NOT NULL,
	`email_sealed` text,
	`phone_sealed` text,
	`channels` text,
	`welcomed_at` integer,
	`start_until` integer,
	`failed_tries` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`enterprise_id`) REFERENCES `enterprises`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_code`) REFERENCES `households`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "users_role" CHECK("users"."role" in ('household', 'village', 'town', 'county', 'admin', 'enterprise', 'auditor')),
	CONSTRAINT "users_state" CHECK("users"."state" in ('active', 'suspended')),
	CONSTRAINT "users_scope" CHECK(("users"."role" = 'enterprise' and "users"."enterprise_id" is not null and "users"."household_code" is null and "users"."division_scope" is null)
        or ("users"."role" = 'household' and "users"."household_code" is not null and "users"."enterprise_id" is null and "users"."division_scope" is null)
        or ("users"."role" not in ('enterprise', 'household') and "users"."division_scope" is not null and length("users"."division_scope") in (2, 4, 6, 9, 12) and "users"."enterprise_id" is null and "users"."household_code" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username` ON `users` (`username`);--> statement-breakpoint
CREATE TABLE `work_days` (
	`agreement_id` text NOT NULL,
	`month_on` text NOT NULL,
	`half_days` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`agreement_id`, `month_on`),
	FOREIGN KEY (`agreement_id`) REFERENCES `agreements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "work_days_days" CHECK("work_days"."half_days" >= 0 and "work_days"."half_days" <= 62)
);
