package fr.passerelle.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.benchmarks.floor.FloorDraft;
import fr.passerelle.benchmarks.floor.FloorJson;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.ShowType;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From what a vendor knows to the body of a request: the SDK's side looks at every rule. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Drafts {

    private static final long VENUE = 535_123;
    private static final long PRICE = 3_000_012;
    private static final int DATES = 50;
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final ObjectMapper mapper = Json.mapper();
    private final String name = "Le Bourgeois gentilhomme, comédie-ballet de Molière et Lully";
    private final String description =
            "Monsieur Jourdain entend acquérir les manières des gens de qualité. ".repeat(15);
    private final List<String> labels = List.of("Carré or", "Première catégorie", "Deuxième catégorie");

    @Benchmark
    public String eventSdk() throws JsonProcessingException {
        EventDraft.Builder draft = EventDraft.builder();
        for (String label : labels) {
            draft.addPriceCategories(PriceCategoryDraft.builder()
                    .label(label)
                    .price(Price.cents(2_500))
                    .idAtProvider(label)
                    .build());
        }
        EventDraft event = draft.name(name)
                .category(Category.show(ShowType.THEATRE_COMEDIE).author("Molière"))
                .location(Location.atVenue(VENUE))
                .accessibility(Accessibility.of(Disability.AUDIO, Disability.MOTOR))
                .description(description)
                .bookingContact("billetterie@example.org")
                .hasTicket(true)
                .durationMinutes(140)
                .idAtProvider("SAISON26-BG")
                .externalTicketOfficeUrl("https://tickets.example.org/bourgeois")
                .build();
        event.checkAt(NOW);
        return mapper.writeValueAsString(event);
    }

    @Benchmark
    public String eventFloor() throws JsonProcessingException {
        List<FloorDraft.Price> prices = labels.stream()
                .map(label -> new FloorDraft.Price(label, 2_500, label))
                .toList();
        return FloorJson.MAPPER.writeValueAsString(FloorDraft.comedy(name, description, VENUE, prices));
    }

    @Benchmark
    public String datesSdk() throws JsonProcessingException {
        List<DateDraft> dates = IntStream.range(0, DATES)
                .mapToObj(i -> DateDraft.at(beginning(i))
                        .priceCategoryId(PRICE)
                        .capacity(Capacity.of(120))
                        .idAtProvider("BG-" + i)
                        .build())
                .toList();
        DateDraft.checkTogether(dates, NOW);
        return mapper.writeValueAsString(Map.of("dates", dates));
    }

    @Benchmark
    public String datesFloor() throws JsonProcessingException {
        List<FloorDraft.Date> dates = IntStream.range(0, DATES)
                .mapToObj(i -> new FloorDraft.Date(beginning(i), beginning(i), PRICE, 120, "BG-" + i))
                .toList();
        return FloorJson.MAPPER.writeValueAsString(new FloorDraft.Dates(dates));
    }

    private static Instant beginning(int week) {
        return NOW.plus(WEEK.multipliedBy(week + 1));
    }
}
