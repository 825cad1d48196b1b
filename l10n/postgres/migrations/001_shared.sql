-- Texts are compared byte by byte ("C"), as the program does. A project is a space: nothing below is shared by two.
CREATE TABLE l10n.space (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE
);

-- The translation memory, a cache: all of it can be learnt again from the catalogues.
CREATE TABLE l10n.article (
    space integer NOT NULL REFERENCES l10n.space (id),
    locale text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    digest text COLLATE "C" NOT NULL,
    PRIMARY KEY (space, locale, name)
);

-- `mark` is the SHA-256 of the text, which may be longer than what an index takes. Each of `words` begins with the
-- number of the space, so that the index keeps projects apart.
CREATE TABLE l10n.source (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    space integer NOT NULL REFERENCES l10n.space (id),
    length integer NOT NULL,
    mark bytea NOT NULL,
    text text COLLATE "C" NOT NULL,
    words text[] COLLATE "C" NOT NULL,
    UNIQUE (space, mark)
);
CREATE INDEX source_words ON l10n.source USING gin (words) WITH (gin_pending_list_limit = 256);

-- How many sources of a space have a word; writers of one space take turns (an advisory lock).
CREATE TABLE l10n.word (
    space integer NOT NULL REFERENCES l10n.space (id),
    sources integer NOT NULL,
    word text COLLATE "C" NOT NULL,
    PRIMARY KEY (space, word)
) WITH (fillfactor = 70);

CREATE TABLE l10n.pair (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source bigint NOT NULL REFERENCES l10n.source (id),
    space integer NOT NULL REFERENCES l10n.space (id),
    sentence boolean NOT NULL,
    locale text COLLATE "C" NOT NULL,
    article text COLLATE "C" NOT NULL,
    target text COLLATE "C" NOT NULL,
    before text COLLATE "C" NOT NULL,
    after text COLLATE "C" NOT NULL,
    context text COLLATE "C",
    origin text COLLATE "C"
);
CREATE INDEX pair_source ON l10n.pair (source, locale);
CREATE INDEX pair_article ON l10n.pair (space, locale, article);

-- The journal of received answers, no cache: they may have been paid for.
CREATE TABLE l10n.answer (
    space integer NOT NULL REFERENCES l10n.space (id),
    key text COLLATE "C" NOT NULL,
    engine text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    PRIMARY KEY (space, key)
);

-- What a run has spent, on however many machines.
CREATE TABLE l10n.run (
    space integer NOT NULL REFERENCES l10n.space (id),
    name text COLLATE "C" NOT NULL,
    cost double precision NOT NULL,
    begun timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (space, name)
);

-- When a service may be asked again: after `next` by its rate, after `until` because it asked to wait.
CREATE TABLE l10n.turn (
    space integer NOT NULL REFERENCES l10n.space (id),
    engine text COLLATE "C" NOT NULL,
    host text COLLATE "C" NOT NULL,
    next timestamptz NOT NULL,
    until timestamptz NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (space, engine, host)
) WITH (fillfactor = 50);
