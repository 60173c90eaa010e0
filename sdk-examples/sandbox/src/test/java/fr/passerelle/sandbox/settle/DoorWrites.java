package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Write.settled;
import static fr.passerelle.sandbox.settle.Write.undecidable;
import static fr.passerelle.sandbox.settle.Writes.once;

import fr.passerelle.client.Admission;
import fr.passerelle.client.BeneficiaryClient;
import fr.passerelle.client.RequestOptions;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.settle.Write.Deed;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** What is done with bookings: by the vendor at the door, and by the young person in the app. */
final class DoorWrites {

    private DoorWrites() {}

    static List<Write> all() {
        return List.of(
                settled(Endpoint.USE_BOOKING, "admit", scene -> {
                    long booking = scene.person().book(scene.goods(), 1);
                    Countermark countermark = scene.countermark(booking);
                    return new Deed(
                            o -> {
                                Admission admission =
                                        scene.client.bookings().with(o).admit(countermark);
                                admission.failure().ifPresent(failure -> {
                                    throw failure;
                                });
                            },
                            () -> once(is(scene, booking, BookingStatus.USED)),
                            1);
                }),
                undecidable(
                        Endpoint.USE_BOOKING,
                        "use",
                        scene -> door(
                                scene,
                                false,
                                BookingStatus.USED,
                                (o, mark) -> scene.client.bookings().with(o).use(mark))),
                settled(
                        Endpoint.KEEP_BOOKING,
                        "",
                        scene -> door(
                                scene,
                                true,
                                BookingStatus.CONFIRMED,
                                (o, mark) -> scene.client.bookings().with(o).keep(mark))),
                undecidable(
                        Endpoint.CANCEL_BOOKING,
                        "",
                        scene -> door(
                                scene,
                                false,
                                BookingStatus.CANCELLED,
                                (o, mark) -> scene.client.bookings().with(o).cancel(mark))),
                settled(Endpoint.SIGN_IN, "", DoorWrites::signIn),
                settled(Endpoint.REFRESH_ACCESS_TOKEN, "", DoorWrites::renew),
                undecidable(Endpoint.BOOK_OFFER, "", scene -> {
                    SandboxBeneficiary person = scene.person();
                    long goods = scene.goods();
                    BeneficiaryClient app = signedIn(scene, person);
                    return new Deed(o -> app.with(o).book(goods, 1), () ->
                            (int) app.bookings().all().count());
                }),
                settled(Endpoint.CANCEL_OWN_BOOKING, "", scene -> {
                    SandboxBeneficiary person = scene.person();
                    long booking = person.book(scene.goods(), 1);
                    BeneficiaryClient app = signedIn(scene, person);
                    return new Deed(
                            o -> app.with(o).cancel(booking), () -> once(is(scene, booking, BookingStatus.CANCELLED)));
                }));
    }

    private static Deed door(
            Scene scene, boolean used, BookingStatus wanted, BiConsumer<RequestOptions, Countermark> act) {
        long booking = scene.person().book(scene.goods(), 1);
        Countermark countermark = scene.countermark(booking);
        if (used) {
            scene.client.bookings().use(countermark);
        }
        return new Deed(o -> act.accept(o, countermark), () -> once(is(scene, booking, wanted)));
    }

    private static boolean is(Scene scene, long booking, BookingStatus wanted) {
        return scene.client.bookings().list(BookingFilter.ofVenue(scene.stage.venue.id())).stream()
                .anyMatch(seen -> seen.id() == booking && seen.status().equals(wanted));
    }

    private static BeneficiaryClient signedIn(Scene scene, SandboxBeneficiary person) {
        BeneficiaryClient app = scene.app();
        app.signIn(person.email(), person.password().toCharArray());
        return app;
    }

    private static Deed signIn(Scene scene) {
        SandboxBeneficiary person = scene.person();
        BeneficiaryClient app = scene.app();
        AtomicInteger in = new AtomicInteger();
        return new Deed(
                o -> {
                    app.with(o).signIn(person.email(), person.password().toCharArray());
                    in.set(once(app.me().id() == person.id()));
                },
                in::get,
                1);
    }

    /** An access token that is over, and a refresh token that is not. */
    private static Deed renew(Scene scene) {
        SandboxBeneficiary person = scene.person();
        String refresh = Objects.requireNonNull(scene.stage
                .http
                .call(
                        "POST",
                        "/native/v1/signin",
                        "",
                        "{'identifier':'%s','password':'%s'}".formatted(person.email(), person.password()))
                .body()
                .path("refreshToken")
                .asText());
        BeneficiaryClient app = scene.app("over", refresh);
        AtomicInteger in = new AtomicInteger();
        return new Deed(o -> in.set(once(app.with(o).me().id() == person.id())), in::get, 2);
    }
}
