package fr.passerelle.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.contract.ReferenceCases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Signed messages whose signatures were made by somebody else. */
final class Vectors {

    /** One message as it was on the wire. */
    record Vector(String name, String key, String inner, String wire, String signature) {

        byte[] body() {
            return wire.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Reference 9.1, with the signature over the wire body beside it. */
    static final Vector REFERENCE = new Vector(
            "reference 9.1",
            "demo-key-0001",
            "{\"barcodes\": [\"AB-\\u00c91\", \"C\\\"2\"]}",
            "\"{\\\"barcodes\\\": [\\\"AB-\\\\u00c91\\\", \\\"C\\\\\\\"2\\\"]}\"",
            "18d3b510f5adf0e3208fcbaa0cfa976b1e6e59093e7e1fcecb94df6d6ad2f050");

    static final String REFERENCE_SIGNED_OVER_WIRE = "6d74486d7ed7677380f3b3a5a9ed083db591fd86422cd648ead4c7b6264e341d";

    private Vectors() {}

    /** The reference vectors. */
    static List<Vector> all() throws IOException {
        List<Vector> vectors = new ArrayList<>();
        for (JsonNode vector : ReferenceCases.SIGNATURES.read()) {
            vectors.add(new Vector(
                    vector.path("name").textValue(),
                    vector.path("hmacKey").textValue(),
                    vector.path("innerJson").textValue(),
                    vector.path("wireBody").textValue(),
                    vector.path("signature").textValue()));
        }
        return vectors;
    }
}
