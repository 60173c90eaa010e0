package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.model.app.AppBooking;
import fr.passerelle.model.app.AppBookings;
import fr.passerelle.model.app.AppOffer;
import fr.passerelle.model.app.AppSettings;
import fr.passerelle.model.app.AppSubcategory;
import fr.passerelle.model.app.Profile;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.collective.CollectiveFormatInfo;
import fr.passerelle.model.collective.CollectiveOffer;
import fr.passerelle.model.collective.CollectiveOfferSummary;
import fr.passerelle.model.collective.EducationalDomain;
import fr.passerelle.model.collective.EducationalInstitution;
import fr.passerelle.model.collective.MockBooking;
import fr.passerelle.model.collective.NationalProgram;
import fr.passerelle.model.collective.StudentLevelInfo;
import fr.passerelle.model.offer.EanAvailability;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventCategoryInfo;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.LabelledValue;
import fr.passerelle.model.offer.MusicType;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductCategoryInfo;
import fr.passerelle.model.offer.ShowType;
import fr.passerelle.model.venue.Address;
import fr.passerelle.model.venue.OffererVenues;
import fr.passerelle.model.venue.Provider;
import fr.passerelle.model.venue.Venue;
import java.util.List;
import java.util.stream.Stream;

/**
 * Responses in which every field that a type of ours reads has a value, and no flag has the value that is assumed where
 * the server says nothing.
 */
final class CompleteResponses {

    /**
     * A response.
     *
     * @param name what it is, for reports
     * @param member where in the document the value is; empty for the whole
     * @param type what it is read as
     * @param document the response
     */
    record Sample(String name, String member, TypeReference<?> type, String document) {}

    private static final String ACCESSIBILITY = """
            {"audioDisabilityCompliant":true,"mentalDisabilityCompliant":true,"motorDisabilityCompliant":true,\
            "visualDisabilityCompliant":true}""";

    private static final String PROVIDER = """
            {"id":7,"name":"Ticketing Ltd","logoUrl":"https://desk.example.org/logo.png",\
            "notificationUrl":"https://desk.example.org/notify","bookingUrl":"https://desk.example.org/book",\
            "cancelUrl":"https://desk.example.org/cancel"}""";

    private static final String ADDRESS = """
            {"id":9,"street":"182 Rue Saint-Honoré","city":"Paris","postalCode":"75001","latitude":48.86245,\
            "longitude":2.33782,"banId":"75101_8635_00182"}""";

    private static final String PRICE_CATEGORY = """
            {"id":3000000000,"label":"Carré or","price":2500,"idAtProvider":"OR"}""";

    private static final String EVENT = """
            {"id":41,"status":"ACTIVE","name":"Le Bourgeois gentilhomme","description":"Comédie-ballet",\
            "accessibility":%s,"bookingContact":"billetterie@example.org","bookingEmail":"resa@example.org",\
            "categoryRelatedFields":%s,"enableDoubleBookings":true,"eventDuration":95,\
            "externalTicketOfficeUrl":"https://example.org/guichet","hasTicket":true,"idAtProvider":"SAISON26-BG",\
            "image":{"url":"https://example.org/bg.png","credit":"A. Photo"},"itemCollectionDetails":"Au guichet",\
            "location":%s,"priceCategories":[%s],"publicationDatetime":"2026-11-23T10:00:00Z",\
            "bookingAllowedDatetime":"2026-11-24T10:00:00.123456Z","videoUrl":"https://example.org/video"}""";

    private static final String PRODUCT = """
            {"id":31,"status":"ACTIVE","name":"Un livre","description":"Relié","accessibility":%s,\
            "bookingContact":"billetterie@example.org","bookingEmail":"resa@example.org","categoryRelatedFields":%s,\
            "enableDoubleBookings":true,"externalTicketOfficeUrl":"https://example.org/guichet","idAtProvider":"L31",\
            "image":{"url":"https://example.org/l.png","credit":"A. Photo"},"itemCollectionDetails":"Au comptoir",\
            "location":{"type":"physical","venueId":535},"publicationDatetime":"2026-11-23T10:00:00Z",\
            "bookingAllowedDatetime":"2026-11-24T10:00:00Z","stock":{"price":1990,"quantity":14,"bookedQuantity":3,\
            "bookingLimitDatetime":"2026-12-31T22:59:00Z"}}""";

