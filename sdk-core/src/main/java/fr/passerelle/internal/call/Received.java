package fr.passerelle.internal.call;

import fr.passerelle.http.RawResponse;
import java.nio.ByteBuffer;

/**
 * A response, and the array that its body stands in.
 *
 * @param body of the response; from the array's start
 */
public record Received(RawResponse response, ByteBuffer body) {}
