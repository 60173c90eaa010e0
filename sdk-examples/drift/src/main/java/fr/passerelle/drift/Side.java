package fr.passerelle.drift;

/** Who writes a field: what loosens a request may surprise the reader of an answer. */
enum Side {
    REQUEST,
    ANSWER
}
