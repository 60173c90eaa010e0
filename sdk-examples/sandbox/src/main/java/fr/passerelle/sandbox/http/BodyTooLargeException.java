package fr.passerelle.sandbox.http;

import java.io.IOException;

/** The request body is larger than the machine in front of the real server lets through (reference, section 1). */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int maxBytes) {
        super("The body is larger than " + maxBytes + " bytes");
    }
}
