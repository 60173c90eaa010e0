package fr.passerelle.spring;

import fr.passerelle.passculture.PassCultureClient;

/** A bean of this type sets up what no property does: timeouts, an executor, an OkHttp client. Called in bean order. */
@FunctionalInterface
public interface PassCultureClientCustomizer {

    /** Called once, after the properties, before the client is built. */
    void customize(PassCultureClient.Builder builder);
}
