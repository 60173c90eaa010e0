package fr.passerelle.model.invitation;

import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.util.UUID;

/** A session, an allotment and some parties, for the tests of this package. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");
    static final Instant OPENING = Instant.parse("2026-11-20T19:00:00Z");

    private Samples() {}

    static UUID id(long number) {
        return new UUID(0x4000, 0x8000_0000_0000_0000L | number);
    }

    static Place hall() {
        return Place.builder()
                .name("Théâtre des Célestins")
                .street("4 rue Charles Dullin")
                .postalCode("69002")
                .city("Lyon")
                .position(Position.of(45.7595, 4.8312))
                .kind(PlaceKind.THEATRE)
                .capacity(680)
                .build();
    }

    static SessionDraft.Builder show() {
        return SessionDraft.builder()
                .ref("SAISON26-BG-0412")
                .title("Le Bourgeois gentilhomme")
                .kind(SessionKind.SHOW)
                .startsAt(OPENING)
                .place(hall());
    }

    static Session.Builder session() {
        return Session.builder()
                .id(id(1))
                .donorId(id(2))
                .ref("SAISON26-BG-0412")
                .title("Le Bourgeois gentilhomme")
                .kind(SessionKind.SHOW)
                .startsAt(OPENING)
                .place(hall());
    }

    static Allotment.Builder allotment() {
        return Allotment.builder()
                .id(id(3))
                .donorId(id(2))
                .sessionId(id(1))
                .quantity(20)
                .price(Price.FREE)
                .mode(AllotmentMode.DIRECT)
                .minimumGroup(1)
                .wheelchairPlaces(1)
                .releaseAt(NOON)
                .status(AllotmentStatus.OPEN)
                .held(0)
                .booked(0)
                .allocated(0)
                .withdrawn(0)
                .free(20);
    }

    static Party teenagers() {
        return Party.of(8, AgeBand.FROM_12_TO_15).workers(2);
    }
}
