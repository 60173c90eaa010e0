package fr.passerelle.metrics;

import fr.passerelle.ticketing.DeskOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Counts what becomes of the programme's messages to a vendor: {@code passculture.desk.outcomes}, by {@code reason},
 * the outcome's name in small letters. Given to the desk's {@code onRefusal(...)} it counts every refusal; to count the
 * answered messages too, give it {@link fr.passerelle.ticketing.DeskResponse#outcome()} of those that are
 * {@link DeskOutcome#RESPONDED}.
 */
@SuppressWarnings("exports") // whoever uses this brings the library, and requires its module
public final class DeskMetrics implements Consumer<DeskOutcome> {

    private final MeterProvider<Counter> outcomes;

    /** A meter in a registry. */
    public DeskMetrics(MeterRegistry registry) {
        outcomes = Counter.builder("passculture.desk.outcomes")
                .description("Messages of the programme to the vendor's ticketing desk")
                .withRegistry(registry);
    }

    @Override
    public void accept(DeskOutcome outcome) {
        outcomes.withTag("reason", outcome.name().toLowerCase(Locale.ROOT)).increment();
    }
}
