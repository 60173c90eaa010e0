-- Who came in: the journals of doors. No names; of a code a hash under the venue's secret, and until it is settled the code
-- itself, encrypted. Moments are in UTC. For MySQL 8 and MariaDB 10.6.

CREATE TABLE IF NOT EXISTS passerelle_door_evening (
    evening     VARCHAR(60) NOT NULL PRIMARY KEY,
    salt        VARCHAR(32) NOT NULL,
    secret_check VARCHAR(16) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS passerelle_door_ticket (
    evening     VARCHAR(60) NOT NULL,
    ticket      VARCHAR(32) NOT NULL,
    heads       INTEGER NOT NULL,               -- people in with it now
    places      INTEGER NOT NULL,
    mark        VARCHAR(10) NOT NULL,           -- what its programme knows
    booking_id  BIGINT,                         -- the programme's number, once it is known
    sender      VARCHAR(36),                    -- the process that tells the programme at this moment
    sender_until DATETIME(6),                   -- when another one may
    PRIMARY KEY (evening, ticket)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS passerelle_door_admission (
    evening     VARCHAR(60) NOT NULL,
    nonce       VARCHAR(36) NOT NULL,
    ticket      VARCHAR(32) NOT NULL,
    source      VARCHAR(40) NOT NULL,
    door        VARCHAR(40) NOT NULL,
    admitted_at DATETIME(6) NOT NULL,
    heads       INTEGER NOT NULL,
    places      INTEGER NOT NULL,
    basis       VARCHAR(10) NOT NULL,
    booking_id  BIGINT,
    sealed_code VARCHAR(2048) NOT NULL,
    undone      INTEGER NOT NULL,               -- 1 if it was taken back
    PRIMARY KEY (evening, nonce),
    INDEX passerelle_door_admission_of_ticket (evening, ticket)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS passerelle_door_list (
    evening     VARCHAR(60) NOT NULL,
    source      VARCHAR(40) NOT NULL,
    read_at     DATETIME(6) NOT NULL,
    content     LONGBLOB NOT NULL,           -- encrypted; codes as their hashes only
    PRIMARY KEY (evening, source)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
