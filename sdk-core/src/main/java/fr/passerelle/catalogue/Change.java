package fr.passerelle.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that a plan would do, or tells that it leaves, and why.
 *
 * @param kind what is done
 * @param subject to what
 * @param offer the vendor's own name for the event or product, or the EAN of a product that is known by it
 * @param title the name of the event or product, or the EAN
 * @param ids the vendor's own names of the prices or dates concerned; {@code #} and the programme's number for one that
 *     has none
 * @param beginning when the date concerned begins, as the programme shows it; the first of several; empty if it
 *     concerns no date
 * @param fields what differs
 * @param cause why
 * @param bookings places booked on the dates, or pieces of the product, concerned that the change touches, or, if it is
 *     {@link Kind#KEPT} or {@link Kind#CLOSE}, spares
 * @param calls how many calls it takes, reads right before the write included; 0 if nothing is sent, and for products
 *     by EAN, of which 500 go in one call
 * @param changedElsewhere whether the catalogue says what it said when the programme was last seen to agree: somebody
 *     else has changed it there since; known only with a {@link CatalogueMemory}
 */
public record Change(
        Kind kind,
        Subject subject,
        String offer,
        String title,
        List<String> ids,
        Optional<Instant> beginning,
        List<FieldChange> fields,
        Cause cause,
        long bookings,
        int calls,
        boolean changedElsewhere) {

    /** What is done. */
    public enum Kind {
        /** Something new is made. */
        CREATE,
        /** Fields are changed that touch no booking. */
        UPDATE,
        /** A price changes, for every date that is not over; bookings keep theirs. */
        REPRICE,
        /** A date moves: the cancellation window of its bookings opens again (partner-api operation 23). */
        RESCHEDULE,
        /** A date without bookings is deleted, or an event, or a product without bookings, is hidden. */
        WITHDRAW,
        /**
         * A date that has bookings, or is over in the catalogue, or a product with bookings, sells nothing from now on;
         * its bookings stay.
         */
        CLOSE,
        /** A date, or the stock of a product, is deleted with its bookings. */
        CANCEL,
        /** Nothing is sent; the cause says why. */
        KEPT
    }

    /** What it is about. */
    public enum Subject {
        EVENT,
        PRICE,
        DATE,
        PRODUCT
    }

    /** Why. */
    public enum Cause {
        /** The catalogue says otherwise than the programme. */
        DIFFERS,
        /** The catalogue does not have it any more. */
        GONE,
        /** The catalogue says that the event does not take place. */
        CANCELLED,
        /** The catalogue says that nothing more is sold. */
        CLOSED,
        /** It has bookings, and the policy does not cancel them. */
        BOOKED,
        /** The policy removes nothing. */
        POLICY,
        /** The programme reviews the event; what is sent now may be lost. */
        UNDER_REVIEW,
        /** The programme has rejected the event: it cannot be changed. */
        REJECTED,
        /** It has begun at the programme, and cannot be changed any more. */
        OVER,
        /** It carries no id of the vendor's: it was made by hand, in the programme's portal. */
        MADE_ELSEWHERE,
        /** The programme does not let this field change; make a new event or product with another id. */
        FIXED,
        /** The programme has refused it, and nothing has changed since. */
        REFUSED
    }

    public Change {
        ids = List.copyOf(ids);
        fields = List.copyOf(fields);
    }

    /** Whether anything is sent. */
    public boolean isSent() {
        return kind != Kind.KEPT;
    }

    /** One line for people, without the title: {@code price 12.00 → 15.00}. Holds nothing of a person. */
    public String reason() {
        String what = switch (kind) {
            case CREATE -> created();
            case UPDATE, REPRICE, RESCHEDULE ->
                (subject == Subject.DATE ? "date" + named().stripTrailing() + ": " : "") + differences();
            case WITHDRAW -> subject == Subject.DATE ? "date" + named() + "withdrawn" : "taken off sale" + because();
            case CLOSE ->
                word() + named()
                        + (cause == Cause.CLOSED ? "sells nothing more" : "not wanted any more")
                        + ": closed, its bookings kept";
            case CANCEL -> word() + named() + "withdrawn, its bookings cancelled";
            case KEPT -> kept();
        };
        String booked = bookings == 0 ? "" : ", " + counted(bookings, "booking");
        return what + booked + (changedElsewhere ? ", changed by somebody else since the last run" : "");
    }

    private String created() {
        return switch (subject) {
            case EVENT -> "new event";
            case PRODUCT -> "new product";
            case PRICE -> counted(ids.size(), "new price");
            case DATE -> counted(ids.size(), "new date") + ", the first" + named().stripTrailing();
        };
    }

    private String kept() {
        String left = word() + named() + "left as it is: ";
        return switch (cause) {
            case UNDER_REVIEW -> left + "the programme is reviewing it";
            case REJECTED -> left + "the programme has rejected it";
            case REFUSED -> left + "the programme has refused it as it is";
            case OVER -> left + "it is over at the programme";
            case MADE_ELSEWHERE -> left + "it was made elsewhere";
            case FIXED -> left + "the programme does not let this change: " + differences();
            case BOOKED -> left + "not wanted any more, but booked";
            case POLICY -> left + "not wanted any more, but nothing is to be removed";
            default -> left + cause;
        };
    }

    private String because() {
        return switch (cause) {
            case CANCELLED -> ": it is cancelled";
            case CLOSED -> ": nothing more is sold";
            default -> ": the catalogue does not have it any more";
        };
    }

    private String word() {
        return subject.name().toLowerCase(Locale.ROOT);
    }

    private String named() {
        return beginning.map(begins -> " on " + begins + " ").orElse(" ");
    }

    private String differences() {
        return fields.isEmpty()
                ? "what was sent before was not seen: sent again"
                : fields.stream().map(FieldChange::toString).collect(Collectors.joining(", "));
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
