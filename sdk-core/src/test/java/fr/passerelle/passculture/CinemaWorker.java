package fr.passerelle.passculture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.offer.cinema.CinemaPriceDraft;
import fr.passerelle.model.offer.cinema.CinemaProgramme;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.offer.cinema.FilmId;
import fr.passerelle.model.offer.cinema.SessionDraft;
import fr.passerelle.model.offer.cinema.SessionFeature;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.Offline.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.Request;

/** The server's cinema operation: accepts at once, works on it later, tells nobody. */
final class CinemaWorker implements Function<Request, Document> {

    static final CinemaPriceDraft PRICE = CinemaPriceDraft.of("PC", "Tarif unique", Price.euros("5.00"));

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A session of an offer. */
    record Shown(String id, String beginning, long booked, long quantity) {}

    /** Answers of the next replacements, before they are accepted as usual. */
    final List<Document> responses = new ArrayList<>();

    /** Films that the catalogue does not know, and those that the server's work fails on. */
    final Set<String> unknown = new HashSet<>();

    final Set<String> failing = new HashSet<>();
    final List<String> calls = new ArrayList<>();

    /** Each offer's sessions, by the offer's idAtProvider. */
    final Map<String, List<Shown>> offers = new LinkedHashMap<>();

    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final List<Runnable> queue = new ArrayList<>();
    private final VirtualTime time;
    private final long worksAt;

    CinemaWorker(VirtualTime time, Duration delay) {
        this.time = time;
        this.worksAt = time.nanos() + delay.toNanos();
    }

    PassCultureClient client() {
        return Offline.client(this)
                .time(time)
                .clock(Clock.fixed(RequestsTest.NOW, ZoneOffset.UTC))
                .attempts(1)
                .build();
    }

    static CinemaProgramme programme() {
        return new CinemaProgramme(535, List.of(film(164478, session("s-1", 40))));
    }

    static FilmDraft film(long visa, SessionDraft... sessions) {
        return FilmDraft.of(FilmId.visa(visa))
                .addPriceCategories(PRICE)
                .addSessions(sessions)
                .build();
    }

    static SessionDraft session(String id, int remaining) {
        return SessionDraft.builder()
                .idAtProvider(id)
                .beginning(RequestsTest.OPENING)
                .remaining(remaining)
                .price(PRICE)
                .addFeatures(SessionFeature.VO, SessionFeature.THREE_D)
                .build();
    }

    /** What an offer already shows. */
    void has(long visa, Shown... sessions) {
        offers.put("visa:" + visa + "%535", new ArrayList<>(List.of(sessions)));
    }

    static Shown shown(String id, long booked, long quantity) {
        return new Shown(id, RequestsTest.OPENING.toString(), booked, quantity);
    }

    long count(String operation) {
        return calls.stream().filter(operation::equals).count();
    }

    @Override
    public Document apply(Request request) {
        String path = request.url().encodedPath();
        String operation = request.method() + " " + path.substring(path.lastIndexOf('/') + 1);
        calls.add(operation);
        if (time.nanos() >= worksAt) {
            queue.forEach(Runnable::run);
            queue.clear();
        }
        return switch (operation) {
            case "PUT cinema_sessions" -> replace(Offline.body(request));
            case "GET events" ->
                new Document(
                        200,
                        Samples.object(
                                "events",
                                Stream.of(String.valueOf(request.url().queryParameter("idsAtProvider"))
                                                .split(","))
                                        .filter(offers::containsKey)
                                        .map(this::event)
                                        .toArray(String[]::new)));
            case "GET dates" ->
                new Document(
                        200,
                        Samples.object(
                                "dates", dates(request.url().pathSegments().get(4))));
            default -> new Document(404, "{}");
        };
    }

    private Document replace(String body) {
        Document response = responses.isEmpty() ? new Document(204, "") : responses.remove(0);
        if (response.status() == 204) {
            try {
                for (JsonNode film : MAPPER.readTree(body).path("offers")) {
                    queue.add(() -> work(film));
                }
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return response;
    }

    private void work(JsonNode film) {
        String id = film.path("filmId").asText();
        if (unknown.contains(id) || failing.contains(id)) {
            return;
        }
        List<Shown> before = offers.getOrDefault(id + "%535", List.of());
        List<Shown> after = new ArrayList<>();
        for (JsonNode session : film.path("stocks")) {
            String name = session.path("idAtProvider").asText();
            long booked = before.stream()
                    .filter(shown -> shown.id().equals(name))
                    .mapToLong(Shown::booked)
                    .sum();
            after.add(new Shown(
                    name,
                    session.path("beginningDatetime").asText(),
                    booked,
                    booked + session.path("quantity").asLong()));
        }
        offers.put(id + "%535", after);
    }

    private String event(String id) {
        long number = numbers.computeIfAbsent(id, any -> 100L + numbers.size());
        return Samples.EVENT.replace("\"id\":12,", "\"id\":" + number + ",").replace("SAISON26-BG", id);
    }

    private String[] dates(String number) {
        String id = numbers.entrySet().stream()
                .filter(entry -> entry.getValue().toString().equals(number))
                .findFirst()
                .orElseThrow()
                .getKey();
        List<String> dates = new ArrayList<>();
        for (Shown shown : offers.getOrDefault(id, List.of())) {
            dates.add("""
                    {"id":%d,"beginningDatetime":"%2$s","bookingLimitDatetime":"%2$s","bookedQuantity":%3$d,\
                    "quantity":%4$d,"priceCategory":{"id":1,"label":"Tarif unique","price":500,"idAtProvider":"PC"},\
                    "idAtProvider":"%5$s"}""".formatted(dates.size() + 1, shown.beginning(), shown.booked(), shown.quantity(), shown.id()));
        }
        return dates.toArray(String[]::new);
    }
}
