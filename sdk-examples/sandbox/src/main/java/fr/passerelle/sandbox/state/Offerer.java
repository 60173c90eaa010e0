package fr.passerelle.sandbox.state;

import java.time.Instant;

/** A legal structure: the owner of venues. */
public final class Offerer {

    public final long id;
    public final String siren;
    public final String name;
    public final Instant created;
    public boolean closed;

    public Offerer(long id, String siren, String name, Instant created) {
        this.id = id;
        this.siren = siren;
        this.name = name;
        this.created = created;
    }
}
