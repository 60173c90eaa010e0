package fr.passerelle.passculture;

/** The app's answers in the server's own shape, with fields that nobody knows yet. */
final class AppSamples {

    static final String SIGNED_IN = """
            {"accessToken":"access-1","refreshToken":"refresh-1","accountState":"ACTIVE","brandNew":{"a":1}}""";

    static final String RENEWED = """
            {"accessToken":"access-2","refreshToken":"refresh-2","brandNew":1}""";

    static final String PROFILE = """
            {"achievements":[],"bookedOffers":{"12":501},"currency":"EUR","email":"canary.person@example.org",\
            "firstName":"Canarine","lastName":"Serinette","birthDate":"2008-02-29","phoneNumber":"+33600000042",\
            "street":"3 rue des Canaris","city":"Serinville","postalCode":"75002","hasPassword":true,\
            "hasProfileExpired":false,"id":42,"isBeneficiary":true,"isEligibleForBeneficiaryUpgrade":false,\
            "needsToFillCulturalSurvey":false,"requiresIdCheck":false,"roles":["BENEFICIARY","ASTRONAUT"],\
            "showEligibleCard":false,"status":{"statusType":"beneficiary","subscriptionStatus":null},\
            "subscriptions":{"marketingEmail":false,"marketingPush":false},"depositType":"GRANT_17_18",\
            "depositActivationDate":"2026-03-01T10:00:00Z","depositExpirationDate":"2029-02-28T11:00:00Z",\
            "domainsCredit":{"all":{"initial":15000,"remaining":12500},"digital":{"initial":10000,"remaining":10000},\
            "physical":null},"recreditAmountToShow":15000,"recreditTypeToShow":"Recredit18",\
            "qfBonificationStatus":"eligible","remainingBonusAttempts":10,"brandNew":[1]}""";

    static final String OFFER = """
            {"id":12,"name":"Le Bourgeois gentilhomme","description":null,"subcategoryId":"SPECTACLE_REPRESENTATION",\
            "isEvent":true,"isDigital":false,"isDuo":true,"isReleased":true,"isSoldOut":false,"isExpired":false,\
            "isForbiddenToUnderage":false,"isExternalBookingsDisabled":false,"isEducational":false,"isHeadline":false,\
            "publicationDate":"2026-11-01T10:00:00Z","expenseDomains":["all","holographic"],\
            "venue":{"id":535,"name":"Théâtre municipal","publicName":"Le Palace","timezone":"Europe/Paris",\
            "isPermanent":true,"isOpenToPublic":true,"coordinates":{},"offerer":{"name":"Ville"}},\
            "stocks":[{"id":77,"price":2500,"beginningDatetime":"2026-12-24T20:00:00Z","features":["VO"],\
            "bookingLimitDatetime":"2026-12-24T20:00:00Z","cancellationLimitDatetime":"2026-11-25T10:00:00Z",\
            "isBookable":true,"isSoldOut":false,"isExpired":false,"isForbiddenToUnderage":false,\
            "remainingQuantity":3,"priceCategoryLabel":"Carré or"}],"images":{"recto":{"url":"https://example.org/1","credit":null}},"artists":[{"id":null,"name":"Molière","role":"author"}],\
            "accessibility":{},"metadata":{},"brandNew":1}""";

    static final String SUBCATEGORIES = """
            {"subcategories":[{"id":"CONCERT","categoryId":"MUSIQUE_LIVE","nativeCategoryId":null,"appLabel":"Concert",\
            "searchGroupName":"CONCERTS_FESTIVALS","homepageLabelName":"CONCERT","isEvent":true,\
            "onlineOfflinePlatform":"OFFLINE"},{"id":"HOLOGRAM","categoryId":"X","appLabel":"Hologramme",\
            "searchGroupName":"X","homepageLabelName":"X","isEvent":false,"onlineOfflinePlatform":"ONLINE"}],\
            "searchGroups":[],"homepageLabels":[],"nativeCategories":[],"genreTypes":[]}""";

    static final String SETTINGS = """
            {"accountCreationMinimumAge":15,"accountUnsuspensionLimit":60,"bonification":{"bonusAmount":5000,\
            "qfThreshold":700},"depositAmountsByAge":{"age_15":0,"age_16":0,"age_17":5000,"age_18":15000},\
            "ineligiblePostalCodes":["98811"],"rates":{"pacificFrancToEuro":0.00838},"brandNew":1}""";

    private AppSamples() {}

    static String booking(long id) {
        return """
                {"id":%d,"quantity":2,"totalAmount":5000,"dateCreated":"2026-11-20T10:00:00.5Z","dateUsed":null,\
                "confirmationDate":"2026-11-22T10:00:00.500000Z","expirationDate":null,"cancellationDate":null,\
                "cancellationReason":null,"completedUrl":"https://example.org/?who=canary.person","displayAsEnded":null,\
                "canReact":false,"enablePopUpReaction":false,"ticket":{"display":"hologram","token":{"data":"KNR237"},\
                "voucher":{"data":"PASSCULTURE:v3;TOKEN:KNR237"},"activationCode":null,"externalBooking":null,\
                "withdrawal":{"type":null}},"stock":{"id":77,"price":2500,"beginningDatetime":"2026-12-24T20:00:00Z",\
                "isAutomaticallyUsed":false,"features":[],"priceCategoryLabel":"Carré or","offer":{"id":12,\
                "name":"Le Bourgeois gentilhomme","subcategoryId":"SPECTACLE_REPRESENTATION","isDigital":false,\
                "isPermanent":false,"venue":{"id":535},"bookingContact":"billetterie@example.org"}}}""".formatted(id);
    }

    static String bookings() {
        return "{\"ongoingBookings\":[%s],\"endedBookings\":[%s],\"hasBookingsAfter18\":true}"
                .formatted(booking(501), booking(400));
    }
}
