-- The vendor's hall: what is free, and who holds which place. Plain SQL: the same on H2 and on PostgreSQL.

CREATE TABLE IF NOT EXISTS hall (
    stock_id BIGINT PRIMARY KEY,
    free     BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS held_place (
    barcode     VARCHAR(200) PRIMARY KEY,                  -- 100 characters; H2 counts some as two
    stock_id    BIGINT NOT NULL REFERENCES hall,
    booking_key VARCHAR(64) NOT NULL
);

CREATE INDEX IF NOT EXISTS held_place_of_booking ON held_place (booking_key);
