package fr.passerelle.season.agenda;

/** Everything that can be told about a record. The {@link #code()} is stable: programmes may match on it. */
public enum FindingCode {
    // Refusals.
    RECORD_NOT_AN_OBJECT("record.not-an-object"),
    RECORD_NO_EVENT("record.no-event"),
    ID_MISSING("id.missing"),
    ID_REPEATED("id.repeated"),
    TITLE_MISSING("title.missing"),
    DATES_MISSING("dates.missing"),
    DATES_UNREADABLE("dates.unreadable"),
    DATES_NO_HOUR("dates.no-hour"),
    DATES_ALL_PAST("dates.all-past"),
    STATUS_CANCELLED("status.cancelled"),
    STATUS_POSTPONED("status.postponed"),
    STATUS_FULL("status.full"),
    STATUS_UNKNOWN("status.unknown"),
    STATUS_IN_TITLE("status.in-title"),
    STATUS_IN_TEXT("status.in-text"),
    STATE_REFUSED("state.refused"),
    STATE_NOT_PUBLISHED("state.not-published"),
    STATE_UNKNOWN("state.unknown"),
    ONLINE_NO_LINK("online.no-link"),
    ONLINE_NOT_SOLD("online.not-sold"),
    ZONE_UNKNOWN("zone.unknown"),
    PRICE_MISSING("price.missing"),
    PRICE_UNSTATED("price.unstated"),
    PRICE_UNREADABLE("price.unreadable"),
    PRICE_NOT_UNDERSTOOD("price.not-understood"),
    PRICE_APPROXIMATE("price.approximate"),
    PRICE_OPEN("price.pay-what-you-want"),
    PRICE_EXCLUDES_TAX("price.excludes-tax"),
    PRICE_NEGATIVE("price.negative"),
    PRICE_PLUS_EXTRA("price.plus-extra"),
    PRICE_FREE_FOR_SOME("price.free-for-some"),
    PRICE_CONTRADICTORY("price.contradictory"),
    PRICE_NO_CURRENCY("price.no-currency"),
    PRICE_FOREIGN_CURRENCY("price.foreign-currency"),
    PRICE_NOT_ONE_PLACE("price.not-one-place"),
    CATEGORY_NOT_CULTURE("category.not-culture"),

    // What was inferred, changed or left out.
    TITLE_SHORTENED("title.shortened"),
    DESCRIPTION_SHORTENED("description.shortened"),
    SLOT_UNREADABLE("slot.unreadable"),
    SLOT_NO_HOUR("slot.no-hour"),
    SLOT_OPENING_HOURS("slot.opening-hours"),
    SLOT_ENDLESS("slot.endless"),
    SLOT_REPEATED("slot.repeated"),
    SLOT_NOT_TAKING_PLACE("slot.not-taking-place"),
    SLOT_ENDS_NEXT_DAY("slot.ends-next-day"),
    SLOT_END_IGNORED("slot.end-ignored"),
    SLOT_IN_GAP("slot.in-gap"),
    SLOT_IN_OVERLAP("slot.in-overlap"),
    DURATIONS_DIFFER("duration.differs"),
    DURATION_TOO_LONG("duration.too-long"),
    SHIFTED("dates.shifted"),
    PAST_LEFT_OUT("dates.past-left-out"),
    PRICE_RANGE("price.range"),
    PRICE_FROM("price.from"),
    PRICE_REPEATED("price.repeated"),
    PRICE_LABEL_SHORTENED("price.label-shortened"),
    PRICE_LEFT_OUT("price.left-out"),
    PRICE_TIP("price.tip"),
    CATEGORY_DEFAULT("category.default"),
    ACCESSIBILITY_UNKNOWN("accessibility.unknown"),
    ONLINE("online.sold"),
    ZONE_PARIS("zone.paris"),
    PICTURE_ADDRESS("picture.address"),
    PICTURE_NOT_HTTPS("picture.not-https"),
    PICTURE_PRIVATE("picture.private"),
    PICTURE_REDIRECTS("picture.redirects"),
    PICTURE_NO_RESPONSE("picture.no-response"),
    PICTURE_STATUS("picture.status"),
    PICTURE_TOO_HEAVY("picture.too-heavy"),
    PICTURE_TOO_MANY("picture.too-many"),
    PICTURE_UNREADABLE("picture.unreadable"),
    PICTURE_FORMAT("picture.format"),
    PICTURE_TOO_SMALL("picture.too-small"),
    PICTURE_TOO_LARGE("picture.too-large"),
    PICTURE_FRAMED("picture.framed"),
    PICTURE_NO_CREDIT("picture.no-credit");

    private final String code;

    FindingCode(String code) {
        this.code = code;
    }

    /** The stable code, for instance {@code price.excludes-tax}. */
    public String code() {
        return code;
    }
}
