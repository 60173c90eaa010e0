package fr.passerelle.internal;

import java.util.EnumMap;
import java.util.Map;

/**
 * What to do about a write of which nobody knows whether it happened, one line for each writing operation: the end of
 * the exception's message.
 */
public final class Recipes {

    private static final Map<Endpoint, String> BY_ENDPOINT = new EnumMap<>(Map.ofEntries(
            Map.entry(Endpoint.UPDATE_PROVIDER, "read provider().get(), or send it again: it does no harm"),
            Map.entry(Endpoint.UPDATE_VENUE_URLS, "read the venue, or send it again: it does no harm"),
            Map.entry(Endpoint.CREATE_ADDRESS, "send it again: the same address keeps its number"),
            Map.entry(
                    Endpoint.CREATE_EVENT,
                    "look for it in events().list of its venue before creating it again; RequestOptions.readBeforeWrite"
                            + " and mintIds find it for you"),
            Map.entry(Endpoint.UPDATE_EVENT, "read the event, or send it again: it does no harm"),
            Map.entry(
                    Endpoint.CREATE_PRICE_CATEGORIES,
                    "list the price categories of the event before adding them again"),
            Map.entry(Endpoint.UPDATE_PRICE_CATEGORY, "send it again: it does no harm"),
            Map.entry(
                    Endpoint.CREATE_DATES,
                    "list the dates of the event before adding them again: all or none are there;"
                            + " RequestOptions.readBeforeWrite and mintIds find them for you"),
            Map.entry(
                    Endpoint.UPDATE_DATE,
                    "read the date and your own stock, then send what remains now; do not send it again as it was"),
            Map.entry(Endpoint.DELETE_DATE, "list the dates of the event, or delete it again: gone is a 404"),
            Map.entry(
                    Endpoint.CREATE_PRODUCT,
                    "look for it in products().list of its venue before creating it again;"
                            + " RequestOptions.readBeforeWrite and mintIds find it for you"),
            Map.entry(
                    Endpoint.UPDATE_PRODUCT,
                    "read the product and your own stock, then send what remains now; do not send it again as it was"),
            Map.entry(
                    Endpoint.UPSERT_PRODUCTS_BY_EAN,
                    "read products().ean().byEan after some minutes, then send what remains now; upsertAndConfirm looks"
                            + " by itself"),
            Map.entry(Endpoint.UPLOAD_IMAGE, "send it again: the same picture replaces itself"),
            Map.entry(
                    Endpoint.USE_BOOKING,
                    "it may be this very call that used it, or another door: the bookings of the date show whether it is"
                            + " used"),
            Map.entry(Endpoint.KEEP_BOOKING, "keep it again: once it is kept, that is a 403"),
            Map.entry(
                    Endpoint.CANCEL_BOOKING,
                    "list the bookings of the date: whether it is cancelled or was used does not show by its"
                            + " countermark"),
            Map.entry(
                    Endpoint.CREATE_COLLECTIVE_OFFER,
                    "look for it in collectiveOffers().list of its venue and start before creating it again"),
            Map.entry(Endpoint.UPDATE_COLLECTIVE_OFFER, "read the offer, then send what is still missing"),
            Map.entry(Endpoint.ARCHIVE_COLLECTIVE_OFFERS, "read one of the offers: all or none are archived"),
            Map.entry(Endpoint.CANCEL_COLLECTIVE_BOOKING, "read its offer, which shows the booking's state"),
            Map.entry(Endpoint.MOCK_BOOK, "read the offer, which shows its booking"),
            Map.entry(Endpoint.MOCK_CONFIRM, "send it again: it does no harm"),
            Map.entry(Endpoint.MOCK_CANCEL, "read its offer, which shows the booking's state"),
            Map.entry(Endpoint.MOCK_PENDING, "send it again: it does no harm"),
            Map.entry(Endpoint.MOCK_REIMBURSE, "read its offer, which shows the booking's state"),
            Map.entry(Endpoint.MOCK_USE, "read its offer, which shows the booking's state"),
            Map.entry(Endpoint.SIGN_IN, "sign in again: it does no harm"),
            Map.entry(Endpoint.REFRESH_ACCESS_TOKEN, "sign in again: it does no harm"),
            Map.entry(
                    Endpoint.BOOK_OFFER,
                    "read bookings() before booking again; a second booking of the same offer is refused"),
            Map.entry(Endpoint.CANCEL_OWN_BOOKING, "cancel it again: it does no harm")));

    private Recipes() {}

    /** The recipe; empty for reads, which need none. */
    public static String of(Endpoint endpoint) {
        return BY_ENDPOINT.getOrDefault(endpoint, "");
    }
}
