-- The county's industries to begin with (statistics.md, 6); it edits the list itself.
INSERT INTO industries (code, name_zh, name_en, group_kind, term, sort, active, version) VALUES
  ('tea', '茶叶', 'Tea', 'leading', 'long', 10, 1, 1),
  ('livestock', '生猪畜牧', 'Livestock', 'leading', 'short', 20, 1, 1),
  ('herbs', '中药材', 'Medicinal herbs', 'leading', 'long', 30, 1, 1),
  ('grain-oil', '粮油', 'Grain and oil', 'leading', 'short', 40, 1, 1),
  ('mushroom', '食用菌', 'Mushrooms', 'special', 'short', 50, 1, 1),
  ('cherry', '樱桃', 'Cherries', 'special', 'long', 60, 1, 1),
  ('kiwifruit', '猕猴桃', 'Kiwifruit', 'special', 'long', 70, 1, 1),
  ('tobacco', '烤烟', 'Tobacco', 'special', 'short', 80, 1, 1),
  ('nuts', '核桃板栗', 'Walnuts and chestnuts', 'special', 'long', 90, 1, 1),
  ('fishery', '水产', 'Fish farming', 'special', 'short', 100, 1, 1),
  ('tourism', '乡村旅游', 'Rural tourism', 'other', 'long', 110, 1, 1),
  ('e-commerce', '电商', 'E-commerce', 'other', 'short', 120, 1, 1),
  ('workshop', '社区工厂', 'Community factories', 'other', 'long', 130, 1, 1);
--> statement-breakpoint
-- The audit is append-only: its rows are never changed or removed.
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
--> statement-breakpoint
-- So is a household's history, except that its seal may be renewed.
CREATE TRIGGER household_changes_no_update BEFORE UPDATE OF id, household_code, version, member_id, kind, happened_on, other_code, import_id, changed_by, why, created_at ON household_changes BEGIN SELECT RAISE(ABORT, 'household_changes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER household_changes_no_delete BEFORE DELETE ON household_changes BEGIN SELECT RAISE(ABORT, 'household_changes is append-only'); END;
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
CREATE TRIGGER county_order_details_insert AFTER INSERT ON order_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_order_details_update AFTER UPDATE ON order_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_order_details_delete AFTER DELETE ON order_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_membership_details_insert AFTER INSERT ON membership_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_membership_details_update AFTER UPDATE ON membership_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_membership_details_delete AFTER DELETE ON membership_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_contract_details_insert AFTER INSERT ON contract_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_contract_details_update AFTER UPDATE ON contract_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, NEW.posting_id); END;
--> statement-breakpoint
CREATE TRIGGER county_contract_details_delete AFTER DELETE ON contract_details BEGIN INSERT INTO county_changes (household_code, posting_id) VALUES (null, OLD.posting_id); END;
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
-- A co-op takes members from its project's villages.
CREATE TRIGGER county_project_villages_insert AFTER INSERT ON project_villages BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT null, id FROM postings WHERE project_id = NEW.project_id AND kind = 'membership'; END;
--> statement-breakpoint
CREATE TRIGGER county_project_villages_delete AFTER DELETE ON project_villages BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT null, id FROM postings WHERE project_id = OLD.project_id AND kind = 'membership'; END;
--> statement-breakpoint
CREATE TRIGGER county_enterprises_update AFTER UPDATE OF state ON enterprises BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT null, postings.id FROM postings JOIN projects ON projects.id = postings.project_id WHERE projects.enterprise_id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER county_divisions_update AFTER UPDATE OF lat, lon ON divisions BEGIN INSERT INTO county_changes (household_code, posting_id) SELECT code, null FROM households WHERE village_code = NEW.code UNION ALL SELECT null, id FROM postings WHERE village_code = NEW.code; END;
--> statement-breakpoint
-- What was recorded as paid stays as it was written; only where it stands moves on.
CREATE TRIGGER payments_no_change BEFORE UPDATE OF due_id, enterprise_id, household_code, amount_fen, paid_on, method, reference, recorded_by, reversal_of, reason, created_at ON payments BEGIN SELECT RAISE(ABORT, 'payments are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER payments_no_delete BEFORE DELETE ON payments BEGIN SELECT RAISE(ABORT, 'payments are append-only'); END;
--> statement-breakpoint
-- A delivery stays as it was written; a mistake is taken back by an entry of its own.
CREATE TRIGGER deliveries_no_change BEFORE UPDATE ON deliveries BEGIN SELECT RAISE(ABORT, 'deliveries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries BEGIN SELECT RAISE(ABORT, 'deliveries are append-only'); END;
