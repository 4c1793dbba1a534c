-- The audit is append-only: its rows are never changed or removed.
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
--> statement-breakpoint
-- What matching reads leaves its mark here, so that the county index is never stale.
CREATE TRIGGER county_households_insert AFTER INSERT ON households BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.code, null); END;
--> statement-breakpoint
CREATE TRIGGER county_households_update AFTER UPDATE ON households BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.code, null); END;
--> statement-breakpoint
CREATE TRIGGER county_households_delete AFTER DELETE ON households BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (OLD.code, null); END;
--> statement-breakpoint
CREATE TRIGGER county_members_insert AFTER INSERT ON members BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.household_code, null); END;
--> statement-breakpoint
CREATE TRIGGER county_members_update AFTER UPDATE ON members BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.household_code, null); END;
--> statement-breakpoint
CREATE TRIGGER county_members_delete AFTER DELETE ON members BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (OLD.household_code, null); END;
--> statement-breakpoint
CREATE TRIGGER county_parcels_insert AFTER INSERT ON parcels BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.household_code, null); END;
--> statement-breakpoint
CREATE TRIGGER county_parcels_update AFTER UPDATE ON parcels BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.household_code, null); END;
--> statement-breakpoint
CREATE TRIGGER county_parcels_delete AFTER DELETE ON parcels BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (OLD.household_code, null); END;
--> statement-breakpoint
CREATE TRIGGER county_postings_insert AFTER INSERT ON postings BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER county_postings_update AFTER UPDATE ON postings BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER county_postings_delete AFTER DELETE ON postings BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.id); END;
--> statement-breakpoint
CREATE TRIGGER county_job_details_insert AFTER INSERT ON job_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_job_details_update AFTER UPDATE ON job_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_job_details_delete AFTER DELETE ON job_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_land_details_insert AFTER INSERT ON land_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_land_details_update AFTER UPDATE ON land_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_land_details_delete AFTER DELETE ON land_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_equity_details_insert AFTER INSERT ON equity_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_equity_details_update AFTER UPDATE ON equity_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_equity_details_delete AFTER DELETE ON equity_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_applications_insert AFTER INSERT ON applications BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.household_code, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_applications_update AFTER UPDATE ON applications BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.household_code, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_applications_delete AFTER DELETE ON applications BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (OLD.household_code, OLD.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_application_parcels_insert AFTER INSERT ON application_parcels BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES ((select household_code from applications where id = NEW.application_id), null); END;
--> statement-breakpoint
CREATE TRIGGER county_application_parcels_update AFTER UPDATE ON application_parcels BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES ((select household_code from applications where id = NEW.application_id), null); END;
--> statement-breakpoint
CREATE TRIGGER county_application_parcels_delete AFTER DELETE ON application_parcels BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES ((select household_code from applications where id = OLD.application_id), null); END;
--> statement-breakpoint
CREATE TRIGGER county_agreements_insert AFTER INSERT ON agreements BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES ((select household_code from applications where id = NEW.application_id), (select posting_id from applications where id = NEW.application_id)); END;
--> statement-breakpoint
CREATE TRIGGER county_agreements_update AFTER UPDATE ON agreements BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES ((select household_code from applications where id = NEW.application_id), (select posting_id from applications where id = NEW.application_id)); END;
--> statement-breakpoint
CREATE TRIGGER county_agreements_delete AFTER DELETE ON agreements BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES ((select household_code from applications where id = OLD.application_id), (select posting_id from applications where id = OLD.application_id)); END;
--> statement-breakpoint
-- A project's term, an enterprise's standing and a village's point are read with postings and households.
CREATE TRIGGER county_projects_update AFTER UPDATE ON projects BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT null, id FROM postings WHERE project_id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER county_enterprises_update AFTER UPDATE OF state ON enterprises BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT null, postings.id FROM postings JOIN projects ON projects.id = postings.project_id WHERE projects.enterprise_id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER county_divisions_update AFTER UPDATE OF lat, lon ON divisions BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT code, null FROM households WHERE village_code = NEW.code UNION ALL SELECT null, id FROM postings WHERE village_code = NEW.code; END;
