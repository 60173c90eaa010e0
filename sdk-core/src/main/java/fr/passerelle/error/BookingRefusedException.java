package fr.passerelle.error;

import fr.passerelle.model.app.BookingRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 400: a rule of the programme, or the vendor, is against booking or cancelling; {@link #refusal()} says which. */
public final class BookingRefusedException extends BadRequestException {

    private static final long serialVersionUID = 1L;

    /** Where the app puts its error codes. */
    private static final String CODE = "code";

    private final String refusal;

    /** For a response of this meaning. */
    public BookingRefusedException(ErrorResponse responded, BookingRefusal refusal) {
        super(responded);
        this.refusal = refusal.value();
    }

    /** For a response to booking or cancelling; a plain one if it names neither a code nor a field that is known. */
    public static BadRequestException of(ErrorResponse responded) {
        return word(responded.errors())
                .<BadRequestException>map(word -> new BookingRefusedException(responded, BookingRefusal.of(word)))
                .orElseGet(() -> new BadRequestException(responded));
    }

    private static Optional<String> word(Map<String, List<String>> errors) {
        return errors.getOrDefault(CODE, List.of()).stream()
                .findFirst()
                .or(() -> errors.keySet().stream()
                        .filter(field -> BookingRefusal.of(field).known())
                        .findFirst());
    }

    /** What is against it. */
    public BookingRefusal refusal() {
        return BookingRefusal.of(refusal);
    }
}
