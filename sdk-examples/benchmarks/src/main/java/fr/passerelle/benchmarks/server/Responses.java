package fr.passerelle.benchmarks.server;

import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers in the server's own shape and of a real evening's size, about nobody. */
public final class Responses {

    /** Items on a full page. */
    public static final int PAGE = 50;

    /** Ids have ten digits, so that they can be replaced in prepared bytes. */
    public static final long FIRST_ID = 1_000_000_000;

    private static final String BOOKING = """
            {"id":%d,"quantity":1,"creationDate":"2026-11-20T10:00:00.123456Z","confirmationDate":"2026-11-22T10:00:00Z",\
            "price":2500,"status":"CONFIRMED","offerId":12000345,"stockId":77000123,"priceCategoryId":3000012,\
            "priceCategoryLabel":"Carré or, parterre central, rangs A à K, placement numéroté, tarif réduit pour les jeunes et les demandeurs d'emploi",\
            "offerName":"Le Bourgeois gentilhomme, comédie-ballet en cinq actes de Molière et Lully, nouvelle création",\
            "offerEan":null,"offerAddress":"Théâtre municipal de la Ville, grande salle Jean Vilar, entrée des artistes, 1 rue de la Paix, 75002 Paris",\
            "offerDepartmentCode":"75","venueId":535123,"venueName":"Société coopérative du Théâtre municipal de la Ville",\
            "userEmail":"camille.exemple.de.la.longue.adresse@example.org","userPhoneNumber":"+33600000042",\
            "userFirstName":"Camille-Amélie","userLastName":"Exemple de la Fontaine","userBirthDate":"2008-02-29",\
            "userPostalCode":"75002"}""";

    private static final String EVENT = """
            {"id":%d,"status":"ACTIVE","name":"Le Bourgeois gentilhomme, comédie-ballet de Molière et Lully",\
            "description":"%s","accessibility":{"audioDisabilityCompliant":true,"mentalDisabilityCompliant":false,\
            "motorDisabilityCompliant":true,"visualDisabilityCompliant":false},"bookingContact":"billetterie@example.org",\
            "bookingEmail":"reservations@example.org","categoryRelatedFields":{"category":"SPECTACLE_REPRESENTATION",\
            "showType":"THEATRE-COMEDIE","author":"Molière","stageDirector":"Camille Exemple","performer":"La Troupe"},\
            "enableDoubleBookings":true,"eventDuration":140,"externalTicketOfficeUrl":"https://tickets.example.org/bourgeois",\
            "hasTicket":true,"idAtProvider":"SAISON26-BG","image":{"url":"https://storage.example.org/thumbs/mediations/AB12",\
            "credit":"Camille Exemple"},"itemCollectionDetails":"À retirer au guichet, une demi-heure avant le lever du rideau",\
            "location":{"type":"physical","venueId":535123},"priceCategories":[%s],\
            "publicationDatetime":"2026-09-01T10:00:00Z","bookingAllowedDatetime":"2026-09-15T08:30:00Z","videoUrl":null}""";

    private static final String DESCRIPTION = """
            Monsieur Jourdain, riche bourgeois, entend acquérir les manières des gens de qualité. Il commande un nouvel \
            habit, apprend les armes, la danse, la musique et la philosophie ; il découvre qu'il fait de la prose. \
            """.repeat(6);

    private static final String PRICE_CATEGORY = """
            {"id":%d,"label":"Catégorie %d, parterre et corbeille, tarif plein","price":%d,"idAtProvider":"CAT-%d"}""";

    private static final int PRICES = 8;

    private Responses() {}

    /** One booking, of about 1 kB. */
    public static String booking(long id) {
        return BOOKING.formatted(id);
    }

    /** A full page of bookings, of about 50 kB, with ids from {@link #FIRST_ID} on. */
    public static String bookings() {
        return page("bookings", Responses::booking);
    }

    /** A full page of events, of about 160 kB. */
    public static String events() {
        return page("events", Responses::event);
    }

    private static String event(long id) {
        String prices = IntStream.range(0, PRICES)
                .mapToObj(i -> PRICE_CATEGORY.formatted(3_000_000 + i, i, 1_500 + 100 * i, i))
                .collect(Collectors.joining(","));
        return EVENT.formatted(id, DESCRIPTION.strip(), prices);
    }

    private static String page(String member, LongFunction<String> item) {
        return IntStream.range(0, PAGE)
                .mapToObj(i -> item.apply(FIRST_ID + i))
                .collect(Collectors.joining(",", "{\"" + member + "\":[", "]}"));
    }
}
