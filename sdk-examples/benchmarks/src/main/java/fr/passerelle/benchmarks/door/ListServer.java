package fr.passerelle.benchmarks.door;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A programme with one date and so many bookings of it; counts the calls. */
final class ListServer implements AutoCloseable {

    private static final int PAGE = 50;
    private static final Pattern FIRST = Pattern.compile("firstIndex=(\\d+)");
    private static final String DATES = """
            {"dates":[{"id":7001,"beginningDatetime":"%s","bookingLimitDatetime":"%s","bookedQuantity":1,
            "quantity":"unlimited","idAtProvider":null,
            "priceCategory":{"id":1,"label":"Plein","price":1200,"idAtProvider":null}}]}""";
    private static final String BOOKING = """
            {"id":%d,"quantity":1,"creationDate":"2026-03-01T10:00:00Z","confirmationDate":"2026-03-03T10:00:00Z",
            "price":1200,"status":"CONFIRMED","offerId":9001,"stockId":7001,"priceCategoryId":1,
            "priceCategoryLabel":"Plein","offerName":"Le Cid","offerEan":null,"offerAddress":null,
            "offerDepartmentCode":null,"venueId":42,"venueName":"Salle","userEmail":"camille@example.org",
            "userPhoneNumber":null,"userFirstName":"Camille","userLastName":"Exemple","userBirthDate":"2008-06-21",
            "userPostalCode":"75011"}""";

    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server;
    private final Instant beginning;
    private volatile int bookings;

    ListServer(Instant beginning) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.beginning = beginning;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                calls.incrementAndGet();
                byte[] body = response(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void bookings(int count) {
        bookings = count;
        calls.set(0);
    }

    int calls() {
        return calls.get();
    }

    private String response(URI uri) {
        if (uri.getPath().endsWith("/dates")) {
            return DATES.formatted(beginning, beginning);
        }
        Matcher first = FIRST.matcher(String.valueOf(uri.getQuery()));
        int id = first.find() ? Integer.parseInt(first.group(1)) : 1;
        StringBuilder page = new StringBuilder("{\"bookings\":[");
        for (int i = id; i < id + PAGE && i <= bookings; i++) {
            page.append(i == id ? "" : ",").append(BOOKING.formatted(i));
        }
        return page.append("]}").toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
