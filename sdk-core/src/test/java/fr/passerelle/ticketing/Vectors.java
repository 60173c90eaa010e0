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

    /** Since spring 2026 the inner text is compact, and nothing in it is escaped that need not be (changes-2026 5). */
    static final List<Vector> COMPACT = List.of(
            new Vector(
                    "cancellation-compact (changes-2026 5)",
                    "demo-key-0001",
                    "{\"barcodes\":[\"AB-É1\",\"C\\\"2\"]}",
                    "\"{\\\"barcodes\\\":[\\\"AB-\\u00c91\\\",\\\"C\\\\\\\"2\\\"]}\"",
                    "9c27b2a34cc28af0b57b80ccd2f1adbbff94d2321526e36b2871cecfb847626a"),
            new Vector(
                    "cancellation-compact beyond the basic plane",
                    "demo-key-0001",
                    "{\"barcodes\":[\"Côté 🎭\"]}",
                    "\"{\\\"barcodes\\\":[\\\"C\\u00f4t\\u00e9 \\ud83c\\udfad\\\"]}\"",
                    "9c7ca89de97bc5ac18aff8d6cfc2372cf2083b895dab55c5abe5d8435f0ebfe6"),
            new Vector(
                    "cancellation-compact with a control",
                    "demo-key-0001",
                    "{\"barcodes\":[\"a/b\",\"\\u0001\"]}",
                    "\"{\\\"barcodes\\\":[\\\"a/b\\\",\\\"\\\\u0001\\\"]}\"",
                    "f4870c7bdc7bd715a23b749bbda5a164162903a7ad78aaa9e3c2dd3c8bab02b9"));

    private Vectors() {}

    /** Both forms of the inner text. */
    static List<Vector> all() throws IOException {
        List<Vector> vectors = new ArrayList<>(COMPACT);
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
