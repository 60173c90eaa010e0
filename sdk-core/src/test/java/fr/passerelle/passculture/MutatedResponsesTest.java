package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.internal.json.Json;
import fr.passerelle.internal.json.ResponseDecoder;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.CompleteResponses.Sample;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every field of every response, replaced by what it should not be. The response is then unreadable, or it says exactly
 * what was sent, or it says nothing where it may; it never says something else, and no accessor fails later.
 */
@Timeout(60)
class MutatedResponsesTest {

    private static final Logger LOG = Logger.getLogger(MutatedResponsesTest.class.getName());

    private static final String MISSING = "missing";
    private static final String WRAPPED = "[itself]";

    private static final List<String> REPLACEMENTS = List.of(
            "null",
            "\"\"",
            "\"x\"",
            "\"5\"",
            "\"true\"",
            "true",
            "1",
            "12.0",
            "12.99",
            "1e2",
            "-5",
            "18446744073709551621",
            "1e999999999",
            "-1e-999999999",
            "[]",
            "{}",
            WRAPPED,
            MISSING);

    /** Flags of the app that read as false where it leaves them out, as their types say. */
    private static final Set<String> FALSE_IF_MISSING = Set.of(
            "beneficiary",
            "eligibleForUpgrade",
            "requiresIdCheck",
            "showEligibleCard",
            "profileExpired",
            "event",
            "digital",
            "duo",
            "released",
            "soldOut",
            "expired",
            "forbiddenToMinors",
            "externalBookingsDisabled",
            "bookable",
            "displayAsEnded",
            "bookingsAfter18");

    /** Texts that read as empty where the server leaves them out, as their types say. */
    private static final Set<String> EMPTY_IF_MISSING = Set.of(
            "city",
            "contactEmail",
            "contactPhone",
            "email",
            "institutionType",
            "label",
            "legalName",
            "name",
            "offerName",
            "postalCode",
            "street",
            "userEmail",
            "venueName");

    /** What else a type says where the server says nothing: a word stands for its label, and a parity is fixed. */
    private static final Map<String, Object> ASSUMED = Map.of(
            "EventCategoryInfo/0.label", "CONCERT",
            "LabelledValue<ShowType>/0.label", "THEATRE-COMEDIE",
            "LabelledValue<MusicType>/0.label", "POP",
            "AppSettings.rates.pacificFrancToEuro", new BigDecimal("0.00838"));

    /** The only amounts that travel in euros. */
    private static final String IN_EUROS = "CollectiveOffer";

    private final ObjectMapper plain = new ObjectMapper();
    private final ResponseDecoder decoder = new ResponseDecoder(Json.mapper(), Clock.systemUTC());
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void noFieldIsReadAsWhatItIsNot() throws JsonProcessingException {
        for (Sample sample : CompleteResponses.all()) {
            JsonNode document = plain.readTree(sample.document());
            Map<String, Object> before =
                    Leaves.of(read(sample, sample.document())).values();
            for (String pointer : pointers(document)) {
                for (String replacement : REPLACEMENTS) {
                    String mutated = mutated(document, JsonPointer.compile(pointer), replacement);
                    judge(sample, document.at(pointer), before, pointer, replacement, mutated);
                }
            }
        }

        LOG.info(() -> counts.get("unreadable") + " mutations make a response unreadable, " + counts.get("read")
                + " are read as they are; by kind: " + counts);
        assertThat(counts.get("unreadable")).isGreaterThan(10_000);
        assertThat(failures).as("%d surprises", failures.size()).isEmpty();
    }

    private void judge(
            Sample sample,
            JsonNode replaced,
            Map<String, Object> before,
            String pointer,
            String replacement,
            String document) {
        String what = sample.name() + " " + pointer + " = " + replacement;
        try {
            Map<String, Object> after = Leaves.of(read(sample, document)).values();
            count("read", replacement);
            Set<String> paths = new HashSet<>(before.keySet());
            paths.addAll(after.keySet());
            for (String path : paths) {
                Object was = before.get(path);
                Object is = after.get(path);
                if (!Objects.equals(was, is) && !explained(sample, replaced, path, is, replacement)) {
                    failures.add(what + ": " + path + " is " + is);
                }
            }
        } catch (UnreadableResponseException e) {
            count("unreadable", replacement);
            // A key of the response's own is not shown; whatever comes behind it is.
            String shown = e.pointer().replaceFirst("/\\*.*", "");
            if (!pointer.startsWith(shown) && !shown.startsWith(pointer)) {
                failures.add(what + ": points at " + e.pointer());
            }
            if (e.toString().contains("no JSON")) {
                failures.add(what + ": is called no JSON");
            }
        } catch (RuntimeException | AssertionError e) {
            failures.add(what + ": " + e + (e.getCause() == null ? "" : " " + e.getCause()));
        }
    }

    private void count(String outcome, String replacement) {
        counts.merge(outcome, 1, Integer::sum);
        counts.merge(replacement + " " + outcome, 1, Integer::sum);
    }