    private static final String COLLECTIVE_BOOKING = """
            {"id":57,"status":"CONFIRMED","dateCreated":"2026-11-20T10:00:00.123456",\
            "confirmationDate":"2026-11-21T10:00:00","cancellationLimitDate":"2026-12-12T10:00:00",\
            "reimbursementDate":"2027-02-01T10:00:00","dateUsed":"2027-01-14T10:00:00"}""";

    private static final String COLLECTIVE_OFFER = """
            {"id":40,"offerStatus":"PUBLISHED","name":"Le vers","description":"Un atelier",\
            "bookingEmails":["resa@example.org"],"contactEmail":"contact@example.org","contactPhone":"+33199001234",\
            "domains":[3],"durationMinutes":50,"interventionArea":["75"],"students":["COLLEGE3"],\
            "dateCreated":"2026-11-20T10:00:00.5","hasBookingLimitDatetimesPassed":true,"venueId":535,\
            "audioDisabilityCompliant":true,"mentalDisabilityCompliant":true,"motorDisabilityCompliant":true,\
            "visualDisabilityCompliant":true,"startDatetime":"2027-01-12T09:00:00","endDatetime":"2027-01-12T11:00:00",\
            "bookingLimitDatetime":"2027-01-05T09:00:00","totalPrice":120.5,"price":120.5,"servicePrice":100,\
            "additionalFees":[{"type":"OTHER","label":"Décor","amount":20.5}],"numberOfTeachers":2,\
            "additionalDetails":"Salle sombre","numberOfTickets":30,\
            "educationalPriceDetail":"Par groupe","educationalInstitution":"0350000A","educationalInstitutionId":8,\
            "location":%s,"imageUrl":"https://example.org/v.png","imageCredit":"A. Photo","bookings":[%s],\
            "nationalProgram":{"id":2,"name":"Collège au cinéma"},"formats":["Concert"]}""";

    private static final String APP_BOOKING = """
            {"id":501,"quantity":2,"totalAmount":5000,"dateCreated":"2026-11-20T10:00:00.5Z",\
            "dateUsed":"2026-12-24T20:05:00Z","confirmationDate":"2026-11-22T10:00:00Z",\
            "expirationDate":"2027-02-20T10:00:00Z","cancellationDate":"2026-11-21T10:00:00Z",\
            "cancellationReason":"OFFERER","completedUrl":"https://example.org/?code=1","displayAsEnded":true,\
            "ticket":{"display":"qr_code","token":{"data":"KNR237"},"activationCode":{"code":"A-1"},\
            "externalBooking":{"data":[{"barcode":"B-1","seat":"C 12"}]}},"stock":{"id":77,"price":2500,\
            "beginningDatetime":"2026-12-24T20:00:00Z","isAutomaticallyUsed":true,"priceCategoryLabel":"Carré or",\
            "offer":{"id":12,"name":"Le Bourgeois gentilhomme","subcategoryId":"SPECTACLE_REPRESENTATION",\
            "isDigital":true,"bookingContact":"billetterie@example.org"}}}""";

