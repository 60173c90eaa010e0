package fr.passerelle.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The errors in a response, by path. The envelope is an object of lists or bare strings (reference 1.2), but anything
 * may come: nested objects, arrays, {@code {}}, a proxy's HTML. What cannot be read gives no error rather than an
 * exception.
 */
public final class ErrorBody {

    /** Where texts about the whole call stand, as on the wire. */
    private static final String WHOLE = "global";

    private static final int DEEPEST = 8;
    private static final int MOST = 1000;
    /** What is longer is nobody's field, and would stand in the path of everything below it. */
    private static final int LONGEST_PATH = 500;

    private final Map<String, List<String>> errors = new TreeMap<>();
    private int count;

    private ErrorBody() {}

    public static Map<String, List<String>> read(ObjectMapper mapper, byte[] body) {
        ErrorBody read = new ErrorBody();
        try {
            JsonNode root = mapper.readTree(body);
            if (root != null) {
                read.add("", root, 0);
            }
        } catch (IOException e) {
            // Not JSON: the raw response tells the rest.
            return Map.of();
        }
        read.errors.replaceAll((path, texts) -> List.copyOf(texts));
        return Collections.unmodifiableMap(read.errors);
    }

    private void add(String path, JsonNode node, int depth) {
        if (depth > DEEPEST || count >= MOST) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(field -> add(join(path, field.getKey()), field.getValue(), depth + 1));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode item = node.get(i);
                add(item.isContainerNode() ? join(path, String.valueOf(i)) : path, item, depth + 1);
            }
        } else if (!node.isNull() && !node.isMissingNode()) {
            count++;
            errors.computeIfAbsent(path.isEmpty() ? WHOLE : path, ignored -> new ArrayList<>())
                    .add(node.asText());
        }
    }

    private static String join(String path, String step) {
        String whole = path.isEmpty() ? step : path + "." + step;
        return whole.length() > LONGEST_PATH ? whole.substring(0, LONGEST_PATH) : whole;
    }
}
