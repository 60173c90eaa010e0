package fr.passerelle.sandbox.state;

import org.jspecify.annotations.Nullable;

/** A vendor's account. */
public final class Provider {

    public final long id;
    public final String name;
    public final String apiKey;
    public final String hmacKey;
    public final MessageUrls urls = new MessageUrls();
    public @Nullable String logoUrl;
    public boolean active = true;

    public Provider(long id, String name, String apiKey, String hmacKey) {
        this.id = id;
        this.name = name;
        this.apiKey = apiKey;
        this.hmacKey = hmacKey;
    }
}