    private static final String PROFILE = """
            {"id":42,"email":"someone@example.org","firstName":"Canarine","lastName":"Serinette",\
            "birthDate":"2008-02-29","phoneNumber":"+33600000042","street":"3 rue des Canaris","city":"Serinville",\
            "postalCode":"75002","roles":["BENEFICIARY"],"isBeneficiary":true,\
            "status":{"statusType":"beneficiary","subscriptionStatus":"has_to_complete_subscription"},\
            "depositType":"GRANT_17_18","depositActivationDate":"2026-03-01T10:00:00Z",\
            "firstDepositActivationDate":"2025-03-01T10:00:00Z","depositExpirationDate":"2029-02-28T11:00:00Z",\
            "domainsCredit":{"all":{"initial":15000,"remaining":12500},"digital":{"initial":10000,"remaining":9000},\
            "physical":{"initial":20000,"remaining":8000}},"eligibility":"age-17-18",\
            "eligibilityStartDatetime":"2025-02-28T00:00:00Z","eligibilityEndDatetime":"2027-02-28T00:00:00Z",\
            "isEligibleForBeneficiaryUpgrade":true,"requiresIdCheck":true,"showEligibleCard":true,\
            "hasProfileExpired":true,"recreditAmountToShow":15500,"recreditTypeToShow":"Recredit18",\
            "qfBonificationStatus":"eligible","disabilityBonificationStatus":"eligible","remainingBonusAttempts":10,\
            "bookedOffers":{"12":501},"currency":"EUR"}""";

    private static final String APP_OFFER = """
            {"id":12,"name":"Le Bourgeois gentilhomme","description":"Comédie-ballet",\
            "subcategoryId":"SPECTACLE_REPRESENTATION","isEvent":true,"isDigital":true,"isDuo":true,"isReleased":true,\
            "isSoldOut":true,"isExpired":true,"isForbiddenToUnderage":true,"isExternalBookingsDisabled":true,\
            "publicationDate":"2026-11-01T10:00:00Z","bookingAllowedDatetime":"2026-11-02T10:00:00Z",\
            "expenseDomains":["all"],"externalTicketOfficeUrl":"https://example.org/guichet",\
            "images":{"recto":{"url":"https://example.org/1","credit":"Nadar"}},\
            "artists":[{"id":"a-1","name":"Molière","role":"author"}],\
            "withdrawalDetails":"Au guichet","venue":{"id":535,"name":"Théâtre municipal","publicName":"Le Palace",\
            "timezone":"Europe/Paris"},"stocks":[{"id":77,"price":2500,"beginningDatetime":"2026-12-24T20:00:00Z",\
            "bookingLimitDatetime":"2026-12-24T19:00:00Z","cancellationLimitDatetime":"2026-11-25T10:00:00Z",\
            "features":["VO"],"isBookable":true,"isSoldOut":true,"isExpired":true,"isForbiddenToUnderage":true,\
            "remainingQuantity":3,"priceCategoryLabel":"Carré or"}]}""";

    private static final String SETTINGS = """
            {"accountCreationMinimumAge":15,"accountUnsuspensionLimit":60,"bonification":{"bonusAmount":5000,\
            "qfThreshold":700},"depositAmountsByAge":{"age_15":1,"age_16":2,"age_17":5000,"age_18":15000},\
            "ineligiblePostalCodes":["98811"],"rates":{"pacificFrancToEuro":0.009}}""";

    private CompleteResponses() {}

    static List<Sample> all() {
        return Stream.of(vendors(), events(), products(), collective(), app())
                .flatMap(samples -> samples)
                .toList();
    }

    private static Stream<Sample> vendors() {
        return Stream.of(
                new Sample("Provider", "", new TypeReference<Provider>() {}, PROVIDER),
                new Sample("Venue", "", new TypeReference<Venue>() {}, venue("""
                                {"type":"physical","address":"1 rue de la Paix","city":"Paris","postalCode":"75002"}""")),
                new Sample("Venue on line", "", new TypeReference<Venue>() {}, venue("{\"type\":\"digital\"}")),
                new Sample("Venue elsewhere", "", new TypeReference<Venue>() {}, venue("{\"type\":\"hologram\"}")),
                new Sample("OffererVenues", "", new TypeReference<List<OffererVenues>>() {}, """
                                [{"offerer":{"id":1,"name":"Ville","siren":"853318459",\
                                "createdDatetime":"2022-03-01T10:00:00Z","allowedOnAdage":true},"venues":[%s]}]""".formatted(
                                venue("{\"type\":\"digital\"}"))),
                new Sample("Address", "", new TypeReference<Address>() {}, ADDRESS),
                new Sample("Addresses", "addresses", new TypeReference<List<Address>>() {}, list("addresses", ADDRESS)),
                new Sample("Booking", "", new TypeReference<Booking>() {}, booking()),
                new Sample("Bookings", "bookings", new TypeReference<List<Booking>>() {}, list("bookings", booking())));
    }

