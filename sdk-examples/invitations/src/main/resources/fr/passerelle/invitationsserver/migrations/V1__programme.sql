-- One script for H2 and PostgreSQL. Texts have room for twice their characters, since H2 counts those beyond the first
-- 65536 of Unicode as two; drafts for six times theirs, since JSON may write one as six.
-- Every kind of thing has an "ord" for pages, and the digest of the request that made it.

CREATE TABLE programme (
    id SMALLINT PRIMARY KEY CHECK (id = 1),
    operator_id UUID NOT NULL,
    name VARCHAR(280) NOT NULL,
    -- The last sequence of the feed. Whoever changes something takes this row last, and holds it until the commit:
    -- so sequences grow in the order in which changes become visible.
    feed BIGINT NOT NULL
);

-- Jobs are led by one server at a time, which renews its lease.
CREATE TABLE leader (
    id SMALLINT PRIMARY KEY CHECK (id = 1),
    holder UUID,
    until_at TIMESTAMP WITH TIME ZONE
);
INSERT INTO leader (id) VALUES (1);

CREATE TABLE signing_keys (
    number SMALLINT PRIMARY KEY CHECK (number BETWEEN 0 AND 255),
    private_key VARCHAR(200) NOT NULL,
    public_key VARCHAR(200) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE api_keys (
    id UUID PRIMARY KEY,
    ord BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    request_hash CHAR(64) NOT NULL,
    role VARCHAR(20) NOT NULL,
    owner_id UUID,
    label VARCHAR(280) NOT NULL,
    secret_hash CHAR(64) NOT NULL UNIQUE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    revoked_at TIMESTAMP WITH TIME ZONE
);

CREATE TABLE audit (
    ord BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at_time TIMESTAMP WITH TIME ZONE NOT NULL,
    role VARCHAR(20) NOT NULL,
    owner_id UUID,
    key_id UUID NOT NULL,
    operation VARCHAR(40) NOT NULL,
    subject VARCHAR(140),
    outcome VARCHAR(40) NOT NULL
);

CREATE TABLE changes (
    sequence BIGINT PRIMARY KEY,
    kind VARCHAR(20) NOT NULL,
    subject UUID NOT NULL,
    change_word VARCHAR(20) NOT NULL,
    at_time TIMESTAMP WITH TIME ZONE NOT NULL,
    donor_id UUID,
    structure_id UUID,
    all_donors BOOLEAN NOT NULL,
    all_structures BOOLEAN NOT NULL
);
CREATE INDEX changes_donor ON changes (donor_id, sequence);
CREATE INDEX changes_structure ON changes (structure_id, sequence);

CREATE TABLE webhooks (
    id UUID PRIMARY KEY,
    ord BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    role VARCHAR(20) NOT NULL,
    owner_id UUID,
    url VARCHAR(2000) NOT NULL,
    secret VARCHAR(128) NOT NULL,
    -- The secret before the last one signs too for a while, so that a receiver can change it without a gap.
    old_secret VARCHAR(128),
    old_until TIMESTAMP WITH TIME ZONE,
    delivered BIGINT NOT NULL,
    failures INTEGER NOT NULL,
    not_before TIMESTAMP WITH TIME ZONE,
    deleted_at TIMESTAMP WITH TIME ZONE
);

CREATE TABLE donors (
    id UUID PRIMARY KEY,
    ord BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    name VARCHAR(280) NOT NULL,
    draft VARCHAR(20000) NOT NULL
);

CREATE TABLE structures (
    id UUID PRIMARY KEY,
    ord BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    name VARCHAR(280) NOT NULL,
    status VARCHAR(20) NOT NULL,
    draft VARCHAR(20000) NOT NULL
);

CREATE TABLE sessions (
    id UUID PRIMARY KEY,
    ord BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    donor_id UUID NOT NULL REFERENCES donors,
    ref VARCHAR(140) NOT NULL,
    kind VARCHAR(70) NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    department VARCHAR(3) NOT NULL,
    accessible VARCHAR(200) NOT NULL,
    language_needed BOOLEAN,
    cancelled BOOLEAN NOT NULL,
    vouchers INTEGER NOT NULL CHECK (vouchers >= 0),
    draft VARCHAR(20000) NOT NULL,
    UNIQUE (donor_id, ref)
);
CREATE INDEX sessions_place ON sessions (latitude, longitude);
CREATE INDEX sessions_end ON sessions (ends_at);
CREATE INDEX sessions_start ON sessions (starts_at, id);

CREATE TABLE allotments (
    id UUID PRIMARY KEY,
    ord BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    request_hash CHAR(64) NOT NULL,
    donor_id UUID NOT NULL,
    session_id UUID NOT NULL REFERENCES sessions,
    mode VARCHAR(20) NOT NULL,
    price INTEGER NOT NULL,
    minimum_group INTEGER NOT NULL,
    maximum_group INTEGER,
    wheelchair_places INTEGER NOT NULL,
    note VARCHAR(1000),
    release_at TIMESTAMP WITH TIME ZONE NOT NULL,
    status VARCHAR(20) NOT NULL,
    quantity INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn >= 0),
    held INTEGER NOT NULL CHECK (held >= 0),
    booked INTEGER NOT NULL CHECK (booked >= 0),
    allocated INTEGER NOT NULL CHECK (allocated >= 0),
    -- When time alone brings the next change.
    next_due TIMESTAMP WITH TIME ZONE,
    CHECK (withdrawn + held + booked + allocated <= quantity)
);
CREATE INDEX allotments_session ON allotments (session_id);
CREATE INDEX allotments_status ON allotments (status);
CREATE INDEX allotments_due ON allotments (next_due);

