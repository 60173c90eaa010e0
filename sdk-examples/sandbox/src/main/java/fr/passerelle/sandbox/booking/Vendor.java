package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.state.MessageUrls;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.ProviderLink;
import fr.passerelle.sandbox.state.World;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the messages about an offer go (reference 9.3). Per URL the venue's value wins over the provider's, even when
 * the link is inactive; the key is always the provider's.
 *
 * @param hmacKey signs the messages
 * @param bookingUrl where tickets are asked for; null when the offer has no real-time ticketing
 * @param cancelUrl where tickets are given back; null likewise
 * @param notificationUrl where other offers' bookings are told; null when nobody wants to know
 * @param ticketingOfProvider whether the provider itself, and not only the venue, has ticketing URLs
 */
record Vendor(
        String hmacKey,
        @Nullable String bookingUrl,
        @Nullable String cancelUrl,
        @Nullable String notificationUrl,
        boolean ticketingOfProvider) {

    private static final MessageUrls NONE = new MessageUrls();

    /**
     * The vendor of an offer; none when it was made by hand or its provider is switched off. Under the world's lock.
     */
    static Optional<Vendor> of(Offer offer, World world) {
        Provider provider = offer.lastProvider;
        if (provider == null || !provider.active || provider.hmacKey.isEmpty()) {
            return Optional.empty();
        }
        ProviderLink link = world.link(provider, offer.venue);
        MessageUrls ofVenue = link == null ? NONE : link.urls;
        boolean ticketing = offer.hasTicket() && (provider.urls.ticketing() || ofVenue.ticketing());
        return Optional.of(new Vendor(
                provider.hmacKey,
                ticketing ? first(ofVenue, provider.urls, urls -> urls.booking) : null,
                ticketing ? first(ofVenue, provider.urls, urls -> urls.cancel) : null,
                offer.hasTicket() ? null : first(ofVenue, provider.urls, urls -> urls.notification),
                provider.urls.ticketing()));
    }

    private static @Nullable String first(
            MessageUrls ofVenue, MessageUrls ofProvider, Function<MessageUrls, @Nullable String> url) {
        String wanted = url.apply(ofVenue);
        return wanted == null ? url.apply(ofProvider) : wanted;
    }
}
