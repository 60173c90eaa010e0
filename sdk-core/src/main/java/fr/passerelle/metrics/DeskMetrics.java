package fr.passerelle.metrics;

import fr.passerelle.ticketing.DeskListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times what becomes of the programme's messages to a vendor, to be given to a desk's
 * {@code builder.listener(...)}; one may serve several desks. All values of all tags are few: names of desks and keys,
 * kinds, and outcomes in small letters.
 *
 * <ul>
 *   <li>{@code passerelle.desk.messages}: timer of messages until their response, by {@code desk}, {@code kind} (or
 *       {@code none} if the message was refused before that was known), {@code outcome}
 *       ({@link fr.passerelle.ticketing.DeskOutcome}: {@code sold}, {@code sold_out}, {@code signature_wrong} …) and
 *       {@code key} (the name of the key that made the signature, or {@code none})
 *   <li>{@code passerelle.desk.handlers}: timer of the vendor's handlers, late ones too, by {@code desk}, {@code kind}
 *       and {@code outcome} ({@code success} or {@code failure})
 *   <li>{@code passerelle.desk.compensations}: counter of sales that were to be taken back, by {@code desk} and
 *       {@code outcome}
 * </ul>
 */
@SuppressWarnings("exports") // whoever uses this brings the library, and requires its module
public final class DeskMetrics implements DeskListener {

    private final MeterProvider<Timer> messages;
    private final MeterProvider<Timer> handlers;
    private final MeterProvider<Counter> compensations;

    /** Meters in a registry. */
    public DeskMetrics(MeterRegistry registry) {
        this(registry, Tags.empty());
    }

    /**
     * Meters in a registry, each with these tags too: a region, say.
     *
     * @param tags not those of the desk itself: {@code desk}, {@code kind}, {@code outcome}, {@code key}
     */
    public DeskMetrics(MeterRegistry registry, Iterable<Tag> tags) {
        messages = Timer.builder("passerelle.desk.messages")
                .description("Messages of the programme to the vendor's ticketing desk")
                .tags(tags)
                .withRegistry(registry);
        handlers = Timer.builder("passerelle.desk.handlers")
                .description("The vendor's handlers of those messages")
                .tags(tags)
                .withRegistry(registry);
        compensations = Counter.builder("passerelle.desk.compensations")
                .description("Sales that the programme was not given, and that were to be taken back")
                .tags(tags)
                .withRegistry(registry);
    }

    @Override
    public void responded(Response response) {
        messages.withTags(Tags.of(
                        "desk",
                        response.desk(),
                        "kind",
                        small(response.kind()),
                        "outcome",
                        small(response.outcome()),
                        "key",
                        response.key() == null ? "none" : response.key()))
                .record(response.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void handlerEnded(HandlerEnd end) {
        handlers.withTags(Tags.of("desk", end.desk(), "kind", small(end.kind()), "outcome", outcome(end.succeeded())))
                .record(end.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void takenBack(TakenBack takenBack) {
        compensations
                .withTags(Tags.of("desk", takenBack.desk(), "outcome", outcome(takenBack.succeeded())))
                .increment();
    }

    private static String outcome(boolean succeeded) {
        return succeeded ? "success" : "failure";
    }

    private static String small(@Nullable Enum<?> constant) {
        return constant == null ? "none" : constant.name().toLowerCase(Locale.ROOT);
    }
}
