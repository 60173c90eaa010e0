package fr.passerelle.bookshop.report;

import java.util.Locale;

/** What is done with the rows of a file; the words of its report depend on it. */
public enum Pass {
    /** Only the file is looked at: there is no key. */
    READ,
    /** The programme is asked which products it would take; nothing is sent. */
    CHECK,
    /** The products are put on sale. */
    UPSERT;

    String key(String text) {
        return text + "." + name().toLowerCase(Locale.ROOT);
    }
}
