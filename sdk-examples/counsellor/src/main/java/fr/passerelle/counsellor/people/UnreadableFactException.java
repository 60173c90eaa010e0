package fr.passerelle.counsellor.people;

import fr.passerelle.commandline.Texts;

/** Something said about somebody cannot be read. Never holds what was said, which is somebody's own. */
public final class UnreadableFactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fact fact;
    private final String rule;

    UnreadableFactException(Fact fact, String rule) {
        super(fact + " " + rule, null, false, false);
        this.fact = fact;
        this.rule = rule;
    }

    /** Which fact it is about. */
    public Fact fact() {
        return fact;
    }

    /** The stable name of the rule that is broken. */
    public String rule() {
        return rule;
    }

    /** Which field breaks which rule, for people. */
    public String sentence(Texts texts) {
        return texts.of("fact", fact) + " : " + texts.of("rule." + rule);
    }
}
