package fr.passerelle.ticketing;

import fr.passerelle.model.value.OpenEnum;

/** What a notification is about. */
public final class NotificationAction extends OpenEnum {

    private static final Constants<NotificationAction> WORDS = new Constants<>(NotificationAction::new);

    /** Somebody booked. */
    public static final NotificationAction BOOK = WORDS.known("BOOK");

    /** A booking was cancelled. */
    public static final NotificationAction CANCEL = WORDS.known("CANCEL");

    private NotificationAction(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    public static NotificationAction of(String value) {
        return WORDS.of(value);
    }
}