    private static Stream<Sample> events() {
        TypeReference<Event> event = new TypeReference<>() {};
        String show = """
                {"category":"SPECTACLE_REPRESENTATION","showType":"THEATRE-COMEDIE","author":"Molière",\
                "stageDirector":"A. Scène","performer":"La troupe"}""";
        String physical = "{\"type\":\"physical\",\"venueId\":535}";
        return Stream.of(
                new Sample("Event, show", "", event, event(show, physical)),
                new Sample("Event, music", "", event, event("""
                                {"category":"CONCERT","musicType":"POP","author":"A. Note","performer":"Le groupe",\
                                "artists":[{"name":"Le groupe","artistType":"performer"}]}""", physical)),
                new Sample("Event, cinema", "", event, event("""
                                {"category":"SEANCE_CINE","author":"A. Film","visa":"123456","stageDirector":"A. Plan"}""", physical)),
                new Sample("Event, visual arts", "", event, event("""
                                {"category":"FESTIVAL_ART_VISUEL","author":"A. Trait","performer":"A. Geste"}""", physical)),
                new Sample("Event, talk", "", event, event("""
                                {"category":"CONFERENCE","speaker":"A. Voix"}""", physical)),
                new Sample("Event, plain", "", event, event("{\"category\":\"VISITE\"}", physical)),
                new Sample("Event at an address", "", event, event(show, """
                                {"type":"address","venueId":535,"addressId":9,"addressLabel":"Sous la halle"}""")),
                new Sample("Event on line", "", event, event(show, """
                                {"type":"digital","venueId":535,"url":"https://example.org/direct"}""")),
                new Sample("Event elsewhere", "", event, event(show, "{\"type\":\"hologram\"}")),
                new Sample(
                        "Events", "events", new TypeReference<List<Event>>() {}, list("events", event(show, physical))),
                new Sample("EventDate", "", new TypeReference<EventDate>() {}, date("120")),
                new Sample(
                        "EventDates",
                        "dates",
                        new TypeReference<List<EventDate>>() {},
                        list("dates", date("\"unlimited\""))),
                new Sample("PriceCategory", "", new TypeReference<PriceCategory>() {}, PRICE_CATEGORY),
                new Sample(
                        "PriceCategories",
                        "priceCategories",
                        new TypeReference<List<PriceCategory>>() {},
                        list("priceCategories", PRICE_CATEGORY)),
                new Sample("EventCategoryInfo", "", new TypeReference<List<EventCategoryInfo>>() {}, """
                                [{"id":"CONCERT","label":"Concert","conditionalFields":{"author":true}}]"""),
                new Sample("LabelledValue<ShowType>", "", new TypeReference<List<LabelledValue<ShowType>>>() {}, """
                                [{"id":"THEATRE-COMEDIE","label":"Comédie"}]"""),
                new Sample(
                        "LabelledValue<MusicType>", "", new TypeReference<List<LabelledValue<MusicType>>>() {}, """
                                [{"id":"POP","label":"Pop"}]"""));
    }

