package fr.passerelle.sandbox;

/**
 * A vendor's account on the sandbox.
 *
 * @param id its id
 * @param name its name
 * @param apiKey sent as {@code Authorization: Bearer <apiKey>}
 * @param hmacKey signs the messages the vendor receives
 */
public record SandboxProvider(long id, String name, String apiKey, String hmacKey) {

    /** Without the keys. */
    @Override
    public String toString() {
        return "SandboxProvider[" + id + ", " + name + "]";
    }
}
