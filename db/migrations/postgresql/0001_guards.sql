-- The audit is append-only: its rows are never changed or removed.
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit is append-only' USING ERRCODE = '23514', CONSTRAINT = 'audit_append_only'; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
--> statement-breakpoint
-- What matching reads leaves its mark here, so that the county index is never stale.
CREATE FUNCTION county_households() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (OLD.code, null); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.code, null); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_households AFTER INSERT OR UPDATE OR DELETE ON households FOR EACH ROW EXECUTE FUNCTION county_households();
--> statement-breakpoint
CREATE FUNCTION county_members() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (OLD.household_code, null); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.household_code, null); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_members AFTER INSERT OR UPDATE OR DELETE ON members FOR EACH ROW EXECUTE FUNCTION county_members();
--> statement-breakpoint
CREATE FUNCTION county_parcels() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (OLD.household_code, null); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.household_code, null); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_parcels AFTER INSERT OR UPDATE OR DELETE ON parcels FOR EACH ROW EXECUTE FUNCTION county_parcels();
--> statement-breakpoint
CREATE FUNCTION county_postings() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.id); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.id); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_postings AFTER INSERT OR UPDATE OR DELETE ON postings FOR EACH ROW EXECUTE FUNCTION county_postings();
--> statement-breakpoint
CREATE FUNCTION county_job_details() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_job_details AFTER INSERT OR UPDATE OR DELETE ON job_details FOR EACH ROW EXECUTE FUNCTION county_job_details();
--> statement-breakpoint
CREATE FUNCTION county_land_details() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_land_details AFTER INSERT OR UPDATE OR DELETE ON land_details FOR EACH ROW EXECUTE FUNCTION county_land_details();
--> statement-breakpoint
CREATE FUNCTION county_equity_details() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_equity_details AFTER INSERT OR UPDATE OR DELETE ON equity_details FOR EACH ROW EXECUTE FUNCTION county_equity_details();
--> statement-breakpoint
CREATE FUNCTION county_applications() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (OLD.household_code, OLD.posting_id); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (NEW.household_code, NEW.posting_id); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_applications AFTER INSERT OR UPDATE OR DELETE ON applications FOR EACH ROW EXECUTE FUNCTION county_applications();
--> statement-breakpoint
CREATE FUNCTION county_application_parcels() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES ((select household_code from applications where id = OLD.application_id), null); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES ((select household_code from applications where id = NEW.application_id), null); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_application_parcels AFTER INSERT OR UPDATE OR DELETE ON application_parcels FOR EACH ROW EXECUTE FUNCTION county_application_parcels();
--> statement-breakpoint
CREATE FUNCTION county_agreements() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES ((select household_code from applications where id = OLD.application_id), (select posting_id from applications where id = OLD.application_id)); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES ((select household_code from applications where id = NEW.application_id), (select posting_id from applications where id = NEW.application_id)); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_agreements AFTER INSERT OR UPDATE OR DELETE ON agreements FOR EACH ROW EXECUTE FUNCTION county_agreements();
--> statement-breakpoint
-- A project's term, an enterprise's standing and a village's point are read with postings and households.
CREATE FUNCTION county_projects() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT null, id FROM postings WHERE project_id = NEW.id; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_projects AFTER UPDATE ON projects FOR EACH ROW EXECUTE FUNCTION county_projects();
--> statement-breakpoint
CREATE FUNCTION county_enterprises() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT null, postings.id FROM postings JOIN projects ON projects.id = postings.project_id WHERE projects.enterprise_id = NEW.id; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_enterprises AFTER UPDATE OF state ON enterprises FOR EACH ROW EXECUTE FUNCTION county_enterprises();
--> statement-breakpoint
CREATE FUNCTION county_divisions() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT code, null FROM households WHERE village_code = NEW.code UNION ALL SELECT null, id FROM postings WHERE village_code = NEW.code; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_divisions AFTER UPDATE OF lat, lon ON divisions FOR EACH ROW EXECUTE FUNCTION county_divisions();
