package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.DonorDraft;
import fr.passerelle.model.invitation.DonorKind;
import fr.passerelle.model.invitation.InvitationBooking;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.Session;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * What a server bears, with a PostgreSQL that waits for the disk and a million vouchers in it. It is no test of the
 * build, which asks nobody how fast it is: {@code mvn test -pl sdk-examples/invitations -am -Dtest=LoadFigures
 * -Dsurefire.failIfNoSpecifiedTests=false} prints the figures.
 */
class LoadFigures {

    private static final int SESSIONS = Integer.getInteger("invitations.load.sessions", 100_000);
    private static final int VOUCHERS = Integer.getInteger("invitations.load.vouchers", 1_000_000);
    private static final int PER_SECOND = Integer.getInteger("invitations.load.bookings", 200);
    private static final int SECONDS = Integer.getInteger("invitations.load.seconds", 60);
    private static final int PLACES = 10_000;
    private static final int SEARCHES = 200;
    private static final int THREADS = 64;
    private static final int STRUCTURES = 50;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * A server as an association runs it, in a process of its own.
     *
     * @param key the operator's, which is told once for each database
     */
    private record Running(Process process, URI baseUrl, String key) {

        static Running start(String database) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "serve",
                            "--lang=en",
                            "--port=0",
                            "--calls-per-second=100000",
                            "--calls-at-once=100000",
                            "--database=" + database)
                    .redirectErrorStream(true)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String key = "";
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains("pinv_")) {
                    key = line.substring(line.indexOf("pinv_")).strip();
                }
                if (line.contains("Listening on ")) {
                    URI url = URI.create(line.substring(line.indexOf("http")).strip());
                    return new Running(process, url, key);
                }
            }
            throw new IOException("the server did not start");
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }
    }

    @Test
    void onPostgres() throws Exception {
        String given = System.getProperty("invitations.load.database");
        if (given != null) {
            measure(given);
            return;
        }
        try (Postgres postgres = Postgres.start("on")) {
            measure(postgres.newDatabase());
        }
    }

    private void measure(String database) throws Exception {
        Running server = Running.start(database);
        try {
            Api operator = new Api(server.baseUrl(), server.key());
            String theatre = donor(operator);
            String home = structure(operator);
            Session session = session(operator.with(theatre), "PROTOTYPE");
            Allotment prototype = give(operator.with(theatre), session.ref());
            BookingDraft draft = BookingDraft.of(prototype, Party.of(1, AgeBand.FROM_12_TO_15));
            operator.with(home).put("/v1/bookings/" + draft.id(), draft).as(InvitationBooking.class);
            fill(database, session, prototype, draft.id());

            searches(server.baseUrl(), home);
            List<Allotment> many = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                many.add(give(
                        operator.with(theatre),
                        session(operator.with(theatre), "LOAD" + i).ref()));
            }
            List<String> homes = new ArrayList<>();
            for (int i = 0; i < STRUCTURES; i++) {
                homes.add(structure(operator));
            }
            bookings(server.baseUrl(), homes, "warming up", many, SECONDS / 4);
            bookings(server.baseUrl(), homes, "of fifty structures, over a hundred sessions", many, SECONDS);
            bookings(server.baseUrl(), homes, "of fifty structures, all for one session", many.subList(0, 1), SECONDS);
            bookings(server.baseUrl(), homes.subList(0, 1), "of one structure", many, SECONDS);
            print("memory of the server", resident(server.process().pid()) + " MiB at its highest, -Xmx256m");
        } finally {
            server.kill();
        }
    }

    /** Copies of what was made by calls: a server that is a hundred times as old. */
    private static void fill(String database, Session session, Allotment allotment, UUID booking) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP TABLE n AS SELECT i, gen_random_uuid() AS session, gen_random_uuid() AS allotment,"
                    + " gen_random_uuid() AS booking, 42.5 + 8.3 * random() AS latitude, -1.5 + 8.7 * random() AS longitude,"
                    + " now() + (random() * 300 - 60) * interval '1 day' AS starts"
                    + " FROM generate_series(1, " + SESSIONS + ") AS i");
            // Where people live: half of it lies around a few cities.
            sql.execute("UPDATE n SET latitude = 48.86 + (random() - 0.5) / 4, longitude = 2.35 + (random() - 0.5) / 3"
                    + " WHERE i % 4 = 0");
            sql.execute("UPDATE n SET latitude = 45.76 + (random() - 0.5) / 8, longitude = 4.84 + (random() - 0.5) / 6"
                    + " WHERE i % 4 = 1");
            sql.execute("UPDATE n SET starts = date_trunc('minute', starts)");
            sql.execute("INSERT INTO sessions (id, donor_id, ref, kind, starts_at, ends_at, latitude, longitude,"
                    + " department, accessible, language_needed, cancelled, vouchers, draft)"
                    + " SELECT session, donor_id, 'S' || i, kind, starts, starts + interval '3 hours', n.latitude,"
                    + " n.longitude, department, CASE WHEN i % 5 = 0 THEN ',WHEELCHAIR,' ELSE accessible END,"
                    + " language_needed, FALSE, 0, jsonb_set(jsonb_set(jsonb_set(draft::jsonb, '{ref}',"
                    + " to_jsonb('S' || i)), '{startsAt}', to_jsonb(to_char(starts AT TIME ZONE 'UTC',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'))), '{place,position}', jsonb_build_object('latitude',"
                    + " n.latitude, 'longitude', n.longitude))::text FROM n, sessions WHERE id = '" + session.id()
                    + "'");
            sql.execute("INSERT INTO allotments (id, request_hash, donor_id, session_id, mode, price, minimum_group,"
                    + " maximum_group, wheelchair_places, note, release_at, status, quantity, withdrawn, held, booked,"
                    + " allocated, next_due) SELECT allotment, request_hash, donor_id, session, mode, i % 3 * 100, 1 + i % 5,"
                    + " maximum_group, wheelchair_places, note, starts, CASE WHEN starts < now() THEN 'ENDED' ELSE status END,"
                    + " 100, 0, 0, " + VOUCHERS / SESSIONS + ", 0, CASE WHEN starts < now() THEN NULL ELSE starts END"
                    + " FROM n, allotments WHERE id = '" + allotment.id() + "'");
            sql.execute("INSERT INTO bookings (id, request_hash, structure_id, allotment_id, session_id, places,"
                    + " wheelchairs, status, party) SELECT n.booking, request_hash, structure_id, allotment, session, "
                    + VOUCHERS / SESSIONS
                    + ", 0, CASE WHEN starts < now() THEN 'ATTENDED' ELSE status END, party FROM n, bookings WHERE id = '"
                    + booking + "'");
            sql.execute("INSERT INTO vouchers (session_id, number, booking_id, code, signed_code, status)"
                    + " SELECT session, number, booking, substr(upper(md5(i::text || number)), 1, 8),"
                    + " repeat('V', 130), 'ISSUED' FROM n, generate_series(1, " + VOUCHERS / SESSIONS + ") AS number");
            sql.execute("INSERT INTO changes SELECT 1000000000 + i, 'booking', booking, 'CONFIRMED', now(), donor_id,"
                    + " (SELECT structure_id FROM bookings LIMIT 1), FALSE, FALSE FROM n, allotments WHERE id = '"
                    + allotment.id() + "'");
            sql.execute("UPDATE programme SET feed = 2000000000");
            sql.execute("ANALYZE");
            print("in the database", SESSIONS + " sessions, " + VOUCHERS + " vouchers");
        }
    }

    private void searches(URI server, String key) throws Exception {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("near Saint-Denis, 15 km", "?latitude=48.93&longitude=2.36&radiusKm=15");
        all.put("the same, second page", "?latitude=48.93&longitude=2.36&radiusKm=15&limit=50");
        all.put("a postal code, 20 km", "?postalCode=69003");
        all.put("the country", "?radiusKm=300&latitude=46.6&longitude=2.4");
        all.put("wheelchairs, a group of eight, free", "?postalCode=69003&needs=WHEELCHAIR&group=8&maximumPrice=0");
        all.put("nobody has so many", "?latitude=48.93&longitude=2.36&radiusKm=15&group=150");
        all.put("nobody in the country has", "?group=150");
        all.put("at sea", "?latitude=46.0&longitude=-6.0&radiusKm=100");
        for (Map.Entry<String, String> search : all.entrySet()) {
            List<Long> nanos = new ArrayList<>();
            int found = 0;
            for (int i = 0; i < SEARCHES; i++) {
                long before = System.nanoTime();
                HttpResponse<byte[]> response = http.send(
                        request(server, "/v1/availabilities" + search.getValue(), key)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                nanos.add(System.nanoTime() - before);
                assertThat(response.statusCode()).isEqualTo(200);
                found = MAPPER.readTree(response.body()).path("items").size();
            }
            print("search: " + search.getKey(), found + " found, " + times(nanos));
        }
    }

    /** At fixed moments, whether those before are through or not: a queue is told, and not waited for. */
    private void bookings(URI server, List<String> keys, String name, List<Allotment> allotments, int seconds)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        List<Future<Integer>> sent = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        Random random = new Random(7);
        long start = System.nanoTime();
        int count = PER_SECOND * seconds;
        for (int i = 0; i < count; i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            BookingDraft draft = BookingDraft.of(
                    allotments.get(random.nextInt(allotments.size())),
                    Party.of(1 + random.nextInt(2), AgeBand.FROM_12_TO_15));
            HttpRequest request = request(server, "/v1/bookings/" + draft.id(), keys.get(random.nextInt(keys.size())))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(Wire.bytes(draft)))
                    .build();
            sent.add(threads.submit(() -> {
                int status = http.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .statusCode();
                nanos.add(System.nanoTime() - due);
                if (status != 201) {
                    refused.incrementAndGet();
                }
                return status;
            }));
        }
        for (Future<Integer> each : sent) {
            each.get(5, TimeUnit.MINUTES);
        }
        threads.shutdown();
        long took = System.nanoTime() - start;
        print(
                "bookings, " + name,
                String.format(
                        Locale.ROOT,
                        "%d of %d in %.1f s, asked for %d a second, %d refused, %s",
                        nanos.size(),
                        count,
                        took / 1e9,
                        PER_SECOND,
                        refused.get(),
                        times(List.copyOf(nanos))));
    }

    private static String times(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "median %.1f ms, p99 %.1f ms, slowest %.1f ms",
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private static void print(String name, String figures) {
        System.out.println("| " + name + " | " + figures + " |");
    }

    private static HttpRequest.Builder request(URI server, String path, String key) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key);
    }

    private static long resident(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String donor(Api operator) {
        DonorDraft donor =
                DonorDraft.builder().name("Théâtre").kind(DonorKind.VENUE).build();
        operator.put("/v1/donors/" + donor.id(), donor);
        return key(operator, InvitationRole.DONOR, donor.id());
    }

    private static String structure(Api operator) {
        StructureDraft structure = StructureDraft.builder()
                .name("Maison")
                .kind(StructureKind.HOUSING)
                .department("69")
                .people(40)
                .build();
        operator.put("/v1/structures/" + structure.id(), structure);
        return key(operator, InvitationRole.STRUCTURE, structure.id());
    }

    private static String key(Api operator, InvitationRole role, UUID owner) {
        KeyDraft key = KeyDraft.of(role, owner, "load");
        operator.put("/v1/keys/" + key.id(), key);
        return key.secret().value();
    }

    private static Session session(Api theatre, String ref) {
        SessionDraft session = SessionDraft.builder()
                .ref(ref)
                .title("Ubu roi")
                .kind(SessionKind.SHOW)
                .startsAt(Instant.now().plus(Duration.ofDays(10)))
                .place(TestProgramme.hall())
                .build();
        return theatre.put("/v1/sessions/by-ref/" + ref, session).as(Session.class);
    }

    private static Allotment give(Api theatre, String ref) {
        AllotmentDraft draft = AllotmentDraft.of(ref, PLACES).build();
        return theatre.put("/v1/allotments/" + draft.id(), draft).as(Allotment.class);
    }
}
