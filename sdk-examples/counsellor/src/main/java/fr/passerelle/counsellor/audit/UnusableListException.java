package fr.passerelle.counsellor.audit;

import fr.passerelle.commandline.Texts;

/** A file is no list of people. */
public final class UnusableListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String detail;

    UnusableListException(String key, String detail) {
        super(key);
        this.key = key;
        this.detail = detail;
    }

    /** Why, for people. */
    public String sentence(Texts texts) {
        return texts.of(key, detail);
    }
}
