CREATE TABLE "agreement_annexes" (
	"id" text PRIMARY KEY NOT NULL,
	"agreement_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"terms" jsonb NOT NULL,
	"effective_on" date NOT NULL,
	"ends_on" date,
	"reason" text NOT NULL,
	"proposed_side" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_how" text NOT NULL,
	"proposed_file_id" text,
	"answered_by" text,
	"answered_how" text,
	"answered_file_id" text,
	"answered_at" timestamp (3) with time zone,
	"answer_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreement_annexes_kind" CHECK ("agreement_annexes"."kind" in ('change', 'renewal')),
	CONSTRAINT "agreement_annexes_state" CHECK ("agreement_annexes"."state" in ('proposed', 'agreed', 'refused', 'withdrawn', 'done')),
	CONSTRAINT "agreement_annexes_side" CHECK ("agreement_annexes"."proposed_side" in ('enterprise', 'household')),
	CONSTRAINT "agreement_annexes_proposed_how" CHECK ("agreement_annexes"."proposed_how" in ('screen', 'paper')),
	CONSTRAINT "agreement_annexes_answered_how" CHECK ("agreement_annexes"."answered_how" in ('screen', 'paper')),
	CONSTRAINT "agreement_annexes_answered" CHECK ("agreement_annexes"."state" not in ('agreed', 'done', 'refused') or "agreement_annexes"."answered_by" is not null),
	CONSTRAINT "agreement_annexes_duties" CHECK ("agreement_annexes"."answered_by" is null or "agreement_annexes"."answered_by" <> "agreement_annexes"."proposed_by"),
	CONSTRAINT "agreement_annexes_renewal" CHECK ("agreement_annexes"."state" <> 'done' or "agreement_annexes"."kind" = 'renewal'),
	CONSTRAINT "agreement_annexes_days" CHECK ("agreement_annexes"."ends_on" is null or "agreement_annexes"."ends_on" >= "agreement_annexes"."effective_on")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"application_id" text NOT NULL,
	"kind" text NOT NULL,
	"enterprise_id" text NOT NULL,
	"household_code" text NOT NULL,
	"state" text DEFAULT 'unsigned' NOT NULL,
	"title" text NOT NULL,
	"terms" jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"agreed_ends_on" date,
	"enterprise_signed_by" text,
	"enterprise_signed_how" text,
	"enterprise_signed_at" timestamp (3) with time zone,
	"enterprise_file_id" text,
	"household_signed_by" text,
	"household_signed_how" text,
	"household_signed_at" timestamp (3) with time zone,
	"household_file_id" text,
	"household_slip_by" text,
	"end_cause" text,
	"end_reason" text,
	"ended_by" text,
	"end_file_id" text,
	"ended_on" date,
	"renewed_from" text,
	"binding_state" text,
	"binding_since" date,
	"reminded_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreements_number" UNIQUE("number"),
	CONSTRAINT "agreements_renewed_from" UNIQUE("renewed_from"),
	CONSTRAINT "agreements_kind" CHECK ("agreements"."kind" in ('job', 'land', 'equity', 'order', 'membership', 'contract')),
	CONSTRAINT "agreements_state" CHECK ("agreements"."state" in ('unsigned', 'live', 'ended')),
	CONSTRAINT "agreements_enterprise_how" CHECK ("agreements"."enterprise_signed_how" in ('screen', 'paper')),
	CONSTRAINT "agreements_household_how" CHECK ("agreements"."household_signed_how" in ('screen', 'paper')),
	CONSTRAINT "agreements_cause" CHECK ("agreements"."end_cause" in ('both-agreed', 'enterprise-breach', 'household-breach', 'worker-left', 'household-moved', 'member-lost', 'project-stopped', 'land-taken', 'disaster', 'never-signed', 'other', 'expired', 'renewed')),
	CONSTRAINT "agreements_binding" CHECK ("agreements"."binding_state" in ('bound', 'amber', 'red')),
	CONSTRAINT "agreements_days" CHECK ("agreements"."ends_on" is null or "agreements"."ends_on" >= "agreements"."starts_on"),
	CONSTRAINT "agreements_signed" CHECK (("agreements"."state" <> 'live' or ("agreements"."enterprise_signed_how" is not null and "agreements"."household_signed_how" is not null))
        and ("agreements"."enterprise_signed_how" is null) = ("agreements"."enterprise_signed_at" is null)
        and ("agreements"."household_signed_how" is null) = ("agreements"."household_signed_at" is null)),
	CONSTRAINT "agreements_duties" CHECK ("agreements"."enterprise_signed_by" is null or "agreements"."household_signed_by" is null or "agreements"."enterprise_signed_by" <> "agreements"."household_signed_by"),
	CONSTRAINT "agreements_ended" CHECK (("agreements"."state" = 'ended') = ("agreements"."ended_on" is not null) and ("agreements"."ended_on" is null or ("agreements"."end_cause" is not null and "agreements"."ends_on" is not null))),
	CONSTRAINT "agreements_shares" CHECK (("agreements"."kind" = 'equity') = ("agreements"."binding_state" is not null) and ("agreements"."binding_state" is null) = ("agreements"."binding_since" is null))
);
--> statement-breakpoint
CREATE TABLE "allotment_rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"document" text NOT NULL,
	"fund_fen" bigint NOT NULL,
	"spent_fen" bigint DEFAULT 0 NOT NULL,
	"fen_per_person" bigint NOT NULL,
	"starts_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"created_by" text NOT NULL,
	"opened_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "allotment_rounds_state" CHECK ("allotment_rounds"."state" in ('draft', 'open', 'closed')),
	CONSTRAINT "allotment_rounds_fund" CHECK ("allotment_rounds"."spent_fen" >= 0 and "allotment_rounds"."spent_fen" <= "allotment_rounds"."fund_fen"),
	CONSTRAINT "allotment_rounds_person" CHECK ("allotment_rounds"."fen_per_person" > 0 and "allotment_rounds"."fund_fen" > 0),
	CONSTRAINT "allotment_rounds_days" CHECK ("allotment_rounds"."closes_on" >= "allotment_rounds"."starts_on"),
	CONSTRAINT "allotment_rounds_duties" CHECK ("allotment_rounds"."opened_by" is null or "allotment_rounds"."opened_by" <> "allotment_rounds"."created_by"),
	CONSTRAINT "allotment_rounds_opened" CHECK ("allotment_rounds"."state" <> 'open' or "allotment_rounds"."opened_by" is not null)
);
--> statement-breakpoint
CREATE TABLE "application_parcels" (
	"application_id" text NOT NULL,
	"parcel_id" text NOT NULL,
	"mu100" integer NOT NULL,
	"booked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "application_parcels_application_id_parcel_id_pk" PRIMARY KEY("application_id","parcel_id"),
	CONSTRAINT "application_parcels_mu" CHECK ("application_parcels"."mu100" > 0)
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"posting_id" text NOT NULL,
	"household_code" text NOT NULL,
	"state" text NOT NULL,
	"member_id" text,
	"size" integer NOT NULL,
	"card_token" text NOT NULL,
	"invited_by" text,
	"applied_by" text,
	"on_behalf_by" text,
	"slip_by" text,
	"consent_how" text,
	"consent_evidence" text,
	"witnesses_sealed" text,
	"consent_by" text,
	"consent_at" timestamp (3) with time zone,
	"match" jsonb,
	"terms_version" integer DEFAULT 1 NOT NULL,
	"answered_by" text,
	"approved_by" text,
	"decline_reason" text,
	"state_reason" text,
	"reason_code" text,
	"reply_due_on" date,
	"remind_on" date,
	"reminded_on" date,
	"approved_version" integer,
	"over_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "applications_card" UNIQUE("card_token"),
	CONSTRAINT "applications_state" CHECK ("applications"."state" in ('invited', 'applied', 'accepted', 'declined', 'returned', 'approved', 'held', 'rejected', 'final', 'withdrawn', 'expired', 'obsolete')),
	CONSTRAINT "applications_consent" CHECK ("applications"."consent_how" in ('own-account', 'code', 'slip', 'witnesses')),
	CONSTRAINT "applications_decline" CHECK ("applications"."decline_reason" in ('places-filled', 'season-over', 'work-does-not-fit', 'land-does-not-fit', 'too-far', 'could-not-reach', 'posting-withdrawn', 'other')),
	CONSTRAINT "applications_reason" CHECK ("applications"."reason_code" in ('word-unclear', 'paper-missing', 'record-outdated', 'choose-again', 'terms-changed', 'return-other', 'does-not-qualify', 'facts-differ', 'budget-spent', 'enough-already', 'reject-other', 'no-reply', 'placed-elsewhere', 'changed-after-approval', 'binding-lost', 'enterprise-gone')),
	CONSTRAINT "applications_size" CHECK ("applications"."size" >= 1),
	CONSTRAINT "applications_duties" CHECK ("applications"."approved_by" is null or (("applications"."invited_by" is null or "applications"."approved_by" <> "applications"."invited_by") and ("applications"."applied_by" is null or "applications"."approved_by" <> "applications"."applied_by") and ("applications"."answered_by" is null or "applications"."approved_by" <> "applications"."answered_by") and ("applications"."consent_by" is null or "applications"."approved_by" <> "applications"."consent_by") and ("applications"."slip_by" is null or "applications"."approved_by" <> "applications"."slip_by"))),
	CONSTRAINT "applications_word" CHECK ("applications"."state" not in ('approved', 'held', 'final') or "applications"."consent_how" is not null),
	CONSTRAINT "applications_over" CHECK ("applications"."over_on" is null or "applications"."state" = 'final')
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"user_id" text,
	"role" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"household_code" text,
	"before" jsonb,
	"after" jsonb,
	"why" text,
	"request_id" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"member_id" text NOT NULL,
	"slot" integer NOT NULL,
	"application_id" text NOT NULL,
	CONSTRAINT "bookings_member_id_slot_pk" PRIMARY KEY("member_id","slot"),
	CONSTRAINT "bookings_slot" CHECK ("bookings"."slot" >= 0 and "bookings"."slot" <= 12)
);
--> statement-breakpoint
CREATE TABLE "contract_details" (
	"posting_id" text PRIMARY KEY NOT NULL,
	"product" text NOT NULL,
	"plot_mu100" integer NOT NULL,
	"max_plots" integer NOT NULL,
	"months" integer NOT NULL,
	"skills" jsonb NOT NULL,
	"fee_fen_per_plot_year" bigint NOT NULL,
	"inputs_fen_per_plot_year" bigint NOT NULL,
	"yield_jin_per_plot" integer NOT NULL,
	"floor_fen_per_jin" bigint NOT NULL,
	"pay_within_days" integer NOT NULL,
	"years" integer NOT NULL,
	CONSTRAINT "contract_details_plots" CHECK ("contract_details"."plot_mu100" > 0 and "contract_details"."max_plots" >= 1),
	CONSTRAINT "contract_details_months" CHECK ("contract_details"."months" >= 1 and "contract_details"."months" <= 4095),
	CONSTRAINT "contract_details_fees" CHECK ("contract_details"."fee_fen_per_plot_year" >= 0 and "contract_details"."inputs_fen_per_plot_year" >= 0),
	CONSTRAINT "contract_details_price" CHECK ("contract_details"."floor_fen_per_jin" > 0 and "contract_details"."yield_jin_per_plot" > 0),
	CONSTRAINT "contract_details_pay" CHECK ("contract_details"."pay_within_days" >= 0 and "contract_details"."pay_within_days" <= 365),
	CONSTRAINT "contract_details_years" CHECK ("contract_details"."years" >= 1 and "contract_details"."years" <= 30)
);
--> statement-breakpoint
CREATE TABLE "county_changes" (
	"seq" serial PRIMARY KEY NOT NULL,
	"household_code" text,
	"posting_id" text
);
--> statement-breakpoint
CREATE TABLE "cursors" (
	"name" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"agreement_id" text NOT NULL,
	"delivered_on" date NOT NULL,
	"quantity100" integer NOT NULL,
	"price_fen" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	"reversal_of" text,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deliveries_reversal" UNIQUE("reversal_of"),
	CONSTRAINT "deliveries_amounts" CHECK ("deliveries"."price_fen" > 0 and (("deliveries"."reversal_of" is null and "deliveries"."quantity100" > 0) or ("deliveries"."reversal_of" is not null and "deliveries"."quantity100" < 0 and "deliveries"."reason" is not null)))
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"due_id" text NOT NULL,
	"payment_id" text,
	"enterprise_id" text NOT NULL,
	"household_code" text NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_by" text NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"closed_by" text,
	"closed_at" timestamp (3) with time zone,
	"closed_why" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "disputes_reason" CHECK ("disputes"."reason" in ('did-not-come', 'not-all', 'wrong-amount', 'other')),
	CONSTRAINT "disputes_state" CHECK ("disputes"."state" in ('open', 'answered', 'closed')),
	CONSTRAINT "disputes_answered" CHECK ("disputes"."state" <> 'answered' or "disputes"."answered_by" is not null),
	CONSTRAINT "disputes_closed" CHECK (("disputes"."state" = 'closed') = ("disputes"."closed_by" is not null)),
	CONSTRAINT "disputes_duties" CHECK ("disputes"."answered_by" is null or ("disputes"."answered_by" <> "disputes"."opened_by" and ("disputes"."closed_by" is null or "disputes"."closed_by" <> "disputes"."answered_by")))
);
--> statement-breakpoint
CREATE TABLE "division_distances" (
	"from_code" text NOT NULL,
	"to_code" text NOT NULL,
	"km" double precision NOT NULL,
	CONSTRAINT "division_distances_from_code_to_code_pk" PRIMARY KEY("from_code","to_code"),
	CONSTRAINT "division_distances_km" CHECK ("division_distances"."km" >= 0 and "division_distances"."km" <= 1000)
);
--> statement-breakpoint
CREATE TABLE "divisions" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"kind" text NOT NULL,
	"parent_code" text,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"coord_source" text NOT NULL,
	"accuracy_km" double precision NOT NULL,
	"official_name" text NOT NULL,
	"edition" text NOT NULL,
	"poor" boolean DEFAULT false NOT NULL,
	CONSTRAINT "divisions_kind" CHECK ("divisions"."kind" in ('county', 'subdistrict', 'town', 'community', 'village')),
	CONSTRAINT "divisions_code" CHECK (length("divisions"."code") = 12)
);
--> statement-breakpoint
CREATE TABLE "due_runs" (
	"agreement_id" text PRIMARY KEY NOT NULL,
	"agreement_version" integer NOT NULL,
	"through_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dues" (
	"id" text PRIMARY KEY NOT NULL,
	"agreement_id" text NOT NULL,
	"enterprise_id" text NOT NULL,
	"household_code" text NOT NULL,
	"member_id" text,
	"kind" text NOT NULL,
	"basis" text NOT NULL,
	"source_id" text DEFAULT '' NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"due_on" date NOT NULL,
	"amount_fen" bigint NOT NULL,
	"estimated" boolean DEFAULT false NOT NULL,
	"paid_fen" bigint DEFAULT 0 NOT NULL,
	"confirmed_fen" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dues_kind" CHECK ("dues"."kind" in ('rent', 'dividend', 'wage', 'sale', 'fee')),
	CONSTRAINT "dues_basis" CHECK ("dues"."basis" in ('rent-year', 'wage-month', 'wage-days', 'guaranteed', 'second', 'share-return', 'delivery', 'fee-year')),
	CONSTRAINT "dues_state" CHECK ("dues"."state" in ('open', 'void')),
	CONSTRAINT "dues_paid" CHECK ("dues"."amount_fen" >= 0 and "dues"."paid_fen" >= 0 and "dues"."paid_fen" <= "dues"."amount_fen" and "dues"."confirmed_fen" >= 0 and "dues"."confirmed_fen" <= "dues"."paid_fen"),
	CONSTRAINT "dues_void" CHECK ("dues"."state" = 'open' or "dues"."paid_fen" = 0),
	CONSTRAINT "dues_period" CHECK ("dues"."period_to" >= "dues"."period_from")
);
--> statement-breakpoint
CREATE TABLE "duplicate_pairs" (
	"id" text PRIMARY KEY NOT NULL,
	"member_a" text NOT NULL,
	"member_b" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"why" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "duplicate_pairs_state" CHECK ("duplicate_pairs"."state" in ('open', 'same', 'different')),
	CONSTRAINT "duplicate_pairs_order" CHECK ("duplicate_pairs"."member_a" < "duplicate_pairs"."member_b"),
	CONSTRAINT "duplicate_pairs_decided" CHECK (("duplicate_pairs"."state" = 'open') = ("duplicate_pairs"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "enterprise_places" (
	"id" text PRIMARY KEY NOT NULL,
	"enterprise_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"village_code" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "enterprise_places_kind" CHECK ("enterprise_places"."kind" in ('office', 'base', 'factory', 'outlet'))
);
--> statement-breakpoint
CREATE TABLE "enterprises" (
	"id" text PRIMARY KEY NOT NULL,
	"credit_code" text NOT NULL,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"industry" text NOT NULL,
	"village_code" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"legal_person" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone_sealed" text,
	"summary" text DEFAULT '' NOT NULL,
	"level" text,
	"capital_fen" bigint,
	"output_fen" bigint,
	"base_mu100" integer,
	"workers" integer,
	"member_households" integer,
	"tenants" integer,
	"floor_m2" integer,
	"paired_village_code" text,
	"version" integer DEFAULT 1 NOT NULL,
	"registered_by" text,
	"verified_by" text,
	"state_reason" text,
	"state_at" timestamp (3) with time zone NOT NULL,
	"frozen_on" date,
	"frozen_for" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "enterprises_credit_code" UNIQUE("credit_code"),
	CONSTRAINT "enterprises_kind" CHECK ("enterprises"."kind" in ('leading', 'company', 'park', 'cooperative', 'big-household', 'sole-trader', 'community-factory', 'collective')),
	CONSTRAINT "enterprises_state" CHECK ("enterprises"."state" in ('draft', 'submitted', 'verified', 'suspended', 'struck-off')),
	CONSTRAINT "enterprises_level" CHECK ("enterprises"."level" in ('national', 'provincial', 'municipal', 'county')),
	CONSTRAINT "enterprises_frozen_for" CHECK ("enterprises"."frozen_for" in ('dividend-unpaid')),
	CONSTRAINT "enterprises_frozen" CHECK (("enterprises"."frozen_on" is null) = ("enterprises"."frozen_for" is null)),
	CONSTRAINT "enterprises_credit_code_length" CHECK (length("enterprises"."credit_code") = 18),
	CONSTRAINT "enterprises_figures" CHECK ("enterprises"."capital_fen" >= 0 and "enterprises"."output_fen" >= 0 and "enterprises"."base_mu100" >= 0),
	CONSTRAINT "enterprises_counts" CHECK ("enterprises"."workers" >= 0 and "enterprises"."member_households" >= 0 and "enterprises"."tenants" >= 0 and "enterprises"."floor_m2" >= 0),
	CONSTRAINT "enterprises_duties" CHECK ("enterprises"."verified_by" is null or "enterprises"."verified_by" <> "enterprises"."registered_by")
);
--> statement-breakpoint
CREATE TABLE "equity_details" (
	"posting_id" text PRIMARY KEY NOT NULL,
	"round_id" text,
	"fen_per_person" bigint NOT NULL,
	"guaranteed_bp" integer NOT NULL,
	"second_bp" integer NOT NULL,
	"binding_link" text NOT NULL,
	CONSTRAINT "equity_details_link" CHECK ("equity_details"."binding_link" in ('land', 'order', 'labor')),
	CONSTRAINT "equity_details_terms" CHECK ("equity_details"."fen_per_person" > 0 and "equity_details"."guaranteed_bp" >= 0 and "equity_details"."second_bp" >= 0)
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"sealed" boolean NOT NULL,
	"body" "bytea" NOT NULL,
	"added_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "files_subject" CHECK ("files"."subject" in ('project', 'application', 'objection', 'agreement', 'payment', 'enterprise', 'import')),
	CONSTRAINT "files_size" CHECK ("files"."size" > 0)
);
--> statement-breakpoint
CREATE TABLE "full_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"division" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text NOT NULL,
	"decided_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"taken_at" timestamp (3) with time zone,
	CONSTRAINT "full_exports_state" CHECK ("full_exports"."state" in ('asked', 'allowed', 'refused')),
	CONSTRAINT "full_exports_duties" CHECK ("full_exports"."decided_by" is null or "full_exports"."decided_by" <> "full_exports"."asked_by"),
	CONSTRAINT "full_exports_decided" CHECK (("full_exports"."state" = 'asked') = ("full_exports"."decided_by" is null)),
	CONSTRAINT "full_exports_taken" CHECK ("full_exports"."taken_at" is null or "full_exports"."state" = 'allowed')
);
--> statement-breakpoint
CREATE TABLE "household_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"household_code" text NOT NULL,
	"version" integer NOT NULL,
	"member_id" text,
	"kind" text NOT NULL,
	"happened_on" date NOT NULL,
	"changes_sealed" text NOT NULL,
	"other_code" text,
	"import_id" text,
	"changed_by" text,
	"why" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "household_changes_kind" CHECK ("household_changes"."kind" in ('registered', 'edited', 'imported', 'undone', 'moved-away', 'moved-in', 'member-moved-out', 'member-moved-in', 'born', 'died', 'married-in', 'split', 'merged', 'lifted', 'fell-back', 'struck-off'))
);
--> statement-breakpoint
CREATE TABLE "household_details" (
	"household_code" text PRIMARY KEY NOT NULL,
	"standard" text,
	"martyr_family" boolean,
	"only_child" boolean,
	"two_daughters" boolean,
	"arable_mu100" integer,
	"certified_mu100" integer,
	"irrigated_mu100" integer,
	"dry_mu100" integer,
	"paddy_mu100" integer,
	"forest_mu100" integer,
	"returned_forest_mu100" integer,
	"orchard_mu100" integer,
	"pasture_mu100" integer,
	"water_mu100" integer,
	"industries" jsonb,
	"producer_group" text,
	"in_cooperative" boolean,
	"led_by_enterprise" boolean,
	"led_by_leader" boolean,
	"in_mutual_fund" boolean,
	"mutual_fund_fen" bigint,
	"housing_m2" double precision,
	"housing_structure" text,
	"housing_danger" text,
	"relocated" boolean,
	"main_road_km" double precision,
	"road_kind" text,
	"has_electricity" boolean,
	"has_safe_water" boolean,
	"has_toilet" boolean,
	"has_broadcast" boolean,
	"fuel" text,
	"helper_name" text,
	"helper_unit" text,
	"helper_post" text,
	"helper_phone_sealed" text,
	"help_needs" jsonb,
	"lifted_on" date,
	"wish_industries" jsonb,
	"wish_place" text,
	"wish_kinds" jsonb,
	"wish_note" text,
	CONSTRAINT "household_details_standard" CHECK ("household_details"."standard" in ('national', 'provincial', 'municipal')),
	CONSTRAINT "household_details_group" CHECK ("household_details"."producer_group" in ('cooperative', 'leading-enterprise', 'association', 'other')),
	CONSTRAINT "household_details_structure" CHECK ("household_details"."housing_structure" in ('earth', 'brick-wood', 'brick-concrete', 'frame', 'other')),
	CONSTRAINT "household_details_danger" CHECK ("household_details"."housing_danger" in ('none', 'c', 'd')),
	CONSTRAINT "household_details_road" CHECK ("household_details"."road_kind" in ('earth', 'gravel', 'concrete', 'asphalt')),
	CONSTRAINT "household_details_fuel" CHECK ("household_details"."fuel" in ('firewood', 'coal', 'gas', 'biogas', 'electricity', 'other')),
	CONSTRAINT "household_details_place" CHECK ("household_details"."wish_place" in ('in-town', 'in-county', 'in-province', 'out-of-province'))
);
--> statement-breakpoint
CREATE TABLE "household_incomes" (
	"household_code" text NOT NULL,
	"year" integer NOT NULL,
	"wages_fen" bigint,
	"production_fen" bigint,
	"property_fen" bigint,
	"transfer_fen" bigint,
	"low_income_fen" bigint,
	"destitute_fen" bigint,
	"pension_fen" bigint,
	"family_planning_fen" bigint,
	"ecology_fen" bigint,
	"cost_fen" bigint,
	"net_fen" bigint,
	"per_person_fen" bigint,
	"industry_fen" bigint,
	CONSTRAINT "household_incomes_household_code_year_pk" PRIMARY KEY("household_code","year"),
	CONSTRAINT "household_incomes_year" CHECK ("household_incomes"."year" between 1990 and 2100)
);
--> statement-breakpoint
CREATE TABLE "households" (
	"code" text PRIMARY KEY NOT NULL,
	"head_name" text NOT NULL,
	"pinyin" text NOT NULL,
	"village_code" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"phone_sealed" text,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"register" text DEFAULT 'listed' NOT NULL,
	"cause" text NOT NULL,
	"other_causes" jsonb NOT NULL,
	"income_per_person_fen" bigint,
	"merged_into" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "households_type" CHECK ("households"."type" in ('general', 'low-income', 'destitute')),
	CONSTRAINT "households_status" CHECK ("households"."status" in ('poor', 'lifted', 'monitored')),
	CONSTRAINT "households_register" CHECK ("households"."register" in ('listed', 'moved-away', 'merged', 'struck-off')),
	CONSTRAINT "households_cause" CHECK ("households"."cause" in ('illness', 'disability', 'schooling', 'disaster', 'marriage', 'bereavement', 'no-land', 'no-water', 'no-skill', 'no-funds', 'no-labor', 'no-road', 'low-drive', 'other'))
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"user_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"body" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'reading' NOT NULL,
	"file_name" text NOT NULL,
	"file_size" integer NOT NULL,
	"division_scope" text NOT NULL,
	"staged_for" date NOT NULL,
	"document" text,
	"counts" jsonb,
	"notes" jsonb,
	"failure" jsonb,
	"staged_by" text,
	"committed_by" text,
	"undone_by" text,
	"undone_why" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"staged_at" timestamp (3) with time zone,
	"committed_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "import_batches_kind" CHECK ("import_batches"."kind" in ('households', 'points', 'distances', 'poor-villages')),
	CONSTRAINT "import_batches_state" CHECK ("import_batches"."state" in ('reading', 'columns', 'failed', 'staged', 'committing', 'committed', 'undone', 'discarded')),
	CONSTRAINT "import_batches_duties" CHECK ("import_batches"."committed_by" is null or "import_batches"."staged_by" is null or "import_batches"."committed_by" <> "import_batches"."staged_by"),
	CONSTRAINT "import_batches_committed" CHECK (("import_batches"."state" in ('committed', 'undone')) = ("import_batches"."committed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"kind" text NOT NULL,
	"shape" text NOT NULL,
	"columns" jsonb NOT NULL,
	"set_by" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_mappings_kind_shape_pk" PRIMARY KEY("kind","shape"),
	CONSTRAINT "import_mappings_kind" CHECK ("import_mappings"."kind" in ('households', 'points', 'distances', 'poor-villages'))
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" text NOT NULL,
	"seq" integer NOT NULL,
	"sheet" text NOT NULL,
	"row" integer NOT NULL,
	"outcome" text NOT NULL,
	"unit" text NOT NULL,
	"writes" boolean NOT NULL,
	"payload_sealed" "bytea" NOT NULL,
	CONSTRAINT "import_rows_import_id_seq_pk" PRIMARY KEY("import_id","seq"),
	CONSTRAINT "import_rows_outcome" CHECK ("import_rows"."outcome" in ('new', 'changed', 'same', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "industries" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"group_kind" text NOT NULL,
	"term" text NOT NULL,
	"sort" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "industries_group" CHECK ("industries"."group_kind" in ('leading', 'special', 'other')),
	CONSTRAINT "industries_term" CHECK ("industries"."term" in ('short', 'long'))
);
--> statement-breakpoint
CREATE TABLE "job_details" (
	"posting_id" text PRIMARY KEY NOT NULL,
	"months" integer NOT NULL,
	"work" text NOT NULL,
	"wage_fen" bigint NOT NULL,
	"wage_unit" text NOT NULL,
	"age_min" integer,
	"age_max" integer,
	"skills" jsonb NOT NULL,
	"skills_required" boolean DEFAULT false NOT NULL,
	"lodging" boolean DEFAULT false NOT NULL,
	CONSTRAINT "job_details_work" CHECK ("job_details"."work" in ('light', 'ordinary', 'skilled')),
	CONSTRAINT "job_details_wage_unit" CHECK ("job_details"."wage_unit" in ('month', 'day')),
	CONSTRAINT "job_details_months" CHECK ("job_details"."months" >= 1 and "job_details"."months" <= 4095),
	CONSTRAINT "job_details_wage" CHECK ("job_details"."wage_fen" > 0),
	CONSTRAINT "job_details_age" CHECK ("job_details"."age_min" is null or "job_details"."age_max" is null or "job_details"."age_min" <= "job_details"."age_max")
);
--> statement-breakpoint
CREATE TABLE "land_details" (
	"posting_id" text PRIMARY KEY NOT NULL,
	"parcel_kinds" jsonb NOT NULL,
	"min_mu100" integer NOT NULL,
	"full_mu100" integer,
	"rent_fen_per_mu_year" bigint NOT NULL,
	"years" integer NOT NULL,
	CONSTRAINT "land_details_mu" CHECK ("land_details"."min_mu100" > 0 and ("land_details"."full_mu100" is null or "land_details"."full_mu100" >= "land_details"."min_mu100")),
	CONSTRAINT "land_details_rent" CHECK ("land_details"."rent_fen_per_mu_year" > 0),
	CONSTRAINT "land_details_years" CHECK ("land_details"."years" >= 1 and "land_details"."years" <= 30)
);
--> statement-breakpoint
CREATE TABLE "member_details" (
	"member_id" text PRIMARY KEY NOT NULL,
	"person_code" text,
	"ethnicity" text,
	"politics" text,
	"disability_card_sealed" text,
	"soldier" boolean,
	"illness_insurance" boolean,
	"resident_medical" boolean,
	"employee_medical" boolean,
	"resident_pension" boolean,
	"employee_pension" boolean,
	"low_income" boolean,
	"destitute" boolean,
	"speaks_mandarin" boolean,
	"employer" text,
	CONSTRAINT "member_details_politics" CHECK ("member_details"."politics" in ('party-member', 'probationary', 'youth-league', 'masses'))
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"household_code" text NOT NULL,
	"name" text NOT NULL,
	"relation" text NOT NULL,
	"sex" text NOT NULL,
	"birth" date NOT NULL,
	"id_number_sealed" text NOT NULL,
	"id_number_index" text NOT NULL,
	"education" text,
	"schooling" text,
	"health_sealed" text NOT NULL,
	"labor_class" text NOT NULL,
	"skills" jsonb NOT NULL,
	"work_place" text,
	"work_months" integer,
	"state" text DEFAULT 'present' NOT NULL,
	CONSTRAINT "members_relation" CHECK ("members"."relation" in ('head', 'spouse', 'son', 'daughter', 'daughter-in-law', 'son-in-law', 'grandson', 'granddaughter', 'daughters-son', 'daughters-daughter', 'father', 'mother', 'wifes-father', 'wifes-mother', 'husbands-father', 'husbands-mother', 'grandfather', 'grandmother', 'maternal-grandfather', 'maternal-grandmother', 'sibling', 'great-grandson', 'great-granddaughter', 'nephew', 'niece', 'brothers-wife', 'uncle', 'other')),
	CONSTRAINT "members_sex" CHECK ("members"."sex" in ('male', 'female')),
	CONSTRAINT "members_education" CHECK ("members"."education" in ('illiterate', 'primary', 'junior', 'senior', 'college', 'bachelor')),
	CONSTRAINT "members_schooling" CHECK ("members"."schooling" in ('preschool-age', 'kindergarten', 'primary', 'junior', 'senior', 'vocational-senior', 'vocational-college', 'technician', 'undergraduate', 'postgraduate')),
	CONSTRAINT "members_labor_class" CHECK ("members"."labor_class" in ('skilled', 'ordinary', 'weak', 'lost', 'none')),
	CONSTRAINT "members_work_place" CHECK ("members"."work_place" in ('in-town', 'in-county', 'in-province', 'out-of-province')),
	CONSTRAINT "members_state" CHECK ("members"."state" in ('present', 'moved-out', 'died', 'merged')),
	CONSTRAINT "members_education_or_school" CHECK ("members"."education" is null or "members"."schooling" is null),
	CONSTRAINT "members_work" CHECK (("members"."work_place" is null) = ("members"."work_months" is null) and ("members"."work_months" is null or ("members"."work_months" >= 0 and "members"."work_months" <= 12)))
);
--> statement-breakpoint
CREATE TABLE "membership_details" (
	"posting_id" text PRIMARY KEY NOT NULL,
	"share_fen" bigint NOT NULL,
	"surplus_bp" integer NOT NULL,
	"services" jsonb NOT NULL,
	"own_villages" boolean DEFAULT false NOT NULL,
	CONSTRAINT "membership_details_share" CHECK ("membership_details"."share_fen" >= 0),
	CONSTRAINT "membership_details_surplus" CHECK ("membership_details"."surplus_bp" >= 0 and "membership_details"."surplus_bp" <= 10000)
);
--> statement-breakpoint
CREATE TABLE "message_sends" (
	"message_id" text NOT NULL,
	"channel" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"failure" text,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "message_sends_message_id_channel_pk" PRIMARY KEY("message_id","channel"),
	CONSTRAINT "message_sends_channel" CHECK ("message_sends"."channel" in ('email', 'sms')),
	CONSTRAINT "message_sends_state" CHECK ("message_sends"."state" in ('queued', 'sent', 'failed')),
	CONSTRAINT "message_sends_sent" CHECK (("message_sends"."state" = 'sent') = ("message_sends"."sent_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"title" text NOT NULL,
	"audit_seq" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"application_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"published_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notices_number" UNIQUE("number"),
	CONSTRAINT "notices_state" CHECK ("notices"."state" in ('open', 'over', 'withdrawn')),
	CONSTRAINT "notices_days" CHECK ("notices"."ends_on" > "notices"."published_on")
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" text PRIMARY KEY NOT NULL,
	"notice_id" text NOT NULL,
	"via" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"body" text NOT NULL,
	"contact_sealed" text,
	"recorded_by" text,
	"answer_due_on" date,
	"decided_by" text,
	"decision_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "objections_via" CHECK ("objections"."via" in ('web', 'paper', 'phone')),
	CONSTRAINT "objections_state" CHECK ("objections"."state" in ('open', 'upheld', 'dismissed', 'lapsed')),
	CONSTRAINT "objections_decided" CHECK (("objections"."state" in ('open', 'lapsed')) = ("objections"."decided_by" is null) and ("objections"."state" = 'open' or "objections"."decision_reason" is not null)),
	CONSTRAINT "objections_duties" CHECK ("objections"."decided_by" is null or "objections"."recorded_by" is null or "objections"."decided_by" <> "objections"."recorded_by")
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"household_code" text NOT NULL,
	"purpose" text NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_by" text,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "one_time_codes_purpose" CHECK ("one_time_codes"."purpose" in ('consent', 'sign-in')),
	CONSTRAINT "one_time_codes_tries" CHECK ("one_time_codes"."tries" >= 0 and "one_time_codes"."tries" <= 5),
	CONSTRAINT "one_time_codes_duties" CHECK ("one_time_codes"."purpose" <> 'consent' or "one_time_codes"."used_by" is null or "one_time_codes"."created_by" is null or "one_time_codes"."used_by" <> "one_time_codes"."created_by")
);
--> statement-breakpoint
CREATE TABLE "order_details" (
	"posting_id" text PRIMARY KEY NOT NULL,
	"product" text NOT NULL,
	"grade" text DEFAULT '' NOT NULL,
	"parcel_kinds" jsonb NOT NULL,
	"yield_jin" integer NOT NULL,
	"min_jin" integer NOT NULL,
	"full_jin" integer NOT NULL,
	"floor_fen_per_jin" bigint NOT NULL,
	"delivery_months" integer NOT NULL,
	"pay_within_days" integer NOT NULL,
	"years" integer NOT NULL,
	CONSTRAINT "order_details_jin" CHECK ("order_details"."min_jin" >= 1 and "order_details"."full_jin" >= "order_details"."min_jin"),
	CONSTRAINT "order_details_price" CHECK ("order_details"."floor_fen_per_jin" > 0 and "order_details"."yield_jin" > 0),
	CONSTRAINT "order_details_months" CHECK ("order_details"."delivery_months" >= 1 and "order_details"."delivery_months" <= 4095),
	CONSTRAINT "order_details_pay" CHECK ("order_details"."pay_within_days" >= 0 and "order_details"."pay_within_days" <= 365),
	CONSTRAINT "order_details_years" CHECK ("order_details"."years" >= 1 and "order_details"."years" <= 30)
);
--> statement-breakpoint
CREATE TABLE "parcels" (
	"id" text PRIMARY KEY NOT NULL,
	"household_code" text NOT NULL,
	"kind" text NOT NULL,
	"use" text NOT NULL,
	"offered" boolean DEFAULT false NOT NULL,
	"area_mu100" integer NOT NULL,
	"state" text DEFAULT 'present' NOT NULL,
	"agreed_mu100" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "parcels_kind" CHECK ("parcels"."kind" in ('paddy', 'dry', 'tea', 'orchard', 'forest', 'water')),
	CONSTRAINT "parcels_state" CHECK ("parcels"."state" in ('present', 'gone')),
	CONSTRAINT "parcels_use" CHECK ("parcels"."use" in ('own-use', 'idle', 'leased-out')),
	CONSTRAINT "parcels_area" CHECK ("parcels"."area_mu100" > 0 and "parcels"."area_mu100" <= 1000000),
	CONSTRAINT "parcels_agreed" CHECK ("parcels"."agreed_mu100" >= 0 and "parcels"."agreed_mu100" <= "parcels"."area_mu100")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"due_id" text NOT NULL,
	"enterprise_id" text NOT NULL,
	"household_code" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"paid_on" date NOT NULL,
	"method" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'recorded' NOT NULL,
	"recorded_by" text NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone,
	"confirmed_note" text,
	"confirmed_slip_by" text,
	"reversal_of" text,
	"reason" text,
	"import_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_reversal" UNIQUE("reversal_of"),
	CONSTRAINT "payments_state" CHECK ("payments"."state" in ('recorded', 'confirmed', 'disputed', 'reversed', 'reversal')),
	CONSTRAINT "payments_method" CHECK ("payments"."method" in ('card', 'transfer', 'cash', 'phone', 'other')),
	CONSTRAINT "payments_sign" CHECK (("payments"."state" = 'reversal') = ("payments"."reversal_of" is not null) and (("payments"."state" = 'reversal' and "payments"."amount_fen" < 0) or ("payments"."state" <> 'reversal' and "payments"."amount_fen" > 0))),
	CONSTRAINT "payments_confirmed" CHECK ("payments"."state" <> 'confirmed' or "payments"."confirmed_by" is not null),
	CONSTRAINT "payments_duties" CHECK ("payments"."confirmed_by" is null or "payments"."confirmed_by" <> "payments"."recorded_by"),
	CONSTRAINT "payments_reason" CHECK ("payments"."reversal_of" is null or "payments"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "plan_pairs" (
	"plan_id" text NOT NULL,
	"item" text NOT NULL,
	"household_code" text NOT NULL,
	"posting_id" text NOT NULL,
	"member_id" text,
	"parcel_id" text,
	"persons" integer,
	"size" integer NOT NULL,
	"score" double precision NOT NULL,
	"application_id" text,
	"skipped" text,
	CONSTRAINT "plan_pairs_plan_id_item_pk" PRIMARY KEY("plan_id","item")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"division_scope" text NOT NULL,
	"planned_for" date NOT NULL,
	"rules" jsonb NOT NULL,
	"based_on" text,
	"inputs_hash" text,
	"summary" jsonb,
	"prices" jsonb,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"failure" jsonb,
	CONSTRAINT "plans_state" CHECK ("plans"."state" in ('running', 'done', 'cancelled', 'failed')),
	CONSTRAINT "plans_done" CHECK ("plans"."state" <> 'done' or "plans"."summary" is not null)
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"document" text NOT NULL,
	"proposed_by" text,
	"applied_by" text,
	"applied_at" timestamp (3) with time zone,
	"refused_by" text,
	"refused_at" timestamp (3) with time zone,
	"refusal_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_decided_once" CHECK ("policy"."applied_at" is null or "policy"."refused_at" is null),
	CONSTRAINT "policy_refused" CHECK (("policy"."refused_at" is null) = ("policy"."refusal_reason" is null)),
	CONSTRAINT "policy_duties" CHECK ("policy"."proposed_by" is null or "policy"."applied_by" is null or "policy"."proposed_by" <> "policy"."applied_by")
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"village_code" text NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"radius_km" double precision,
	"closes_on" date NOT NULL,
	"capacity" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"reach_band" text,
	"version" integer DEFAULT 1 NOT NULL,
	"terms_version" integer DEFAULT 1 NOT NULL,
	"created_by" text,
	"reviewed_by" text,
	"published_at" timestamp (3) with time zone,
	"state_reason" text,
	"heard_on" date NOT NULL,
	"warned_on" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "postings_kind" CHECK ("postings"."kind" in ('job', 'land', 'equity', 'order', 'membership', 'contract')),
	CONSTRAINT "postings_state" CHECK ("postings"."state" in ('draft', 'submitted', 'published', 'returned', 'closed')),
	CONSTRAINT "postings_capacity" CHECK ("postings"."capacity" >= 1 and "postings"."capacity" <= 10000000),
	CONSTRAINT "postings_taken" CHECK ("postings"."taken" >= 0 and "postings"."taken" <= "postings"."capacity"),
	CONSTRAINT "postings_radius" CHECK ("postings"."radius_km" is null or "postings"."radius_km" > 0),
	CONSTRAINT "postings_reviewer" CHECK ("postings"."reviewed_by" is null or "postings"."reviewed_by" <> "postings"."created_by")
);
--> statement-breakpoint
CREATE TABLE "profit_declarations" (
	"id" text PRIMARY KEY NOT NULL,
	"enterprise_id" text NOT NULL,
	"year" integer NOT NULL,
	"profit_fen" bigint NOT NULL,
	"declared_on" date NOT NULL,
	"document" text DEFAULT '' NOT NULL,
	"declared_by" text NOT NULL,
	"corrected_on" date,
	"corrected_by" text,
	"corrected_why" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "profit_declarations_corrected" CHECK (("profit_declarations"."corrected_on" is null) = ("profit_declarations"."corrected_by" is null) and ("profit_declarations"."corrected_on" is null) = ("profit_declarations"."corrected_why" is null)),
	CONSTRAINT "profit_declarations_profit" CHECK ("profit_declarations"."profit_fen" >= 0 and "profit_declarations"."year" between 2000 and 2100)
);
--> statement-breakpoint
CREATE TABLE "project_villages" (
	"project_id" text NOT NULL,
	"village_code" text NOT NULL,
	CONSTRAINT "project_villages_project_id_village_code_pk" PRIMARY KEY("project_id","village_code")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" text PRIMARY KEY NOT NULL,
	"enterprise_id" text NOT NULL,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"state" text DEFAULT 'listed' NOT NULL,
	"industry" text NOT NULL,
	"sector" text NOT NULL,
	"term" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"capacity" text DEFAULT '' NOT NULL,
	"households" integer,
	"links" jsonb NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"state_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "projects_state" CHECK ("projects"."state" in ('draft', 'listed', 'ended', 'hidden')),
	CONSTRAINT "projects_sector" CHECK ("projects"."sector" in ('primary', 'secondary', 'tertiary')),
	CONSTRAINT "projects_term" CHECK ("projects"."term" in ('short', 'long')),
	CONSTRAINT "projects_households" CHECK ("projects"."households" >= 1),
	CONSTRAINT "projects_days" CHECK ("projects"."ends_on" >= "projects"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"opened_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "slips" (
	"household_code" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "slips_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tokens_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"division_scope" text,
	"enterprise_id" text,
	"household_code" text,
	"password_hash" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"email_sealed" text,
	"phone_sealed" text,
	"channels" jsonb,
	"welcomed_at" timestamp (3) with time zone,
	"start_until" timestamp (3) with time zone,
	"failed_tries" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_username" UNIQUE("username"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('household', 'village', 'town', 'county', 'admin', 'enterprise', 'auditor')),
	CONSTRAINT "users_state" CHECK ("users"."state" in ('active', 'suspended')),
	CONSTRAINT "users_scope" CHECK (("users"."role" = 'enterprise' and "users"."enterprise_id" is not null and "users"."household_code" is null and "users"."division_scope" is null)
        or ("users"."role" = 'household' and "users"."household_code" is not null and "users"."enterprise_id" is null and "users"."division_scope" is null)
        or ("users"."role" not in ('enterprise', 'household') and "users"."division_scope" is not null and length("users"."division_scope") in (2, 4, 6, 9, 12) and "users"."enterprise_id" is null and "users"."household_code" is null))
);
--> statement-breakpoint
CREATE TABLE "work_days" (
	"agreement_id" text NOT NULL,
	"month_on" date NOT NULL,
	"half_days" integer NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "work_days_agreement_id_month_on_pk" PRIMARY KEY("agreement_id","month_on"),
	CONSTRAINT "work_days_days" CHECK ("work_days"."half_days" >= 0 and "work_days"."half_days" <= 62)
);
--> statement-breakpoint
ALTER TABLE "agreement_annexes" ADD CONSTRAINT "agreement_annexes_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_parcels" ADD CONSTRAINT "application_parcels_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_parcels" ADD CONSTRAINT "application_parcels_parcel_id_parcels_id_fk" FOREIGN KEY ("parcel_id") REFERENCES "public"."parcels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_details" ADD CONSTRAINT "contract_details_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_due_id_dues_id_fk" FOREIGN KEY ("due_id") REFERENCES "public"."dues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "division_distances" ADD CONSTRAINT "division_distances_from_code_divisions_code_fk" FOREIGN KEY ("from_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "division_distances" ADD CONSTRAINT "division_distances_to_code_divisions_code_fk" FOREIGN KEY ("to_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_runs" ADD CONSTRAINT "due_runs_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues" ADD CONSTRAINT "dues_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues" ADD CONSTRAINT "dues_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues" ADD CONSTRAINT "dues_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues" ADD CONSTRAINT "dues_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise_places" ADD CONSTRAINT "enterprise_places_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise_places" ADD CONSTRAINT "enterprise_places_village_code_divisions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_industry_industries_code_fk" FOREIGN KEY ("industry") REFERENCES "public"."industries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_village_code_divisions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_paired_village_code_divisions_code_fk" FOREIGN KEY ("paired_village_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equity_details" ADD CONSTRAINT "equity_details_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equity_details" ADD CONSTRAINT "equity_details_round_id_allotment_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."allotment_rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_changes" ADD CONSTRAINT "household_changes_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_changes" ADD CONSTRAINT "household_changes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_details" ADD CONSTRAINT "household_details_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_incomes" ADD CONSTRAINT "household_incomes_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "households" ADD CONSTRAINT "households_village_code_divisions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_import_batches_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_details" ADD CONSTRAINT "job_details_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "land_details" ADD CONSTRAINT "land_details_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_details" ADD CONSTRAINT "member_details_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_details" ADD CONSTRAINT "membership_details_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_sends" ADD CONSTRAINT "message_sends_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_codes" ADD CONSTRAINT "one_time_codes_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_details" ADD CONSTRAINT "order_details_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_due_id_dues_id_fk" FOREIGN KEY ("due_id") REFERENCES "public"."dues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pairs" ADD CONSTRAINT "plan_pairs_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pairs" ADD CONSTRAINT "plan_pairs_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pairs" ADD CONSTRAINT "plan_pairs_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_village_code_divisions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profit_declarations" ADD CONSTRAINT "profit_declarations_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_villages" ADD CONSTRAINT "project_villages_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_villages" ADD CONSTRAINT "project_villages_village_code_divisions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_industry_industries_code_fk" FOREIGN KEY ("industry") REFERENCES "public"."industries"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slips" ADD CONSTRAINT "slips_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_days" ADD CONSTRAINT "work_days_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_annexes_number" ON "agreement_annexes" USING btree ("agreement_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_annexes_one_open" ON "agreement_annexes" USING btree ("agreement_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "agreements_application" ON "agreements" USING btree ("application_id") WHERE end_cause is null or end_cause <> 'renewed' or state <> 'ended';--> statement-breakpoint
CREATE INDEX "agreements_of_application" ON "agreements" USING btree ("application_id","state","binding_state");--> statement-breakpoint
CREATE INDEX "agreements_household" ON "agreements" USING btree ("household_code","state");--> statement-breakpoint
CREATE INDEX "agreements_enterprise" ON "agreements" USING btree ("enterprise_id","state");--> statement-breakpoint
CREATE INDEX "agreements_state_ends" ON "agreements" USING btree ("state","ends_on");--> statement-breakpoint
CREATE INDEX "agreements_bindings" ON "agreements" USING btree ("binding_state") WHERE binding_state is not null and state <> 'ended';--> statement-breakpoint
CREATE INDEX "application_parcels_parcel" ON "application_parcels" USING btree ("parcel_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_open" ON "applications" USING btree ("posting_id","household_code") WHERE over_on is null and state in ('invited', 'applied', 'accepted', 'returned', 'approved', 'held', 'final');--> statement-breakpoint
CREATE INDEX "applications_household" ON "applications" USING btree ("household_code","state");--> statement-breakpoint
CREATE INDEX "applications_posting_state" ON "applications" USING btree ("posting_id","state");--> statement-breakpoint
CREATE INDEX "applications_state" ON "applications" USING btree ("state","household_code","id");--> statement-breakpoint
CREATE INDEX "applications_due" ON "applications" USING btree ("reply_due_on") WHERE reply_due_on is not null;--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "audit_household" ON "audit" USING btree ("household_code");--> statement-breakpoint
CREATE INDEX "audit_user" ON "audit" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "bookings_application" ON "bookings" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "deliveries_agreement" ON "deliveries" USING btree ("agreement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_one_open" ON "disputes" USING btree ("due_id") WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "disputes_state" ON "disputes" USING btree ("state");--> statement-breakpoint
CREATE INDEX "disputes_enterprise" ON "disputes" USING btree ("enterprise_id","state");--> statement-breakpoint
CREATE INDEX "disputes_household" ON "disputes" USING btree ("household_code","state");--> statement-breakpoint
CREATE INDEX "divisions_parent" ON "divisions" USING btree ("parent_code");--> statement-breakpoint
CREATE UNIQUE INDEX "dues_line" ON "dues" USING btree ("agreement_id","basis","period_from","source_id");--> statement-breakpoint
CREATE INDEX "dues_household" ON "dues" USING btree ("household_code","due_on");--> statement-breakpoint
CREATE INDEX "dues_enterprise" ON "dues" USING btree ("enterprise_id","due_on");--> statement-breakpoint
CREATE INDEX "dues_day" ON "dues" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "dues_guaranteed" ON "dues" USING btree ("due_on") WHERE state = 'open' and basis = 'guaranteed';--> statement-breakpoint
CREATE INDEX "dues_unpaid" ON "dues" USING btree ("due_on") WHERE state = 'open' and paid_fen < amount_fen;--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate_pairs_pair" ON "duplicate_pairs" USING btree ("member_a","member_b");--> statement-breakpoint
CREATE INDEX "enterprise_places_enterprise" ON "enterprise_places" USING btree ("enterprise_id");--> statement-breakpoint
CREATE INDEX "enterprises_village" ON "enterprises" USING btree ("village_code");--> statement-breakpoint
CREATE INDEX "enterprises_state_index" ON "enterprises" USING btree ("state");--> statement-breakpoint
CREATE INDEX "files_subject_id" ON "files" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "household_changes_version" ON "household_changes" USING btree ("household_code","version");--> statement-breakpoint
CREATE INDEX "household_changes_import" ON "household_changes" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "households_village" ON "households" USING btree ("village_code");--> statement-breakpoint
CREATE INDEX "households_list" ON "households" USING btree ("register","code","village_code","head_name","pinyin");--> statement-breakpoint
CREATE INDEX "import_batches_created" ON "import_batches" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "import_rows_outcome_seq" ON "import_rows" USING btree ("import_id","outcome","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "industries_name_zh" ON "industries" USING btree ("name_zh");--> statement-breakpoint
CREATE UNIQUE INDEX "industries_name_en" ON "industries" USING btree ("name_en");--> statement-breakpoint
CREATE UNIQUE INDEX "members_id_number" ON "members" USING btree ("id_number_index") WHERE state <> 'moved-out';--> statement-breakpoint
CREATE UNIQUE INDEX "members_one_head" ON "members" USING btree ("household_code") WHERE relation = 'head' and state = 'present';--> statement-breakpoint
CREATE INDEX "members_household" ON "members" USING btree ("household_code","state","labor_class","schooling","birth");--> statement-breakpoint
CREATE INDEX "members_name_birth" ON "members" USING btree ("name","birth");--> statement-breakpoint
CREATE INDEX "message_sends_due" ON "message_sends" USING btree ("state","next_try_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("user_id","audit_seq");--> statement-breakpoint
CREATE INDEX "messages_user" ON "messages" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("user_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notices_state_ends" ON "notices" USING btree ("state","ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_application" ON "notices" USING btree ("application_id") WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "notices_of_application" ON "notices" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "objections_notice" ON "objections" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "one_time_codes_household" ON "one_time_codes" USING btree ("household_code","created_at");--> statement-breakpoint
CREATE INDEX "parcels_household" ON "parcels" USING btree ("household_code","state","use","offered","area_mu100");--> statement-breakpoint
CREATE INDEX "payments_due" ON "payments" USING btree ("due_id");--> statement-breakpoint
CREATE INDEX "payments_household" ON "payments" USING btree ("household_code","state");--> statement-breakpoint
CREATE INDEX "payments_enterprise" ON "payments" USING btree ("enterprise_id","created_at");--> statement-breakpoint
CREATE INDEX "plan_pairs_posting" ON "plan_pairs" USING btree ("plan_id","posting_id");--> statement-breakpoint
CREATE INDEX "plan_pairs_household" ON "plan_pairs" USING btree ("household_code");--> statement-breakpoint
CREATE INDEX "policy_key" ON "policy" USING btree ("key","starts_on");--> statement-breakpoint
CREATE INDEX "postings_project" ON "postings" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "postings_state_kind" ON "postings" USING btree ("state","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "profit_declarations_year" ON "profit_declarations" USING btree ("enterprise_id","year");--> statement-breakpoint
CREATE INDEX "projects_enterprise" ON "projects" USING btree ("enterprise_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "tokens_user" ON "tokens" USING btree ("user_id");