CREATE TABLE withdrawals (
    id UUID PRIMARY KEY,
    request_hash CHAR(64) NOT NULL,
    donor_id UUID NOT NULL,
    allotment_id UUID NOT NULL REFERENCES allotments
);

CREATE TABLE holds (
    id UUID PRIMARY KEY,
    request_hash CHAR(64) NOT NULL,
    allotment_id UUID NOT NULL REFERENCES allotments,
    structure_id UUID NOT NULL,
    places INTEGER NOT NULL CHECK (places > 0),
    status VARCHAR(20) NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX holds_allotment ON holds (allotment_id, status);
CREATE INDEX holds_structure ON holds (structure_id, status);

CREATE TABLE allocations (
    id UUID PRIMARY KEY,
    ord BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    allotment_id UUID NOT NULL REFERENCES allotments,
    structure_id UUID NOT NULL,
    call_id UUID,
    places INTEGER NOT NULL CHECK (places >= 0),
    -- Places of it that are not booked yet.
    unbooked INTEGER NOT NULL CHECK (unbooked >= 0),
    status VARCHAR(20) NOT NULL,
    confirm_before TIMESTAMP WITH TIME ZONE NOT NULL,
    CHECK (unbooked <= places)
);
CREATE INDEX allocations_allotment ON allocations (allotment_id);
CREATE INDEX allocations_structure ON allocations (structure_id, ord);

CREATE TABLE bookings (
    id UUID PRIMARY KEY,
    ord BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    request_hash CHAR(64) NOT NULL,
    structure_id UUID NOT NULL,
    allotment_id UUID NOT NULL REFERENCES allotments,
    session_id UUID NOT NULL REFERENCES sessions,
    places INTEGER NOT NULL CHECK (places >= 0),
    wheelchairs INTEGER NOT NULL,
    status VARCHAR(20) NOT NULL,
    attended INTEGER,
    first_outings INTEGER,
    pathway_id UUID,
    party VARCHAR(2000) NOT NULL,
    note VARCHAR(1000)
);
CREATE INDEX bookings_status ON bookings (status);
CREATE INDEX bookings_allotment ON bookings (allotment_id);
CREATE INDEX bookings_session ON bookings (session_id, ord);
CREATE INDEX bookings_structure ON bookings (structure_id, ord);

CREATE TABLE vouchers (
    session_id UUID NOT NULL REFERENCES sessions,
    number INTEGER NOT NULL CHECK (number > 0),
    booking_id UUID NOT NULL REFERENCES bookings,
    code CHAR(8) NOT NULL,
    signed_code VARCHAR(150) NOT NULL,
    status VARCHAR(10) NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (session_id, number),
    UNIQUE (session_id, code)
);
CREATE INDEX vouchers_booking ON vouchers (booking_id);

CREATE TABLE releases (
    id UUID PRIMARY KEY,
    request_hash CHAR(64) NOT NULL,
    structure_id UUID NOT NULL,
    allotment_id UUID NOT NULL REFERENCES allotments,
    places INTEGER NOT NULL CHECK (places > 0),
    to_waitlist INTEGER NOT NULL CHECK (to_waitlist >= 0),
    at_time TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX releases_allotment ON releases (allotment_id);

CREATE TABLE waitlist (
    id UUID PRIMARY KEY,
    ord BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    request_hash CHAR(64) NOT NULL,
    allotment_id UUID NOT NULL REFERENCES allotments,
    structure_id UUID NOT NULL,
    minimum INTEGER NOT NULL,
    wanted INTEGER NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    status VARCHAR(10) NOT NULL
);
CREATE INDEX waitlist_allotment ON waitlist (allotment_id, status);
CREATE INDEX waitlist_structure ON waitlist (structure_id, ord);

CREATE TABLE calls (
    id UUID PRIMARY KEY,
    ord BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
    request_hash CHAR(64) NOT NULL,
    closes_at TIMESTAMP WITH TIME ZONE NOT NULL,
    status VARCHAR(20) NOT NULL,
    draft TEXT NOT NULL,
    secret VARCHAR(128),
    public_value VARCHAR(1000),
    draw_input TEXT,
    draw_log TEXT
);

CREATE TABLE call_allotments (
    call_id UUID NOT NULL REFERENCES calls,
    allotment_id UUID NOT NULL REFERENCES allotments,
    PRIMARY KEY (call_id, allotment_id),
    UNIQUE (allotment_id)
);

CREATE TABLE wishes (
    call_id UUID NOT NULL REFERENCES calls,
    structure_id UUID NOT NULL,
    wishes VARCHAR(8000) NOT NULL,
    PRIMARY KEY (call_id, structure_id)
);

CREATE TABLE pathways (
    id UUID PRIMARY KEY,
    request_hash CHAR(64) NOT NULL,
    structure_id UUID NOT NULL,
    title VARCHAR(280) NOT NULL,
    party VARCHAR(2000) NOT NULL,
    bookings VARCHAR(2000) NOT NULL
);

CREATE TABLE entries (
    session_id UUID NOT NULL REFERENCES sessions,
    nonce UUID NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    number INTEGER,
    used_at TIMESTAMP WITH TIME ZONE,
    at_time TIMESTAMP WITH TIME ZONE NOT NULL,
    door VARCHAR(140),
    PRIMARY KEY (session_id, nonce)
);

-- Figures of a quarter are counted once, and never again: a second count would tell what changed.
CREATE TABLE impact_facts (
    quarter CHAR(7) NOT NULL,
    department VARCHAR(3) NOT NULL,
    kind VARCHAR(70) NOT NULL,
    band VARCHAR(70) NOT NULL,
    measure VARCHAR(30) NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (quarter, department, kind, band, measure)
);
CREATE TABLE impact_quarters (
    quarter CHAR(7) PRIMARY KEY,
    counted_at TIMESTAMP WITH TIME ZONE NOT NULL
);
