-- What a vendor keeps of the programme's bookings. Plain SQL: the same on H2 and on PostgreSQL.
-- No personal data: keys are hashes under the vendor's own secret.

CREATE TABLE IF NOT EXISTS booking (
    booking_key  VARCHAR(64) PRIMARY KEY,
    programme_id BIGINT UNIQUE,                        -- null until the reconciler has found it
    visitor_key  VARCHAR(64),                          -- null for bookings that were only told
    venue_id     BIGINT NOT NULL,
    offer_id     BIGINT NOT NULL,
    stock_id     BIGINT NOT NULL,
    quantity     INTEGER NOT NULL,
    booked_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sale         VARCHAR(9),                           -- SaleState; null where the vendor issues no tickets
    deliveries   INTEGER DEFAULT 0 NOT NULL,           -- messages that have got the tickets
    remaining    BIGINT,                               -- as told with the tickets; null: no limit
    status       VARCHAR(40)                           -- BookingStatus, as the vendor knows it; null while held
);

CREATE INDEX IF NOT EXISTS booking_of_visitor ON booking (visitor_key);
CREATE INDEX IF NOT EXISTS booking_of_date ON booking (stock_id, booked_at);
CREATE INDEX IF NOT EXISTS booking_of_venue ON booking (venue_id, programme_id);
CREATE INDEX IF NOT EXISTS booking_of_offer ON booking (offer_id, programme_id);

CREATE TABLE IF NOT EXISTS ticket (
    barcode     VARCHAR(200) PRIMARY KEY,                  -- 100 characters; H2 counts some as two
    booking_key VARCHAR(64) REFERENCES booking,        -- null for a cancellation of a ticket that nobody knows
    place       INTEGER NOT NULL,                      -- first, second
    seat        VARCHAR(200),
    cancelled   BOOLEAN NOT NULL
);

CREATE INDEX IF NOT EXISTS ticket_of_booking ON ticket (booking_key);

CREATE TABLE IF NOT EXISTS watermark (
    scope      VARCHAR(5) NOT NULL,                    -- VENUE or OFFER
    scope_id   BIGINT NOT NULL,
    booking_id BIGINT NOT NULL,                        -- up to here new bookings were looked for
    PRIMARY KEY (scope, scope_id)
);

-- The vendor's hall: what is free, and who holds which place.

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