    private boolean explained(Sample sample, JsonNode replaced, String path, @Nullable Object is, String replacement) {
        if (is == null) {
            return true;
        }
        if (is.equals(ASSUMED.get(sample.name() + path))) {
            return true;
        }
        if (replacement.equals(MISSING) || replacement.equals("null")) {
            String accessor = path.substring(path.lastIndexOf('.') + 1);
            return (is.equals("") && EMPTY_IF_MISSING.contains(accessor))
                    || (is.equals(false) && FALSE_IF_MISSING.contains(accessor));
        }
        if (replaced.isContainerNode()) { // of which nothing can be left
            return false;
        }
        try {
            JsonNode sent = plain.readTree(replacement.equals(WRAPPED) ? "[]" : replacement);
            if (is instanceof String && path.endsWith("location.type")) {
                return is.equals(sent.isTextual() ? sent.textValue() : replacement); // the name of an unknown kind
            }
            if (is instanceof String) {
                return sent.isTextual() && sent.textValue().equals(is);
            }
            if (is instanceof Boolean) {
                return sent.isBoolean() && sent.booleanValue() == (boolean) is;
            }
            if (is instanceof Price price) {
                boolean euros = sample.name().startsWith(IN_EUROS);
                return sent.isNumber() && same(euros ? price.inEuros() : price.cents(), replacement);
            }
            return is instanceof Number number && sent.isNumber() && same(number, replacement);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean same(Number number, String sent) {
        if (number instanceof Double near) { // coordinates
            return Double.parseDouble(sent) == near && Double.isFinite(near);
        }
        return new BigDecimal(number.toString()).compareTo(new BigDecimal(sent)) == 0;
    }

    private Object read(Sample sample, String document) {
        RawResponse response = new RawResponse(200, Map.of(), document.getBytes(StandardCharsets.UTF_8), 1);
        return decoder.read(SentRequest.to(PassCultureEndpoint.GET_BOOKING), response, sample.member(), sample.type());
    }

    /** Every place in a document but the document itself. */
    private static List<String> pointers(JsonNode document) {
        List<String> pointers = new ArrayList<>();
        add(pointers, "", document);
        return pointers;
    }

    private static void add(List<String> pointers, String pointer, JsonNode node) {
        if (!pointer.isEmpty()) {
            pointers.add(pointer);
        }
        node.properties().forEach(field -> add(pointers, pointer + "/" + field.getKey(), field.getValue()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            add(pointers, pointer + "/" + i, node.get(i));
        }
    }

    private String mutated(JsonNode document, JsonPointer pointer, String replacement) throws JsonProcessingException {
        JsonNode copy = document.deepCopy();
        JsonNode parent = copy.at(pointer.head());
        JsonPointer last = pointer.last();
        String raw = replacement.equals(WRAPPED) ? "[" + copy.at(pointer) + "]" : replacement;
        if (parent instanceof ObjectNode object) {
            String name = last.getMatchingProperty();
            if (raw.equals(MISSING)) {
                object.remove(name);
            } else {
                object.putRawValue(name, new RawValue(raw));
            }
        } else if (parent instanceof ArrayNode array) {
            JsonNode gone = array.remove(last.getMatchingIndex());
            assertThat(gone).isNotNull();
            if (!raw.equals(MISSING)) {
                array.insertRawValue(last.getMatchingIndex(), new RawValue(raw));
            }
        }
        return plain.writeValueAsString(copy);
    }

    /** Lists of what stands in other samples alone. */
    private static final Set<String> SEEN_ALONE =
            Set.of("Addresses", "Bookings", "Events", "EventDates", "PriceCategories", "Products", "AppBookings");

    @Test
    void aResponseIsReadWithoutWhatTheServerMayLeaveOut() throws JsonProcessingException {
        Set<String> needed = new TreeSet<>();
        for (Sample sample : CompleteResponses.all()) {
            JsonNode document = plain.readTree(sample.document());
            pointers(document).stream()
                    .filter(pointer -> !pointer.matches(".*/\\d+"))
                    .filter(pointer -> !SEEN_ALONE.contains(sample.name()) || pointer.lastIndexOf('/') == 0)
                    .filter(pointer -> isNeeded(sample, document, pointer))
                    .forEach(pointer -> needed.add(key(sample, pointer)));
        }

        assertThat(String.join("\n", needed))
                .isEqualTo(String.join("\n", NeededKeys.read().all()));
    }

    /** The type that reads the sample, and where in it. */
    private static String key(Sample sample, String pointer) {
        return sample.name().replaceAll("[ ,].*", "")
                + pointer.replaceAll("/\\d+", "").replaceFirst("^/" + sample.member() + "(?=/)", "");
    }

    private boolean isNeeded(Sample sample, JsonNode document, String pointer) {
        return Stream.of(MISSING, "null").anyMatch(nothing -> {
            try {
                read(sample, mutated(document, JsonPointer.compile(pointer), nothing));
                return false;
            } catch (UnreadableResponseException e) {
                return true;
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void everyAccessorOfEveryResponseIsTried() {
        Set<String> types = new TreeSet<>();
        Set<String> told = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (Sample sample : CompleteResponses.all()) {
            Leaves leaves = Leaves.of(read(sample, sample.document()));
            types.addAll(leaves.types());
            told.addAll(leaves.told());
            silent.addAll(leaves.silent());
        }
        silent.removeAll(told);

        // What a change links: a category is read and written, and no response tells this.
        assertThat(silent).containsExactly("Music.artistLinks");
        assertThat(types).containsAll(responseTypes());
    }

    /** Those that are built from a response field by field; donated places have no client yet. */
    private static Set<String> responseTypes() {
        return new ClassFileImporter()
                .importPackages("fr.passerelle.model").stream()
                        .filter(type -> type.isAnnotatedWith(JsonDeserialize.class))
                        .filter(type -> !type.getPackageName().startsWith("fr.passerelle.model.invitation"))
                        .map(type -> "Immutable" + type.getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
