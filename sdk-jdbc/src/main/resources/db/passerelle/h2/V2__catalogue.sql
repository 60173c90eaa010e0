-- What a catalogue synchroniser remembers of a venue between runs: digests of events, and products by EAN.
-- Nothing of a person.

CREATE TABLE IF NOT EXISTS passerelle_catalogue (
    venue_id       BIGINT NOT NULL PRIMARY KEY,
    event_runs     INTEGER DEFAULT 0 NOT NULL,  -- since all events were read
    product_runs   INTEGER DEFAULT 0 NOT NULL,  -- since all products were read
    product_writer VARCHAR(36)                  -- the run that writes products, to notice another one
);

CREATE TABLE IF NOT EXISTS passerelle_catalogue_event (
    venue_id       BIGINT NOT NULL,
    id_at_provider VARCHAR(140) NOT NULL, -- 70 characters, of which H2 counts some as two
    wanted         VARCHAR(64) NOT NULL,
    shown          VARCHAR(64) NOT NULL,
    image          VARCHAR(64) NOT NULL,
    PRIMARY KEY (venue_id, id_at_provider)
);

CREATE TABLE IF NOT EXISTS passerelle_catalogue_product (
    venue_id  BIGINT NOT NULL,
    ean       BIGINT NOT NULL,
    cents     BIGINT NOT NULL,
    remaining BIGINT,                           -- null for no limit
    rest      VARCHAR(16) NOT NULL,             -- digest of all else that was sent
    outcome   VARCHAR(20) NOT NULL,             -- EanOutcome
    on_sale   INTEGER NOT NULL,                 -- 1 if the programme may have it on sale, as it is here or was before
    PRIMARY KEY (venue_id, ean)
);
