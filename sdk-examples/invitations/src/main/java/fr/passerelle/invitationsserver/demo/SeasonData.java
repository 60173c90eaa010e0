package fr.passerelle.invitationsserver.demo;

import fr.passerelle.model.invitation.AccessNeed;
import fr.passerelle.model.invitation.AllotmentDraft;
import fr.passerelle.model.invitation.AllotmentMode;
import fr.passerelle.model.invitation.DonorDraft;
import fr.passerelle.model.invitation.DonorKind;
import fr.passerelle.model.invitation.Period;
import fr.passerelle.model.invitation.PeriodLimit;
import fr.passerelle.model.invitation.Place;
import fr.passerelle.model.invitation.PlaceKind;
import fr.passerelle.model.invitation.Position;
import fr.passerelle.model.invitation.SessionDraft;
import fr.passerelle.model.invitation.SessionKind;
import fr.passerelle.model.invitation.StructureDraft;
import fr.passerelle.model.invitation.StructureKind;
import fr.passerelle.model.value.Price;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A made-up season: three donors, of whom one gives little and wants to be asked; six structures, of which one has a
 * limit, one is suspended and one not accepted yet; sixty sessions near Lyon, Marseille and Saint-Denis. The same each
 * time.
 */
final class SeasonData {

    static final int SESSIONS = 60;

    private static final List<String> TITLES = List.of(
            "Le Bourgeois gentilhomme",
            "Casse-Noisette",
            "Cirque d'hiver",
            "Atelier marionnettes",
            "Carmen en famille",
            "Nuit du jazz");

    /** One donor, and where it plays. */
    record Venue(DonorDraft donor, Place place, String prefix, AllotmentMode mode, int quantity) {}

    private SeasonData() {}

    static List<Venue> venues() {
        return List.of(
                venue(
                        "Théâtre des Deux Rives",
                        DonorKind.VENUE,
                        "LYO",
                        place("Théâtre des Deux Rives", "12 quai Arloing", "69009", "Lyon", 45.7700, 4.8050),
                        AllotmentMode.DIRECT,
                        20),
                venue(
                        "Vieux-Port Productions",
                        DonorKind.PRODUCER,
                        "MRS",
                        place("Le Silo des Docks", "35 quai du Lazaret", "13002", "Marseille", 43.3120, 5.3660),
                        AllotmentMode.DIRECT,
                        12),
                venue(
                        "La Petite Salle",
                        DonorKind.VENUE,
                        "STD",
                        place("La Petite Salle", "4 rue de la République", "93200", "Saint-Denis", 48.9360, 2.3570),
                        AllotmentMode.ON_REQUEST,
                        4));
    }

    private static Venue venue(
            String name, DonorKind kind, String prefix, Place place, AllotmentMode mode, int quantity) {
        return new Venue(
                DonorDraft.builder().id(id(name)).name(name).kind(kind).build(), place, prefix, mode, quantity);
    }

    private static Place place(
            String name, String street, String postalCode, String city, double latitude, double longitude) {
        return Place.builder()
                .name(name)
                .street(street)
                .postalCode(postalCode)
                .city(city)
                .position(Position.of(latitude, longitude))
                .kind(PlaceKind.THEATRE)
                .capacity(400)
                .build();
    }

    static List<StructureDraft> structures() {
        return List.of(
                structure("Maison d'enfants des Collines", StructureKind.CHILD_PROTECTION, "69", 40),
                structure("Relais du Rhône", StructureKind.HOUSING, "69", 180),
                structure("Mission locale du Confluent", StructureKind.MISSION_LOCALE, "69", 600),
                structure(
                        "Foyer de la Corniche",
                        StructureKind.DISABILITY,
                        "13",
                        25,
                        PeriodLimit.outings(Period.SEASON, 6)),
                structure("Accueil de jour du Canal", StructureKind.HEALTH, "93", 90),
                structure("École de français de la Plaine", StructureKind.ADULT_EDUCATION, "93", 120));
    }

    private static StructureDraft structure(
            String name, StructureKind kind, String department, int people, PeriodLimit... limits) {
        return StructureDraft.builder()
                .id(id(name))
                .name(name)
                .kind(kind)
                .department(department)
                .people(people)
                .limits(List.of(limits))
                .build();
    }

    /** The session of this number, from 0, at one of the venues in turn. */
    static SessionDraft session(int number, Instant opening) {
        Venue venue = venues().get(number % 3);
        int title = number % TITLES.size();
        return SessionDraft.builder()
                .ref(ref(number))
                .title(TITLES.get(title))
                .kind(title == 3 ? SessionKind.WORKSHOP : SessionKind.SHOW)
                .startsAt(opening.plus(Duration.ofDays(number)))
                .endsAt(opening.plus(Duration.ofDays(number)).plus(Duration.ofHours(2)))
                .place(venue.place())
                .accessibleFor(
                        number % 2 == 0
                                ? new AccessNeed[] {AccessNeed.WHEELCHAIR, AccessNeed.HEARING_LOOP}
                                : new AccessNeed[] {AccessNeed.REDUCED_MOBILITY})
                .languageNeeded(title != 1 && title != 2)
                .regularPrice(Price.cents(2_500))
                .build();
    }

    /** Its places. Every tenth session of the first venue goes into the call of the season. */
    static AllotmentDraft allotment(int number, Instant opening) {
        Venue venue = venues().get(number % 3);
        AllotmentDraft.Builder draft = AllotmentDraft.of(ref(number), venue.quantity())
                .id(id("allotment " + number))
                .mode(isOfTheCall(number) ? AllotmentMode.CALL : venue.mode())
                .price(number % 5 == 4 ? Price.cents(200) : Price.FREE)
                .wheelchairPlaces(2);
        return draft.releaseAt(opening.plus(Duration.ofDays(number)).minus(Duration.ofHours(8)))
                .build();
    }

    static boolean isOfTheCall(int number) {
        return number % 15 == 12;
    }

    static String ref(int number) {
        return "SAISON26-" + venues().get(number % 3).prefix() + "-" + (1_000 + number);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("passerelle demo " + name).getBytes(StandardCharsets.UTF_8));
    }
}