    private static Stream<Sample> products() {
        TypeReference<Product> product = new TypeReference<>() {};
        return Stream.of(
                new Sample("Product, article", "", product, product("""
                                {"category":"PARTITION","ean":"9782070541270"}""")),
                new Sample("Product, book", "", product, product("""
                                {"category":"LIVRE_PAPIER","ean":"9782070541270","author":"A. Plume"}""")),
                new Sample("Product, audiobook", "", product, product("""
                                {"category":"TELECHARGEMENT_LIVRE_AUDIO","author":"A. Plume"}""")),
                new Sample("Product, recording", "", product, product("""
                                {"category":"SUPPORT_PHYSIQUE_MUSIQUE_CD","musicType":"POP","ean":"9782070541270",\
                                "author":"A. Note","performer":"Le groupe"}""")),
                new Sample("Product, concert pass", "", product, product("""
                                {"category":"ABO_CONCERT","musicType":"POP"}""")),
                new Sample("Product, show pass", "", product, product("""
                                {"category":"ABO_SPECTACLE","showType":"THEATRE-COMEDIE"}""")),
                new Sample("Product, recorded show", "", product, product("""
                                {"category":"SPECTACLE_ENREGISTRE","showType":"THEATRE-COMEDIE","author":"Molière",\
                                "stageDirector":"A. Scène","performer":"La troupe"}""")),
                new Sample("Product, film", "", product, product("""
                                {"category":"CINE_VENTE_DISTANCE","author":"A. Film","visa":"123456",\
                                "stageDirector":"A. Plan"}""")),
                new Sample("Product, lesson", "", product, product("""
                                {"category":"PRATIQUE_ART_VENTE_DISTANCE","speaker":"A. Voix"}""")),
                new Sample("Product, plain", "", product, product("{\"category\":\"CARTE_MUSEE\"}")),
                new Sample(
                        "Products", "products", new TypeReference<List<Product>>() {}, list("products", product("""
                                {"category":"PARTITION","ean":"9782070541270"}"""))),
                new Sample("ProductCategoryInfo", "", new TypeReference<List<ProductCategoryInfo>>() {}, """
                                [{"id":"PARTITION","conditionalFields":{"ean":true},"locationType":"PHYSICAL"}]"""),
                new Sample("EanAvailability", "", new TypeReference<EanAvailability>() {}, """
                                {"available":["9782070541270"],"rejected":{"notFound":["9782070612758"],\
                                "subcategoryNotAllowed":["9782070612765"],"notCompliantWithCgu":["9782070612772"]}}"""));
    }

    private static Stream<Sample> collective() {
        TypeReference<CollectiveOffer> offer = new TypeReference<>() {};
        return Stream.of(
                new Sample("CollectiveOffer", "", offer, collectiveOffer("{\"type\":\"SCHOOL\"}")),
                new Sample("CollectiveOffer at the venue", "", offer, collectiveOffer("""
                                {"type":"ADDRESS","isVenueAddress":true}""")),
                new Sample("CollectiveOffer at an address", "", offer, collectiveOffer("""
                                {"type":"ADDRESS","isVenueAddress":false,"addressId":9,"addressLabel":"Sous la halle"}""")),
                new Sample("CollectiveOffer to be agreed", "", offer, collectiveOffer("""
                                {"type":"TO_BE_DEFINED","comment":"Dans la cour"}""")),
                new Sample("CollectiveOffer elsewhere", "", offer, collectiveOffer("{\"type\":\"HOLOGRAM\"}")),
                new Sample(
                        "CollectiveOfferSummary",
                        "",
                        new TypeReference<List<CollectiveOfferSummary>>() {},
                        """
                                [{"id":40,"offerStatus":"PREBOOKED","startDatetime":"2027-01-12T09:00:00",\
                                "endDatetime":"2027-01-12T11:00:00","venueId":535,"bookings":[%s]}]""".formatted(COLLECTIVE_BOOKING)),
                new Sample("CollectiveFormatInfo", "", new TypeReference<List<CollectiveFormatInfo>>() {}, """
                                [{"id":"CONCERT","name":"Concert"}]"""),
                new Sample("StudentLevelInfo", "", new TypeReference<List<StudentLevelInfo>>() {}, """
                                [{"id":"COLLEGE3","name":"Collège - 3e"}]"""),
                new Sample("EducationalDomain", "", new TypeReference<List<EducationalDomain>>() {}, """
                                [{"id":3,"name":"Théâtre","nationalPrograms":[{"id":2,"name":"Collège au cinéma"}]}]"""),
                new Sample("NationalProgram", "", new TypeReference<List<NationalProgram>>() {}, """
                                [{"id":2,"name":"Collège au cinéma"}]"""),
                new Sample(
                        "EducationalInstitution",
                        "institutions",
                        new TypeReference<List<EducationalInstitution>>() {},
                        """
                                {"institutions":[{"id":9,"uai":"0350000A","name":"Collège des Tilleuls",\
                                "institutionType":"COLLEGE","city":"Rennes","postalCode":"35000"}]}"""),
                new Sample("MockBooking", "", new TypeReference<MockBooking>() {}, """
                                {"bookingId":21,"bookingStatus":"PENDING"}"""));
    }

