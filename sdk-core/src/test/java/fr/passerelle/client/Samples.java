package fr.passerelle.client;

/** Answers in the server's own shape, with fields that nobody knows yet. */
final class Samples {

    static final String ACCESSIBILITY = """
            {"audioDisabilityCompliant":true,"mentalDisabilityCompliant":false,"motorDisabilityCompliant":true,\
            "visualDisabilityCompliant":null}""";

    static final String PROVIDER = """
            {"id":7,"name":"Ticketing Ltd","logoUrl":null,"notificationUrl":null,\
            "bookingUrl":"https://desk.example.org/book","cancelUrl":"https://desk.example.org/cancel","brandNew":{"a":1}}""";

    static final String VENUE = """
            {"id":535,"legalName":"Théâtre municipal","publicName":"Le Palace","siret":"85331845900049",\
            "siretComment":null,"createdDatetime":"2022-03-01T10:00:00.123456Z","activityDomain":"HOLOGRAM_HALL",\
            "accessibility":%s,"location":{"type":"physical","address":"1 rue de la Paix","city":"Paris",\
            "postalCode":"75002"},"notificationUrl":null,"bookingUrl":null,"cancelUrl":null,"brandNew":1}""".formatted(ACCESSIBILITY);

    static final String OFFERERS = """
            [{"offerer":{"id":1,"name":"Ville","siren":"853318459","createdDatetime":"2022-03-01T10:00:00Z",\
            "allowedOnAdage":false},"venues":[%s]}]""".formatted(VENUE);

    static final String PRICE_CATEGORY = """
            {"id":3000000000,"label":"Carré or","price":2500,"idAtProvider":null}""";

    static final String EVENT = """
            {"id":12,"status":"DRAFT","name":"Le Bourgeois gentilhomme","description":null,"accessibility":%s,\
            "bookingContact":"billetterie@example.org","bookingEmail":null,"categoryRelatedFields":\
            {"category":"SPECTACLE_REPRESENTATION","showType":"THEATRE-COMEDIE","author":"Molière","stageDirector":null,\
            "performer":null},"enableDoubleBookings":true,"eventDuration":null,"externalTicketOfficeUrl":null,\
            "hasTicket":true,"idAtProvider":"SAISON26-BG","image":null,"itemCollectionDetails":null,\
            "location":{"type":"physical","venueId":535},"priceCategories":[%s],\
            "publicationDatetime":"2026-11-23T10:00:00Z","bookingAllowedDatetime":null,"videoUrl":null}""".formatted(ACCESSIBILITY, PRICE_CATEGORY);

    static final String DATE = """
            {"id":77,"beginningDatetime":"2026-12-24T20:00:00Z","bookingLimitDatetime":"2026-12-24T20:00:00Z",\
            "bookedQuantity":0,"quantity":120,"priceCategory":%s,"idAtProvider":null}""".formatted(PRICE_CATEGORY);

    private Samples() {}

    static String booking(long id, String status) {
        return """
                {"id":%d,"quantity":1,"creationDate":"2026-11-20T10:00:00.5Z","confirmationDate":"2026-11-22T10:00:00Z",\
                "price":2500,"status":"%s","offerId":12,"stockId":77,"priceCategoryId":3000000000,\
                "priceCategoryLabel":"Carré or","offerName":"Le Bourgeois gentilhomme","offerEan":null,\
                "offerAddress":"1 rue de la Paix","offerDepartmentCode":"75","venueId":535,\
                "venueName":"Théâtre municipal","userEmail":"canary.person@example.org","userPhoneNumber":"+33600000042",\
                "userFirstName":"Canarine","userLastName":"Serinette","userBirthDate":"2008-02-29",\
                "userPostalCode":"75002"}""".formatted(id, status);
    }

    static String object(String member, String... items) {
        return "{\"" + member + "\":[" + String.join(",", items) + "]}";
    }
}
