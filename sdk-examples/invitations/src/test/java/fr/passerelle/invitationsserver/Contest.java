package fr.passerelle.invitationsserver;

import static fr.passerelle.invitationsserver.TestProgramme.TEENAGERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.invitationsserver.programme.Programme;
import fr.passerelle.invitationsserver.web.Wire;
import fr.passerelle.model.invitation.Allotment;
import fr.passerelle.model.invitation.BookingDraft;
import fr.passerelle.model.invitation.HoldDraft;
import fr.passerelle.model.invitation.Party;
import fr.passerelle.model.invitation.ReleaseDraft;
import fr.passerelle.model.invitation.Voucher;
import fr.passerelle.model.invitation.WaitlistDraft;
import fr.passerelle.model.invitation.WithdrawalDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Many structures at once, over two servers on one database. */
final class Contest {

    private static final int THREADS = 16;

    private Contest() {}

    /** So many ask for one place each of a hundred: exactly a hundred get one, and no reader ever sees more. */
    static void aHundredPlaces(String database, int contenders) throws Exception {
        try (TestProgramme programme = new TestProgramme(database);
                InvitationsServer second = second(database, programme.clock)) {
            TestProgramme.Member theatre = programme.donor("Théâtre");
            TestProgramme.Member home = programme.structure("Maison");
            Allotment places = programme.places(theatre, 100);
            List<Api> servers = List.of(home.api(), new Api(second.baseUrl(), home.secret()));
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger read = new AtomicInteger();
            AtomicInteger booked = new AtomicInteger();
            AtomicInteger full = new AtomicInteger();

            ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
            Future<?> reader = threads.submit(() -> {
                while (!over.get()) {
                    requireBalance(servers.get(read.getAndIncrement() % 2), places);
                }
            });
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < contenders; i++) {
                Api api = servers.get(i % 2);
                Api other = servers.get((i + 1) % 2);
                all.add(threads.submit(() -> {
                    BookingDraft draft = BookingDraft.of(places, Party.of(1, TEENAGERS));
                    Api.Result first = api.put("/v1/bookings/" + draft.id(), draft);
                    if (first.status() == 201) {
                        booked.incrementAndGet();
                        // Its response was lost: the same is sent again, to the other server.
                        Api.Result again = other.put("/v1/bookings/" + draft.id(), draft);
                        assertThat(again.status()).isEqualTo(200);
                        assertThat(again.text()).isEqualTo(first.text());
                    } else {
                        assertThat(first.code()).isEqualTo("full");
                        full.incrementAndGet();
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(5, TimeUnit.MINUTES);
            }
            over.set(true);
            reader.get(1, TimeUnit.MINUTES);
            threads.shutdown();

            assertThat(booked.get()).isEqualTo(100);
            assertThat(full.get()).isEqualTo(contenders - 100);
            assertThat(read.get()).isPositive();
            Allotment end = TestProgramme.now(theatre, places);
            assertThat(end.booked()).isEqualTo(100);
            assertThat(end.free()).isZero();
            assertThat(voucherNumbers(home)).hasSize(100).contains(1, 100);
        }
    }

    /** Holds, bookings, releases and jobs at once; the books balance at every moment and in the end. */
    static void everythingAtOnce(String database, int steps, long seed) throws Exception {
        try (TestProgramme programme = new TestProgramme(database);
                InvitationsServer second = second(database, programme.clock)) {
            TestProgramme.Member theatre = programme.donor("Théâtre");
            TestProgramme.Member home = programme.structure("Maison");
            Allotment places = programme.places(theatre, 40);
            List<Api> servers = List.of(home.api(), new Api(second.baseUrl(), home.secret()));
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 6; thread++) {
                Random random = new Random(seed + thread);
                Api api = servers.get(thread % 2);
                all.add(threads.submit(() -> {
                    List<UUID> bookings = new ArrayList<>();
                    for (int i = 0; i < steps; i++) {
                        step(random, api, places, bookings);
                        requireBalance(api, places);
                    }
                }));
            }
            all.add(threads.submit(() -> {
                for (int i = 0; i < steps; i++) {
                    programme.clock.advance(Duration.ofMinutes(1));
                    programme.server.runJobs();
                    second.runJobs();
                }
            }));
            for (Future<?> each : all) {
                each.get(5, TimeUnit.MINUTES);
            }
            threads.shutdown();
            programme.clock.advance(Duration.ofHours(1));
            programme.server.runJobs();
            second.runJobs();

            Allotment end = TestProgramme.now(theatre, places);
            assertThat(end.held()).isZero();
            int inBookings = 0;
            for (JsonNode booking :
                    home.api().get("/v1/bookings?limit=200").body().path("items")) {
                for (JsonNode voucher : booking.path("vouchers")) {
                    inBookings += voucher.path("status").asText().equals("VOID") ? 0 : 1;
                }
            }
            assertThat(end.booked()).isEqualTo(inBookings);
        }
    }

    /**
     * At the moment at which an option runs out, everybody wants its places: who has the option, somebody else, who
     * waits, the donor, and the jobs of both servers. Whatever comes first, the books balance for every reader.
     */
    static void anOptionThatRunsOut(String database, int rounds, long seed) throws Exception {
        try (TestProgramme programme = new TestProgramme(database);
                InvitationsServer second = second(database, programme.clock)) {
            Random random = new Random(seed);
            TestProgramme.Member theatre = programme.donor("Théâtre");
            TestProgramme.Member home = programme.structure("Maison");
            TestProgramme.Member relay = programme.structure("Relais");
            List<Function<TestProgramme.Member, Api>> servers =
                    List.of(TestProgramme.Member::api, who -> new Api(second.baseUrl(), who.secret()));
            ExecutorService threads = Executors.newFixedThreadPool(10);
            Set<String> outcomes = new TreeSet<>();
            for (int round = 0; round < rounds; round++) {
                Allotment places = programme.places(theatre, 4);
                BookingDraft given = BookingDraft.of(places, Party.of(1, TEENAGERS));
                TestProgramme.book(home, given);
                HoldDraft option = HoldDraft.builder()
                        .allotmentId(places.id())
                        .places(3)
                        .minutes(1)
                        .build();
                home.api().put("/v1/holds/" + option.id(), option);
                BookingDraft withIt = BookingDraft.builder()
                        .allotmentId(places.id())
                        .party(Party.of(3, TEENAGERS))
                        .holdId(option.id())
                        .build();
                BookingDraft another = BookingDraft.of(places, Party.of(2, TEENAGERS));
                WaitlistDraft waits = WaitlistDraft.of(places.id(), 1, 3);
                ReleaseDraft release = ReleaseDraft.ofBooking(given.id());
                WithdrawalDraft withdrawal = WithdrawalDraft.of(1);
                List<Callable<Object>> all = new ArrayList<>(List.of(
                        () -> servers.get(0).apply(home).put("/v1/bookings/" + withIt.id(), withIt),
                        () -> servers.get(1).apply(relay).put("/v1/bookings/" + another.id(), another),
                        () -> servers.get(0).apply(relay).put("/v1/waitlist/" + waits.id(), waits),
                        () -> servers.get(1).apply(home).put("/v1/releases/" + release.id(), release),
                        () -> servers.get(0)
                                .apply(theatre)
                                .put("/v1/allotments/" + places.id() + "/withdrawal", withdrawal),
                        () -> servers.get(1).apply(home).delete("/v1/holds/" + option.id()),
                        programme.server::runJobs,
                        second::runJobs));
                Collections.shuffle(all, random);
                AtomicBoolean over = new AtomicBoolean();
                Future<?> reader = threads.submit(() -> {
                    while (!over.get()) {
                        requireBalance(servers.get(0).apply(home), places);
                        requireBalance(servers.get(1).apply(theatre), places);
                    }
                });
                programme.clock.advance(Duration.ofSeconds(59 + random.nextInt(2)));
                for (Future<Object> each : threads.invokeAll(all)) {
                    if (each.get(1, TimeUnit.MINUTES) instanceof Api.Result result) {
                        assertThat(result.status()).as(result.text()).isIn(200, 201, 409);
                    }
                }
                over.set(true);
                reader.get(1, TimeUnit.MINUTES);
                programme.clock.advance(Duration.ofMinutes(1));
                programme.server.runJobs();
                second.runJobs();
                requireBalance(home.api(), places);
                Allotment end = TestProgramme.now(theatre, places);
                assertThat(end.held()).isZero();
                outcomes.add(end.booked() + " " + end.allocated() + " " + end.withdrawn() + " " + end.free());
            }
            threads.shutdown();
            assertThat(outcomes).hasSizeGreaterThan(1);
        }
    }

    private static void step(Random random, Api api, Allotment places, List<UUID> bookings) {
        int people = 1 + random.nextInt(6);
        switch (random.nextInt(4)) {
            case 0 -> {
                HoldDraft hold = HoldDraft.builder()
                        .allotmentId(places.id())
                        .places(people)
                        .minutes(1 + random.nextInt(3))
                        .build();
                if (api.put("/v1/holds/" + hold.id(), hold).status() == 201 && random.nextBoolean()) {
                    BookingDraft draft = BookingDraft.builder()
                            .allotmentId(places.id())
                            .party(Party.of(people, TEENAGERS))
                            .holdId(hold.id())
                            .build();
                    book(api, draft, bookings);
                }
            }
            case 1, 2 -> book(api, BookingDraft.of(places, Party.of(people, TEENAGERS)), bookings);
            default -> {
                if (!bookings.isEmpty()) {
                    ReleaseDraft release = ReleaseDraft.ofBooking(bookings.remove(random.nextInt(bookings.size())));
                    assertThat(api.put("/v1/releases/" + release.id(), release).status())
                            .isEqualTo(201);
                }
            }
        }
    }

    private static void book(Api api, BookingDraft draft, List<UUID> bookings) {
        Api.Result result = api.put("/v1/bookings/" + draft.id(), draft);
        assertThat(result.status()).as(result.text()).isIn(201, 409);
        if (result.status() == 201) {
            bookings.add(draft.id());
        }
    }

    private static void requireBalance(Api api, Allotment places) {
        Allotment now = api.get("/v1/allotments/" + places.id()).as(Allotment.class);
        assertThat(List.of(now.held(), now.booked(), now.allocated(), now.free(), now.withdrawn()))
                .allMatch(term -> term >= 0);
        assertThat(now.held() + now.booked() + now.allocated() + now.free())
                .isEqualTo(now.quantity() - now.withdrawn());
    }

    private static Set<Integer> voucherNumbers(TestProgramme.Member home) {
        Set<Integer> numbers = new TreeSet<>();
        for (JsonNode booking : home.api().get("/v1/bookings?limit=200").body().path("items")) {
            for (JsonNode voucher : booking.path("vouchers")) {
                numbers.add(Wire.stored(voucher.toString(), Voucher.class).number());
            }
        }
        return numbers;
    }

    private static InvitationsServer second(String database, TestClock clock) {
        return InvitationsServer.start(new InvitationsServer.Options(
                "127.0.0.1", 0, database, 8, 100_000, 100_000, Duration.ZERO, Programme.Settings.DEFAULT, clock));
    }
}
