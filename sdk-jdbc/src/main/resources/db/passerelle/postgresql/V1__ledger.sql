-- What a vendor keeps of the programme's bookings: the sales of a ticket ledger and the records of a reconciler.
-- No personal data: keys are hashes under the vendor's own secret. Moments are in UTC.

CREATE TABLE IF NOT EXISTS passerelle_booking (
    booking_key     VARCHAR(64) PRIMARY KEY,
    programme_id    BIGINT UNIQUE,              -- null until the reconciler has found it
    beneficiary_key VARCHAR(64),                -- null for bookings that were only told
    venue_id        BIGINT NOT NULL,
    offer_id        BIGINT NOT NULL,
    stock_id        BIGINT NOT NULL,
    quantity        INTEGER NOT NULL,
    booked_at       TIMESTAMP(6) NOT NULL,
    sale            VARCHAR(9),                 -- SaleState, or null where the vendor issues no tickets
    holder          VARCHAR(36),                -- who has claimed the sale, to recognise its own claim
    deliveries      INTEGER DEFAULT 0 NOT NULL, -- messages that have got the tickets
    remaining       BIGINT,                     -- as told with the tickets, null for no limit
    status          VARCHAR(40)                 -- BookingStatus, as the vendor knows it, null while held
);

CREATE INDEX IF NOT EXISTS passerelle_booking_of_beneficiary ON passerelle_booking (beneficiary_key);
CREATE INDEX IF NOT EXISTS passerelle_booking_of_date ON passerelle_booking (stock_id, booked_at);
CREATE INDEX IF NOT EXISTS passerelle_booking_of_venue ON passerelle_booking (venue_id, programme_id);
CREATE INDEX IF NOT EXISTS passerelle_booking_of_offer ON passerelle_booking (offer_id, programme_id);

CREATE TABLE IF NOT EXISTS passerelle_ticket (
    barcode     VARCHAR(100) PRIMARY KEY,
    booking_key VARCHAR(64),                    -- null for a cancellation of a ticket that nobody knows
    place       INTEGER NOT NULL,               -- first, second
    seat        VARCHAR(100),
    cancelled   BOOLEAN NOT NULL,
    FOREIGN KEY (booking_key) REFERENCES passerelle_booking (booking_key)
);

CREATE INDEX IF NOT EXISTS passerelle_ticket_of_booking ON passerelle_ticket (booking_key);

CREATE TABLE IF NOT EXISTS passerelle_watermark (
    scope      VARCHAR(5) NOT NULL,             -- VENUE or OFFER
    scope_id   BIGINT NOT NULL,
    booking_id BIGINT NOT NULL,                 -- up to here new bookings were looked for
    PRIMARY KEY (scope, scope_id)
);
