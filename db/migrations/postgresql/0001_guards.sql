-- The county's industries to begin with (statistics.md, 6); it edits the list itself.
INSERT INTO industries (code, name_zh, name_en, group_kind, term, sort, active, version) VALUES
  ('tea', '茶叶', 'Tea', 'leading', 'long', 10, true, 1),
  ('livestock', '生猪畜牧', 'Livestock', 'leading', 'short', 20, true, 1),
  ('herbs', '中药材', 'Medicinal herbs', 'leading', 'long', 30, true, 1),
  ('grain-oil', '粮油', 'Grain and oil', 'leading', 'short', 40, true, 1),
  ('mushroom', '食用菌', 'Mushrooms', 'special', 'short', 50, true, 1),
  ('cherry', '樱桃', 'Cherries', 'special', 'long', 60, true, 1),
  ('kiwifruit', '猕猴桃', 'Kiwifruit', 'special', 'long', 70, true, 1),
  ('tobacco', '烤烟', 'Tobacco', 'special', 'short', 80, true, 1),
  ('nuts', '核桃板栗', 'Walnuts and chestnuts', 'special', 'long', 90, true, 1),
  ('fishery', '水产', 'Fish farming', 'special', 'short', 100, true, 1),
  ('tourism', '乡村旅游', 'Rural tourism', 'other', 'long', 110, true, 1),
  ('e-commerce', '电商', 'E-commerce', 'other', 'short', 120, true, 1),
  ('workshop', '社区工厂', 'Community factories', 'other', 'long', 130, true, 1);
--> statement-breakpoint
-- The audit is append-only: its rows are never changed or removed.
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit is append-only' USING ERRCODE = '23514', CONSTRAINT = 'audit_append_only'; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
--> statement-breakpoint
-- So is a household's history, except that its seal may be renewed.
CREATE FUNCTION household_changes_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'household_changes is append-only' USING ERRCODE = '23514', CONSTRAINT = 'household_changes_append_only'; END $$;
--> statement-breakpoint
CREATE TRIGGER household_changes_no_update BEFORE UPDATE OF id, household_code, version, member_id, kind, happened_on, other_code, import_id, changed_by, why, created_at ON household_changes FOR EACH ROW EXECUTE FUNCTION household_changes_append_only();
--> statement-breakpoint
CREATE TRIGGER household_changes_no_delete BEFORE DELETE ON household_changes FOR EACH ROW EXECUTE FUNCTION household_changes_append_only();
--> statement-breakpoint
CREATE TRIGGER household_changes_no_truncate BEFORE TRUNCATE ON household_changes FOR EACH STATEMENT EXECUTE FUNCTION household_changes_append_only();
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
CREATE FUNCTION county_order_details() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_order_details AFTER INSERT OR UPDATE OR DELETE ON order_details FOR EACH ROW EXECUTE FUNCTION county_order_details();
--> statement-breakpoint
CREATE FUNCTION county_membership_details() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_membership_details AFTER INSERT OR UPDATE OR DELETE ON membership_details FOR EACH ROW EXECUTE FUNCTION county_membership_details();
--> statement-breakpoint
CREATE FUNCTION county_contract_details() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); ELSE INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_contract_details AFTER INSERT OR UPDATE OR DELETE ON contract_details FOR EACH ROW EXECUTE FUNCTION county_contract_details();
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
-- A co-op takes members from its project's villages.
CREATE FUNCTION county_project_villages() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN INSERT INTO county_changes (household_code, posting_id) SELECT null, id FROM postings WHERE project_id = OLD.project_id AND kind = 'membership'; ELSE INSERT INTO county_changes (household_code, posting_id) SELECT null, id FROM postings WHERE project_id = NEW.project_id AND kind = 'membership'; END IF; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_project_villages AFTER INSERT OR DELETE ON project_villages FOR EACH ROW EXECUTE FUNCTION county_project_villages();
--> statement-breakpoint
CREATE FUNCTION county_enterprises() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT null, postings.id FROM postings JOIN projects ON projects.id = postings.project_id WHERE projects.enterprise_id = NEW.id; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_enterprises AFTER UPDATE OF state ON enterprises FOR EACH ROW EXECUTE FUNCTION county_enterprises();
--> statement-breakpoint
CREATE FUNCTION county_divisions() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT code, null FROM households WHERE village_code = NEW.code UNION ALL SELECT null, id FROM postings WHERE village_code = NEW.code; RETURN NULL; END $$;
--> statement-breakpoint
CREATE TRIGGER county_divisions AFTER UPDATE OF lat, lon ON divisions FOR EACH ROW EXECUTE FUNCTION county_divisions();
--> statement-breakpoint
-- What was recorded as paid stays as it was written; only where it stands moves on.
CREATE FUNCTION payments_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'payments are append-only' USING ERRCODE = '23514', CONSTRAINT = 'payments_append_only'; END $$;
--> statement-breakpoint
CREATE TRIGGER payments_no_change BEFORE UPDATE OF due_id, enterprise_id, household_code, amount_fen, paid_on, method, reference, recorded_by, reversal_of, reason, created_at ON payments FOR EACH ROW EXECUTE FUNCTION payments_append_only();
--> statement-breakpoint
CREATE TRIGGER payments_no_delete BEFORE DELETE ON payments FOR EACH ROW EXECUTE FUNCTION payments_append_only();
--> statement-breakpoint
CREATE TRIGGER payments_no_truncate BEFORE TRUNCATE ON payments FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
--> statement-breakpoint
-- A delivery stays as it was written; a mistake is taken back by an entry of its own.
CREATE FUNCTION deliveries_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'deliveries are append-only' USING ERRCODE = '23514', CONSTRAINT = 'deliveries_append_only'; END $$;
--> statement-breakpoint
CREATE TRIGGER deliveries_no_change BEFORE UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION deliveries_append_only();
--> statement-breakpoint
CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries FOR EACH ROW EXECUTE FUNCTION deliveries_append_only();
--> statement-breakpoint
CREATE TRIGGER deliveries_no_truncate BEFORE TRUNCATE ON deliveries FOR EACH STATEMENT EXECUTE FUNCTION deliveries_append_only();
