package fr.passerelle.http;

/**
 * What the server sent, and which version of it: a change that names the version is refused if somebody else was
 * faster.
 *
 * @param value what was sent
 * @param version its entity tag (RFC 9110, 8.8.3), as it came; opaque
 * @param <T> what it is
 */
public record Versioned<T>(T value, String version) {}
