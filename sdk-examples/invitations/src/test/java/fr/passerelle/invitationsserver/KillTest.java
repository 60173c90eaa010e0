package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.model.invitation.AgeBand;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.DonorDraft;
import fr.passerelle.model.invitation.DonorKind;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.invitation.access.InvitationRole;
import fr.passerelle.model.invitation.access.KeyDraft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the middle of writes: nothing lost, nothing doubled, once the same is sent again. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillTest {

    /** How often it is killed. */
    private static final int KILLS = Integer.getInteger("invitations.kills", 2);

    private static final int PLACES = 5_000;

    /** A server in a process of its own. */
    private record Running(Process process, URI baseUrl, String key) {

        static Running start(String database) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
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
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
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

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void onTheEmbeddedDatabase(@TempDir Path folder) throws Exception {
        killed("jdbc:h2:" + folder.resolve("invitations"), KILLS);
    }

    @Test
    void onPostgres() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            killed(postgres.newDatabase(), KILLS);
        }
    }

    private static void killed(String database, int kills) throws Exception {
        Random random = new Random(2026);
        Running server = Running.start(database);
        String secret = structureKey(new Api(server.baseUrl(), server.key()));
        Allotment places = places(new Api(server.baseUrl(), server.key()));
        List<BookingDraft> all = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            Api api = new Api(server.baseUrl(), secret);
            List<BookingDraft> sent = new ArrayList<>();
            // After so many responses, with the next request under way.
            CountDownLatch answered = new CountDownLatch(5 + random.nextInt(10));
            CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> {
                while (true) {
                    BookingDraft draft = BookingDraft.of(places, Party.of(1 + sent.size() % 3, AgeBand.FROM_18_TO_25));
                    sent.add(draft);
                    try {
                        api.put("/v1/bookings/" + draft.id(), draft);
                        answered.countDown();
                    } catch (UncheckedIOException gone) {
                        return;
                    }
                }
            });
            assertThat(answered.await(2, TimeUnit.MINUTES)).isTrue();
            server.kill();
            busy.get(1, TimeUnit.MINUTES);
            server = Running.start(database);
            Api again = new Api(server.baseUrl(), secret);
            for (BookingDraft draft : sent) {
                assertThat(again.put("/v1/bookings/" + draft.id(), draft).status())
                        .isIn(200, 201);
            }
            all.addAll(sent);
        }
        requireEachOnce(new Api(server.baseUrl(), secret), places, all);
        server.kill();
    }

    private static void requireEachOnce(Api api, Allotment places, List<BookingDraft> all) {
        int people = all.stream().mapToInt(draft -> draft.party().people()).sum();
        assertThat(api.get("/v1/allotments/" + places.id()).as(Allotment.class).booked())
                .isEqualTo(people);
        List<Integer> numbers = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get("/v1/bookings?limit=200" + cursor).body();
            for (JsonNode booking : page.path("items")) {
                ids.add(UUID.fromString(booking.path("id").asText()));
                booking.path("vouchers")
                        .forEach(voucher -> numbers.add(voucher.path("number").asInt()));
            }
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(BookingDraft::id).toList());
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, people).boxed().toList());
    }

    private static String structureKey(Api operator) {
        StructureDraft structure = StructureDraft.builder()
                .name("Maison")
                .kind(StructureKind.HOUSING)
                .department("69")
                .people(40)
                .build();
        operator.put("/v1/structures/" + structure.id(), structure);
        return key(operator, InvitationRole.STRUCTURE, structure.id());
    }

    private static Allotment places(Api operator) {
        DonorDraft donor =
                DonorDraft.builder().name("Théâtre").kind(DonorKind.VENUE).build();
        operator.put("/v1/donors/" + donor.id(), donor);
        Api theatre = operator.with(key(operator, InvitationRole.DONOR, donor.id()));
        SessionDraft session = SessionDraft.builder()
                .ref("KILL")
                .title("Ubu roi")
                .kind(SessionKind.SHOW)
                .startsAt(Instant.now().plus(Duration.ofDays(10)))
                .place(TestProgramme.hall())
                .build();
        theatre.put("/v1/sessions/by-ref/KILL", session);
        AllotmentDraft draft = AllotmentDraft.of("KILL", PLACES).build();
        return theatre.put("/v1/allotments/" + draft.id(), draft).as(Allotment.class);
    }

    private static String key(Api operator, InvitationRole role, UUID owner) {
        KeyDraft key = KeyDraft.of(role, owner, "test");
        operator.put("/v1/keys/" + key.id(), key);
        return key.secret().value();
    }
}
