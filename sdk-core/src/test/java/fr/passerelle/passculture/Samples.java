package fr.passerelle.passculture;

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

    static final String PRODUCT = product(31, "9782070541270", 12, 2);

    static final String ADDRESS = """
            {"id":9,"street":"182 Rue Saint-Honoré","city":"Paris","postalCode":"75001","latitude":48.86245,\
            "longitude":2.33782,"banId":null}""";

    static final String COLLECTIVE_BOOKING = """
            {"id":5,"status":"PENDING","dateCreated":"2026-11-20T10:00:00.123456","confirmationDate":null,\
            "cancellationLimitDate":null,"reimbursementDate":null,"dateUsed":null}""";

    static final String COLLECTIVE_SUMMARY = """
            {"id":40,"offerStatus":"PREBOOKED","startDatetime":"2027-01-12T09:00:00","endDatetime":"2027-01-12T11:00:00",\
            "venueId":535,"bookings":[%s]}""".formatted(COLLECTIVE_BOOKING);

    static final String COLLECTIVE_OFFER = """
            {"id":40,"offerStatus":"PUBLISHED","name":"Le vers","description":"Un atelier","bookingEmails":["a@example.org"],\
            "contactEmail":"a@example.org","contactPhone":"+33612345678","domains":[3],"durationMinutes":null,\
            "interventionArea":[],"students":["COLLEGE3","NEXT"],"dateCreated":"2026-11-20T10:00:00.5",\
            "hasBookingLimitDatetimesPassed":false,"venueId":535,"audioDisabilityCompliant":false,\
            "mentalDisabilityCompliant":null,"motorDisabilityCompliant":false,"visualDisabilityCompliant":false,\
            "startDatetime":"2027-01-12T09:00:00","endDatetime":"2027-01-12T11:00:00",\
            "bookingLimitDatetime":"2027-01-05T09:00:00","totalPrice":120.5,"numberOfTickets":30,\
            "educationalPriceDetail":null,"educationalInstitution":"0350000A","educationalInstitutionId":8,\
            "location":{"type":"SCHOOL"},"imageUrl":null,"imageCredit":null,"bookings":[],"nationalProgram":null,\
            "formats":["Concert"]}""";

    private Samples() {}

    static String product(long id, String ean, long total, long booked) {
        return """
                {"id":%d,"status":"ACTIVE","name":"Un livre","description":null,"accessibility":%s,"bookingContact":null,\
                "bookingEmail":null,"categoryRelatedFields":{"category":"LIVRE_PAPIER","ean":"%s","author":null},\
                "enableDoubleBookings":false,"externalTicketOfficeUrl":null,"idAtProvider":null,"image":null,\
                "itemCollectionDetails":null,"location":{"type":"physical","venueId":535},\
                "publicationDatetime":"2026-11-23T10:00:00Z","bookingAllowedDatetime":null,\
                "stock":{"price":1990,"quantity":%d,"bookedQuantity":%d,"bookingLimitDatetime":null}}""".formatted(id, ACCESSIBILITY, ean, total, booked);
    }

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
