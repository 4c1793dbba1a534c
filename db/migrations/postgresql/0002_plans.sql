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
ALTER TABLE "plan_pairs" ADD CONSTRAINT "plan_pairs_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pairs" ADD CONSTRAINT "plan_pairs_household_code_households_code_fk" FOREIGN KEY ("household_code") REFERENCES "public"."households"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pairs" ADD CONSTRAINT "plan_pairs_posting_id_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_pairs_posting" ON "plan_pairs" USING btree ("plan_id","posting_id");--> statement-breakpoint
CREATE INDEX "plan_pairs_household" ON "plan_pairs" USING btree ("household_code");