package fr.passerelle.client.error;

import fr.passerelle.model.beneficiary.BookingRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 400: a rule of the programme, or the vendor, is against booking or cancelling; {@link #refusal()} says which. */
public final class BookingRefusedException extends BadRequestException {

    private static final long serialVersionUID = 1L;

    /** Where the app puts its error codes. */
    private static final String CODE = "code";

    private final String refusal;

    private BookingRefusedException(Answered answered, String refusal) {
        super(answered);
        this.refusal = refusal;
    }

    /** For an answer to booking or cancelling; a plain one if it names neither a code nor a field that is known. */
    static BadRequestException of(Answered answered) {
        return word(answered.errors())
                .<BadRequestException>map(word -> new BookingRefusedException(answered, word))
                .orElseGet(() -> new BadRequestException(answered));
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
