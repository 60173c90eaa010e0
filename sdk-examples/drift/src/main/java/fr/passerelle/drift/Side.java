package fr.passerelle.drift;

/** Who writes a field: what loosens a request may surprise the reader of a response. */
enum Side {
    REQUEST,
    RESPONSE
}