    private static Stream<Sample> app() {
        return Stream.of(
                new Sample("Profile", "", new TypeReference<Profile>() {}, PROFILE),
                new Sample("AppOffer", "", new TypeReference<AppOffer>() {}, APP_OFFER),
                new Sample("AppBooking", "", new TypeReference<AppBooking>() {}, APP_BOOKING),
                new Sample("AppBookings", "", new TypeReference<AppBookings>() {}, """
                                {"ongoingBookings":[%s],"endedBookings":[%s],"hasBookingsAfter18":true}""".formatted(
                                APP_BOOKING, APP_BOOKING)),
                new Sample("AppSubcategory", "subcategories", new TypeReference<List<AppSubcategory>>() {}, """
                                {"subcategories":[{"id":"CONCERT","categoryId":"MUSIQUE_LIVE",\
                                "nativeCategoryId":"CONCERTS","appLabel":"Concert","searchGroupName":"CONCERTS_FESTIVALS",\
                                "isEvent":true,"onlineOfflinePlatform":"OFFLINE"}]}"""),
                new Sample("AppSettings", "", new TypeReference<AppSettings>() {}, SETTINGS),
                new Sample("NewBooking", "bookingId", new TypeReference<Long>() {}, "{\"bookingId\":501}"),
                new Sample(
                        "NewAccess", "accessToken", new TypeReference<String>() {}, "{\"accessToken\":\"access-1\"}"));
    }

    private static String venue(String location) {
        return """
                {"id":535,"legalName":"Théâtre municipal","publicName":"Le Palace","siret":"85331845900049",\
                "siretComment":"Aucun","createdDatetime":"2022-03-01T10:00:00.123456Z","activityDomain":"MUSEUM",\
                "accessibility":%s,"location":%s,"notificationUrl":"https://desk.example.org/notify",\
                "bookingUrl":"https://desk.example.org/book","cancelUrl":"https://desk.example.org/cancel"}""".formatted(ACCESSIBILITY, location);
    }

    private static String event(String category, String location) {
        return EVENT.formatted(ACCESSIBILITY, category, location, PRICE_CATEGORY);
    }

    private static String product(String category) {
        return PRODUCT.formatted(ACCESSIBILITY, category);
    }

    private static String date(String quantity) {
        return """
                {"id":77,"beginningDatetime":"2026-12-24T20:00:00Z","bookingLimitDatetime":"2026-12-24T19:00:00Z",\
                "bookedQuantity":4,"quantity":%s,"priceCategory":%s,"idAtProvider":"D77"}""".formatted(quantity, PRICE_CATEGORY);
    }

    private static String collectiveOffer(String location) {
        return COLLECTIVE_OFFER.formatted(location, COLLECTIVE_BOOKING);
    }

    private static String booking() {
        return """
                {"id":501,"quantity":2,"creationDate":"2026-11-20T10:00:00.5Z",\
                "confirmationDate":"2026-11-22T10:00:00Z","price":2500,"status":"CONFIRMED","offerId":12,"stockId":77,\
                "priceCategoryId":3000000000,"priceCategoryLabel":"Carré or","offerName":"Le Bourgeois gentilhomme",\
                "offerEan":"9782070541270","offerAddress":"1 rue de la Paix","offerDepartmentCode":"75","venueId":535,\
                "venueName":"Théâtre municipal","userEmail":"someone@example.org","userPhoneNumber":"+33600000042",\
                "userFirstName":"Canarine","userLastName":"Serinette","userBirthDate":"2008-02-29",\
                "userPostalCode":"75002"}""";
    }

    private static String list(String member, String item) {
        return "{\"" + member + "\":[" + item + "]}";
    }
}
