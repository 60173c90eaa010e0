package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Write.guarded;
import static fr.passerelle.sandbox.settle.Write.harmless;
import static fr.passerelle.sandbox.settle.Write.once;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.BeneficiaryClient;
import fr.passerelle.passculture.Bookings;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.settle.Write.Action;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** What is done with bookings: by the vendor at the door, and by the beneficiary in the app. */
final class DoorWrites {

    private DoorWrites() {}

    static List<Write> all() {
        return List.of(
                guarded(PassCultureEndpoint.USE_BOOKING, "admit", DoorWrites::admit)
                        .notShown(),
                guarded(
                                PassCultureEndpoint.USE_BOOKING,
                                "use",
                                (scene, world) -> door(scene, world, false, BookingStatus.USED, Bookings::use))
                        .notShown(),
                guarded(
                                PassCultureEndpoint.KEEP_BOOKING,
                                "",
                                (scene, world) -> door(scene, world, true, BookingStatus.CONFIRMED, Bookings::keep))
                        .notShown(),
                guarded(
                                PassCultureEndpoint.CANCEL_BOOKING,
                                "",
                                (scene, world) -> door(scene, world, false, BookingStatus.CANCELLED, Bookings::cancel))
                        .notShown(),
                harmless(PassCultureEndpoint.SIGN_IN, "", (scene, world) -> signIn(scene))
                        .in(),
                harmless(PassCultureEndpoint.REFRESH_ACCESS_TOKEN, "", (scene, world) -> renew(scene))
                        .in()
                        .inTheBackground(),
                guarded(PassCultureEndpoint.SIGN_OUT, "", (scene, world) -> signOut(scene))
                        .in(),
                once(PassCultureEndpoint.BOOK_OFFER, "", DoorWrites::book),
                harmless(PassCultureEndpoint.CANCEL_OWN_BOOKING, "", DoorWrites::cancelOwn));
    }

    /** In between, another door uses the countermark. */
    private static Action admit(Scene scene, World world) {
        long booking = scene.person().book(scene.goods(), 1);
        Countermark countermark = scene.countermark(booking);
        if (world == World.EXISTS) {
            scene.client.bookings().use(countermark);
        }
        return new Action(
                        o -> Ending.of(scene.exposed().bookings().with(o).admit(countermark)),
                        () -> Writes.once(is(scene, booking, BookingStatus.USED)),
                        () -> {},
                        1)
                .meanwhile(() -> scene.client.bookings().use(countermark));
    }

    /** In between, another door does the same. */
    private static Action door(
            Scene scene, World world, boolean used, BookingStatus wanted, BiConsumer<Bookings, Countermark> act) {
        long booking = scene.person().book(scene.goods(), 1);
        Countermark countermark = scene.countermark(booking);
        if (used) {
            scene.client.bookings().use(countermark);
        }
        if (world == World.EXISTS) {
            act.accept(scene.client.bookings(), countermark);
        }
        return Action.doing(
                        o -> act.accept(scene.exposed().bookings().with(o), countermark),
                        () -> Writes.once(is(scene, booking, wanted)))
                .meanwhile(() -> act.accept(scene.client.bookings(), countermark));
    }

    private static boolean is(Scene scene, long booking, BookingStatus wanted) {
        return scene.client.bookings().list(BookingFilter.ofVenue(scene.stage.venue.id())).stream()
                .anyMatch(seen -> seen.id() == booking && seen.status().equals(wanted));
    }

    /** In between, the same offer is booked on another telephone. */
    private static Action book(Scene scene, World world) {
        SandboxBeneficiary person = scene.person();
        long goods = scene.goods();
        BeneficiaryClient app = signedIn(scene, person);
        if (world == World.EXISTS) {
            person.book(goods, 1);
        }
        return Action.making(
                        o -> app.with(o).book(goods, 1),
                        () -> (int) scene.client.bookings().list(BookingFilter.ofVenue(scene.stage.venue.id())).stream()
                                .filter(seen -> seen.stockId() == goods)
                                .count())
                .meanwhile(() -> person.book(goods, 1));
    }

    /** In between, the same booking is cancelled on another telephone. */
    private static Action cancelOwn(Scene scene, World world) {
        SandboxBeneficiary person = scene.person();
        long booking = person.book(scene.goods(), 1);
        BeneficiaryClient app = signedIn(scene, person);
        if (world == World.EXISTS) {
            person.cancel(booking);
        }
        return Action.doing(
                        o -> app.with(o).cancel(booking),
                        () -> Writes.once(is(scene, booking, BookingStatus.CANCELLED)))
                .meanwhile(() -> person.cancel(booking));
    }

    private static BeneficiaryClient signedIn(Scene scene, SandboxBeneficiary person) {
        BeneficiaryClient app = scene.app();
        app.signIn(person.email(), person.password().toCharArray());
        return app;
    }

    private static Action signIn(Scene scene) {
        SandboxBeneficiary person = scene.person();
        BeneficiaryClient app = scene.app();
        return Action.doing(
                o -> app.with(o).signIn(person.email(), person.password().toCharArray()),
                () -> Writes.once(app.me().id() == person.id()));
    }

    private static Action signOut(Scene scene) {
        BeneficiaryClient app = signedIn(scene, scene.person());
        return Action.doing(o -> app.with(o).signOut(), () -> Writes.once(isSignedOut(app)));
    }

    private static boolean isSignedOut(BeneficiaryClient app) {
        try {
            app.me();
            return false;
        } catch (IllegalStateException nobody) {
            return true;
        }
    }

    /** An access token that is over, and a refresh token that is not. */
    private static Action renew(Scene scene) {
        SandboxBeneficiary person = scene.person();
        String refresh = scene.stage
                .http
                .call(
                        "POST",
                        "/native/v2/signin",
                        "",
                        "{'identifier':'%s','password':'%s','deviceInfo':{'deviceId':'%s'}}"
                                .formatted(person.email(), person.password(), Scene.DEVICE.id()))
                .body()
                .path("refreshToken")
                .asText();
        BeneficiaryClient app = scene.app("it.is.over", refresh);
        AtomicInteger in = new AtomicInteger();
        return Action.doing(
                        (RequestOptions o) ->
                                in.set(Writes.once(app.with(o).me().id() == person.id())),
                        in::get)
                .reading(2);
    }
}
