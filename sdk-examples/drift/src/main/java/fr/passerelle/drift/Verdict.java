package fr.passerelle.drift;

/** What a change means to somebody who uses the SDK; the worst first. */
enum Verdict {
    /** Calls that worked fail, or answers that were read are not. */
    BREAKS("!"),
    /** Something new that the SDK cannot call. */
    NOT_COVERED("?"),
    /** The SDK goes on as before. */
    TOLERATED(" ");

    private final String mark;

    Verdict(String mark) {
        this.mark = mark;
    }

    /** One character that stands before a line. */
    String mark() {
        return mark;
    }
}
