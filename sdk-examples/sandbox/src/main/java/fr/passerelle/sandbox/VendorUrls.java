package fr.passerelle.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * Where a vendor wants its messages; null for those it does not want.
 *
 * @param booking where tickets are asked for
 * @param cancel where tickets are given back
 * @param notification where bookings of offers without tickets are told
 */
public record VendorUrls(
        @Nullable String booking,
        @Nullable String cancel,
        @Nullable String notification) {

    /** No messages at all. */
    public static final VendorUrls NONE = new VendorUrls(null, null, null);

    /** The same URL for all three messages, as a ticketing desk takes them. */
    public static VendorUrls all(String url) {
        return new VendorUrls(url, url, url);
    }
}
