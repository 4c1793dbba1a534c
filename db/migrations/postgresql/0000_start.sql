CREATE TABLE "agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"application_id" text NOT NULL,
	"state" text DEFAULT 'live' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agreements_number" UNIQUE("number"),
	CONSTRAINT "agreements_application" UNIQUE("application_id"),
	CONSTRAINT "agreements_state" CHECK ("agreements"."state" in ('live', 'ended')),
	CONSTRAINT "agreements_days" CHECK ("agreements"."ends_on" is null or "agreements"."ends_on" >= "agreements"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "application_parcels" (
	"application_id" text NOT NULL,
	"parcel_id" text NOT NULL,
	"mu100" integer NOT NULL,
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
	"consent_how" text,
	"consent_evidence" text,
	"match" jsonb,
	"answered_by" text,
	"approved_by" text,
	"decline_reason" text,
	"state_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "applications_card" UNIQUE("card_token"),
	CONSTRAINT "applications_state" CHECK ("applications"."state" in ('invited', 'applied', 'accepted', 'declined', 'returned', 'approved', 'held', 'rejected', 'final', 'withdrawn', 'expired', 'obsolete')),
	CONSTRAINT "applications_consent" CHECK ("applications"."consent_how" in ('own-account', 'code', 'slip', 'witnesses')),
	CONSTRAINT "applications_decline" CHECK ("applications"."decline_reason" in ('places-filled', 'season-over', 'work-does-not-fit', 'land-does-not-fit', 'too-far', 'could-not-reach', 'posting-withdrawn', 'other')),
	CONSTRAINT "applications_size" CHECK ("applications"."size" >= 1),
	CONSTRAINT "applications_duties" CHECK ("applications"."approved_by" is null or (("applications"."invited_by" is null or "applications"."approved_by" <> "applications"."invited_by") and ("applications"."applied_by" is null or "applications"."approved_by" <> "applications"."applied_by") and ("applications"."answered_by" is null or "applications"."approved_by" <> "applications"."answered_by"))),
	CONSTRAINT "applications_word" CHECK ("applications"."state" not in ('approved', 'held', 'final') or "applications"."consent_how" is not null)
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
CREATE TABLE "county_changes" (
	"seq" serial PRIMARY KEY NOT NULL,
	"household_code" text,
	"posting_id" text
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
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "enterprises_credit_code" UNIQUE("credit_code"),
	CONSTRAINT "enterprises_kind" CHECK ("enterprises"."kind" in ('leading', 'park', 'cooperative', 'big-household', 'community-factory', 'collective')),
	CONSTRAINT "enterprises_state" CHECK ("enterprises"."state" in ('draft', 'verified', 'suspended', 'struck-off')),
	CONSTRAINT "enterprises_industry" CHECK ("enterprises"."industry" in ('tea', 'livestock', 'herbs', 'grain-oil', 'mushroom', 'cherry', 'kiwifruit', 'tobacco', 'nuts', 'fishery', 'tourism', 'e-commerce', 'workshop')),
	CONSTRAINT "enterprises_credit_code_length" CHECK (length("enterprises"."credit_code") = 18)
);
--> statement-breakpoint
CREATE TABLE "equity_details" (
	"posting_id" text PRIMARY KEY NOT NULL,
	"fen_per_person" bigint NOT NULL,
	"guaranteed_bp" integer NOT NULL,
	"second_bp" integer NOT NULL,
	"binding_link" text NOT NULL,
	CONSTRAINT "equity_details_link" CHECK ("equity_details"."binding_link" in ('land', 'order', 'labor')),
	CONSTRAINT "equity_details_terms" CHECK ("equity_details"."fen_per_person" > 0 and "equity_details"."guaranteed_bp" >= 0 and "equity_details"."second_bp" >= 0)
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
	CONSTRAINT "members_id_number" UNIQUE("id_number_index"),
	CONSTRAINT "members_relation" CHECK ("members"."relation" in ('head', 'spouse', 'son', 'daughter', 'daughter-in-law', 'son-in-law', 'grandson', 'granddaughter', 'daughters-son', 'daughters-daughter', 'father', 'mother', 'wifes-father', 'wifes-mother', 'husbands-father', 'husbands-mother', 'grandfather', 'grandmother', 'maternal-grandfather', 'maternal-grandmother', 'sibling', 'great-grandson', 'great-granddaughter', 'nephew', 'niece', 'brothers-wife', 'uncle', 'other')),
	CONSTRAINT "members_sex" CHECK ("members"."sex" in ('male', 'female')),
	CONSTRAINT "members_education" CHECK ("members"."education" in ('illiterate', 'primary', 'junior', 'senior', 'college', 'bachelor')),
	CONSTRAINT "members_schooling" CHECK ("members"."schooling" in ('preschool-age', 'kindergarten', 'primary', 'junior', 'senior', 'vocational-senior', 'vocational-college', 'technician', 'undergraduate', 'postgraduate')),
	CONSTRAINT "members_labor_class" CHECK ("members"."labor_class" in ('skilled', 'ordinary', 'weak', 'lost', 'none')),
	CONSTRAINT "members_work_place" CHECK ("members"."work_place" in ('in-town', 'in-county', 'in-province', 'out-of-province')),
	CONSTRAINT "members_state" CHECK ("members"."state" in ('present', 'moved-out', 'died')),
	CONSTRAINT "members_education_or_school" CHECK ("members"."education" is null or "members"."schooling" is null),
	CONSTRAINT "members_work" CHECK (("members"."work_place" is null) = ("members"."work_months" is null) and ("members"."work_months" is null or ("members"."work_months" >= 0 and "members"."work_months" <= 12)))
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
	CONSTRAINT "notices_application" UNIQUE("application_id"),
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
	"decided_by" text,
	"decision_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "objections_via" CHECK ("objections"."via" in ('web', 'paper', 'phone')),
	CONSTRAINT "objections_state" CHECK ("objections"."state" in ('open', 'upheld', 'dismissed')),
	CONSTRAINT "objections_decided" CHECK (("objections"."state" = 'open') = ("objections"."decided_by" is null) and ("objections"."state" = 'open' or "objections"."decision_reason" is not null)),
	CONSTRAINT "objections_duties" CHECK ("objections"."decided_by" is null or "objections"."recorded_by" is null or "objections"."decided_by" <> "objections"."recorded_by")
);
--> statement-breakpoint
CREATE TABLE "parcels" (
	"id" text PRIMARY KEY NOT NULL,
	"household_code" text NOT NULL,
	"kind" text NOT NULL,
	"use" text NOT NULL,
	"offered" boolean DEFAULT false NOT NULL,
	"area_mu100" integer NOT NULL,
	CONSTRAINT "parcels_kind" CHECK ("parcels"."kind" in ('paddy', 'dry', 'tea', 'orchard', 'forest', 'water')),
	CONSTRAINT "parcels_use" CHECK ("parcels"."use" in ('own-use', 'idle', 'leased-out')),
	CONSTRAINT "parcels_area" CHECK ("parcels"."area_mu100" > 0 and "parcels"."area_mu100" <= 1000000)
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
	"created_at" timestamp (3) with time zone NOT NULL,
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
	"created_by" text,
	"reviewed_by" text,
	"published_at" timestamp (3) with time zone,
	"state_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "postings_kind" CHECK ("postings"."kind" in ('job', 'land', 'equity')),
	CONSTRAINT "postings_state" CHECK ("postings"."state" in ('draft', 'submitted', 'published', 'returned', 'closed')),
	CONSTRAINT "postings_capacity" CHECK ("postings"."capacity" >= 1 and "postings"."capacity" <= 10000000),
	CONSTRAINT "postings_taken" CHECK ("postings"."taken" >= 0 and "postings"."taken" <= "postings"."capacity"),
	CONSTRAINT "postings_radius" CHECK ("postings"."radius_km" is null or "postings"."radius_km" > 0),
	CONSTRAINT "postings_reviewer" CHECK ("postings"."reviewed_by" is null or "postings"."reviewed_by" <> "postings"."created_by")
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
	"industry" text NOT NULL,
	"sector" text NOT NULL,
	"term" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "projects_industry" CHECK ("projects"."industry" in ('tea', 'livestock', 'herbs', 'grain-oil', 'mushroom', 'cherry', 'kiwifruit', 'tobacco', 'nuts', 'fishery', 'tourism', 'e-commerce', 'workshop')),
	CONSTRAINT "projects_sector" CHECK ("projects"."sector" in ('primary', 'secondary', 'tertiary')),
	CONSTRAINT "projects_term" CHECK ("projects"."term" in ('short', 'long'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
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
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_parcels" ADD CONSTRAINT "application_parcels_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_parcels" ADD CONSTRAINT "application_parcels_parcel_id_parcels_id_fk" FOREIGN KEY ("parcel_id") REFERENCES "public"."parcels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_village_code_divisions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equity_details" ADD CONSTRAINT "equity_details_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "households" ADD CONSTRAINT "households_village_code_divisions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_details" ADD CONSTRAINT "job_details_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "land_details" ADD CONSTRAINT "land_details_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pairs" ADD CONSTRAINT "plan_pairs_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pairs" ADD CONSTRAINT "plan_pairs_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pairs" ADD CONSTRAINT "plan_pairs_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_village_code_divisions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_villages" ADD CONSTRAINT "project_villages_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_villages" ADD CONSTRAINT "project_villages_village_code_divisions_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."divisions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_parcels_parcel" ON "application_parcels" USING btree ("parcel_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_open" ON "applications" USING btree ("posting_id","household_code") WHERE state in ('invited', 'applied', 'accepted', 'returned', 'approved', 'held', 'final');--> statement-breakpoint
CREATE INDEX "applications_household" ON "applications" USING btree ("household_code","state");--> statement-breakpoint
CREATE INDEX "applications_posting_state" ON "applications" USING btree ("posting_id","state");--> statement-breakpoint
CREATE INDEX "applications_state" ON "applications" USING btree ("state");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "audit_household" ON "audit" USING btree ("household_code");--> statement-breakpoint
CREATE INDEX "audit_user" ON "audit" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "divisions_parent" ON "divisions" USING btree ("parent_code");--> statement-breakpoint
CREATE INDEX "enterprises_village" ON "enterprises" USING btree ("village_code");--> statement-breakpoint
CREATE INDEX "households_village" ON "households" USING btree ("village_code");--> statement-breakpoint
CREATE UNIQUE INDEX "members_one_head" ON "members" USING btree ("household_code") WHERE relation = 'head' and state = 'present';--> statement-breakpoint
CREATE INDEX "members_household" ON "members" USING btree ("household_code");--> statement-breakpoint
CREATE INDEX "notices_state_ends" ON "notices" USING btree ("state","ends_on");--> statement-breakpoint
CREATE INDEX "objections_notice" ON "objections" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "parcels_household" ON "parcels" USING btree ("household_code");--> statement-breakpoint
CREATE INDEX "plan_pairs_posting" ON "plan_pairs" USING btree ("plan_id","posting_id");--> statement-breakpoint
CREATE INDEX "plan_pairs_household" ON "plan_pairs" USING btree ("household_code");--> statement-breakpoint
CREATE INDEX "policy_key" ON "policy" USING btree ("key","starts_on");--> statement-breakpoint
CREATE INDEX "postings_project" ON "postings" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "postings_state_kind" ON "postings" USING btree ("state","kind");--> statement-breakpoint
CREATE INDEX "projects_enterprise" ON "projects" USING btree ("enterprise_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "tokens_user" ON "tokens" USING btree ("user_id");