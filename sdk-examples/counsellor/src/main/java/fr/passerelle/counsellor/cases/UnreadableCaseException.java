package fr.passerelle.counsellor.cases;

/** A case lacks a field, or has one that cannot be read; the message names it. */
final class UnreadableCaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    UnreadableCaseException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
