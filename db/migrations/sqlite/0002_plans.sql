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
