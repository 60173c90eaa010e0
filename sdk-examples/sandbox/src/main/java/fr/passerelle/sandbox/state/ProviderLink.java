package fr.passerelle.sandbox.state;

/** The link by which a provider reaches a venue, with the URLs the provider set for that venue. */
public final class ProviderLink {

    public final Provider provider;
    public final Venue venue;
    public final MessageUrls urls = new MessageUrls();
    public boolean active = true;

    public ProviderLink(Provider provider, Venue venue) {
        this.provider = provider;
        this.venue = venue;
    }
}
