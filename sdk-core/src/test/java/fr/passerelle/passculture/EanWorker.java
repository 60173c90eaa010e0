package fr.passerelle.passculture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.value.Ean;
import fr.passerelle.passculture.Offline.Document;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Request;

/** The server's EAN operations: accepts at once, applies later, tells nobody. */
final class EanWorker implements Function<Request, Document> {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Document ACCEPTED = new Document(204, "");

    /** Answers of the next upserts, before they are accepted as usual. */
    final List<Document> upsertResponses = new ArrayList<>();
    /** Answers of the next reads. */
    final List<Document> readResponses = new ArrayList<>();

    final Map<String, String> rejected = new HashMap<>();
    final Set<String> ignored = new HashSet<>();
    final List<String> calls = new ArrayList<>();

    private final VirtualTime time;
    private final Duration delay;
    private final boolean forgets;
    private final Map<String, String> offers = new HashMap<>();
    private final Map<String, Long> visibleFrom = new HashMap<>();

    EanWorker(VirtualTime time, Duration delay) {
        this(time, delay, false);
    }

    /** A worker that {@code forgets} a product once it was read, to stay small itself. */
    EanWorker(VirtualTime time, Duration delay, boolean forgets) {
        this.time = time;
        this.delay = delay;
        this.forgets = forgets;
    }

    PassCultureClient client() {
        return Offline.client(this).time(time).attempts(1).build();
    }

    /** What the venue already offers. */
    void has(Ean ean, long total, long booked) {
        offers.put(ean.value(), Samples.product(7, ean.value(), total, booked));
        visibleFrom.put(ean.value(), time.nanos());
    }

    long count(String operation) {
        return calls.stream().filter(operation::equals).count();
    }

    @Override
    public Document apply(Request request) {
        String path = request.url().encodedPath();
        String operation = request.method() + " " + path.substring(path.lastIndexOf('/') + 1);
        calls.add(operation);
        return switch (operation) {
            case "POST ean" -> upsert(Offline.body(request));
            case "GET ean" -> read(eans(request));
            case "GET check_availability" -> availability(eans(request));
            default -> new Document(404, "{}");
        };
    }

    private static List<String> eans(Request request) {
        List<String> eans =
                List.of(String.valueOf(request.url().queryParameter("eans")).split(","));
        if (eans.size() > 100) {
            throw new AssertionError("100 EANs at most, not " + eans.size());
        }
        return eans;
    }

    private Document upsert(String body) {
        Document response = upsertResponses.isEmpty() ? ACCEPTED : upsertResponses.remove(0);
        if (response.status() != 400) {
            accept(body);
        }
        return response;
    }

    private void accept(String body) {
        JsonNode products;
        try {
            products = MAPPER.readTree(body).path("products");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        if (products.size() > 500) {
            throw new AssertionError("500 products at most, not " + products.size());
        }
        for (JsonNode product : products) {
            String ean = product.path("ean").asText();
            if (!rejected.containsKey(ean) && !ignored.contains(ean)) {
                offers.put(
                        ean,
                        Samples.product(
                                31, ean, product.path("stock").path("quantity").asLong(), 0));
                visibleFrom.put(ean, time.nanos() + delay.toNanos());
            }
        }
    }

    private Document read(List<String> eans) {
        if (!readResponses.isEmpty()) {
            return readResponses.remove(0);
        }
        String[] visible = eans.stream()
                .filter(ean -> visibleFrom.getOrDefault(ean, Long.MAX_VALUE) <= time.nanos())
                .map(offers::get)
                .toArray(String[]::new);
        if (forgets) {
            eans.forEach(offers::remove);
            eans.forEach(visibleFrom::remove);
        }
        return new Document(200, Samples.object("products", visible));
    }

    private Document availability(List<String> eans) {
        String available = quoted(eans.stream().filter(ean -> !rejected.containsKey(ean)));
        String reasons = eans.stream()
                .map(rejected::get)
                .filter(reason -> reason != null)
                .distinct()
                .map(reason ->
                        "\"" + reason + "\":" + quoted(eans.stream().filter(ean -> reason.equals(rejected.get(ean)))))
                .collect(Collectors.joining(","));
        return new Document(200, "{\"available\":" + available + ",\"rejected\":{" + reasons + "}}");
    }

    private static String quoted(Stream<String> eans) {
        return eans.map(ean -> "\"" + ean + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
