package fr.passerelle.model.credit;

/** Why somebody cannot book, in the order in which the server looks (rule book 3.1). */
public enum Refusal {
    /** The category is for people with the adult role only. */
    OFFER_CATEGORY_NOT_BOOKABLE_BY_USER("OFFER_CATEGORY_NOT_BOOKABLE_BY_USER"),
    /** Free offers are for people with a beneficiary role. */
    CANNOT_BOOK_FREE_OFFERS("cannotBookFreeOffers"),
    /** Another booking of the same offer is not cancelled. */
    ALREADY_BOOKED("ALREADY_BOOKED"),
    /** Neither one place, nor two of an offer for two. */
    QUANTITY_INVALID("quantity"),
    /** The date or the goods cannot be booked, or not that many. */
    STOCK_NOT_BOOKABLE("STOCK_NOT_BOOKABLE"),
    /** The whole credit is not enough, or there is none. */
    INSUFFICIENT_FUNDS("INSUFFICIENT_CREDIT"),
    /** The digital ceiling is not high enough. */
    DIGITAL_LIMIT("INSUFFICIENT_CREDIT"),
    /** The ceiling for goods is not high enough. */
    PHYSICAL_LIMIT("INSUFFICIENT_CREDIT");

    private final String appCode;

    Refusal(String appCode) {
        this.appCode = appCode;
    }

    /** What the app API says: a code, or the field of a field and message pair. Three refusals share one code. */
    public String appCode() {
        return appCode;
    }
}
