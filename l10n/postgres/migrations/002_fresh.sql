-- Which run an answer was given to: one that asks anew, on however many machines, asks each question once.
ALTER TABLE l10n.answer ADD COLUMN run text COLLATE "C" NOT NULL DEFAULT '';
