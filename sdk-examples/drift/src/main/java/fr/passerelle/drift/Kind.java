package fr.passerelle.drift;

import static fr.passerelle.drift.Verdict.BREAKS;
import static fr.passerelle.drift.Verdict.NOT_COVERED;
import static fr.passerelle.drift.Verdict.TOLERATED;

import java.util.Locale;

/**
 * The kinds of change, and what each means in a request and in a response. The SDK ignores fields and accepts values
 * and variants that it does not know in responses, and checks no limit there.
 */
enum Kind {
    OPERATION_ADDED(TOLERATED, TOLERATED),
    OPERATION_UNCOVERED(NOT_COVERED, NOT_COVERED),
    OPERATION_REMOVED(BREAKS, BREAKS),
    OPERATION_MOVED(BREAKS, BREAKS),
    OPERATION_DEPRECATED(TOLERATED, TOLERATED),

    REQUIRED_ADDED(BREAKS, TOLERATED),
    OPTIONAL_ADDED(TOLERATED, TOLERATED),
    REQUIRED_REMOVED(BREAKS, BREAKS),
    OPTIONAL_REMOVED(BREAKS, TOLERATED),

    NOW_REQUIRED(BREAKS, TOLERATED),
    NOW_OPTIONAL(TOLERATED, BREAKS),
    NOW_NULLABLE(TOLERATED, BREAKS),
    NO_LONGER_NULLABLE(BREAKS, TOLERATED),

    VALUE_ADDED(TOLERATED, TOLERATED),
    VALUE_REMOVED(BREAKS, TOLERATED),
    VALUES_CLOSED(BREAKS, TOLERATED),
    VALUES_OPENED(TOLERATED, TOLERATED),

    VARIANT_ADDED(TOLERATED, TOLERATED),
    VARIANT_REMOVED(BREAKS, TOLERATED),
    DISCRIMINATOR_CHANGED(BREAKS, BREAKS),

    TYPE_WIDENED(TOLERATED, BREAKS),
    TYPE_NARROWED(BREAKS, TOLERATED),
    TYPE_CHANGED(BREAKS, BREAKS),

    LIMIT_TIGHTENED(BREAKS, TOLERATED),
    LIMIT_LOOSENED(TOLERATED, TOLERATED),
    DEFAULT_CHANGED(TOLERATED, TOLERATED);

    private final Verdict inRequest;
    private final Verdict inResponse;

    Kind(Verdict inRequest, Verdict inResponse) {
        this.inRequest = inRequest;
        this.inResponse = inResponse;
    }

    Verdict on(Side side) {
        return side == Side.REQUEST ? inRequest : inResponse;
    }

    /** Its name in texts and in JSON, such as {@code value-added}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
