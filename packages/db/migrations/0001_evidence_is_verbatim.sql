CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
-- Offsets are UTF-16 code units, as JavaScript counts them; PostgreSQL counts code points. With one mark put
-- before each character outside the BMP, both counts agree.
CREATE FUNCTION utf16_units(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(value, '([\U00010000-\U0010FFFF])', U&'\E000\\1', 'g');
--> statement-breakpoint
CREATE FUNCTION refuse_unproved_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  stored text;
BEGIN
  SELECT CASE NEW.field WHEN 'title' THEN r.title ELSE r.text END INTO stored
  FROM revisions r JOIN signals s ON s.revision_id = r.id
  WHERE r.id = NEW.revision_id AND s.id = NEW.signal_id;
  IF stored IS NULL
    OR NEW.quote = ''
    OR NEW.start_offset < 0
    OR NEW.end_offset - NEW.start_offset <> char_length(utf16_units(NEW.quote))
    OR substr(utf16_units(stored), NEW.start_offset + 1, NEW.end_offset - NEW.start_offset)
      IS DISTINCT FROM utf16_units(NEW.quote)
  THEN
    RAISE EXCEPTION 'evidence is not the text at its offsets (revision %, % %–%)',
      NEW.revision_id, NEW.field, NEW.start_offset, NEW.end_offset
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER evidence_is_verbatim BEFORE INSERT OR UPDATE ON evidence
FOR EACH ROW EXECUTE FUNCTION refuse_unproved_evidence();
--> statement-breakpoint
-- A stored text never changes: an edit is another revision, and every quote keeps its ground.
CREATE FUNCTION refuse_revision_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'revision % is immutable: store another revision', OLD.id USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER revisions_are_immutable BEFORE UPDATE OF title, text, article_id ON revisions
FOR EACH ROW EXECUTE FUNCTION refuse_revision_change();
