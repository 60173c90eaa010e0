package fr.passerelle.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.commandline.Printable;
import fr.passerelle.commandline.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is printed.
 *
 * @param changes sorted by operation
 */
record Report(List<Change> changes) {

    /** Whether the SDK covers the newer contract. */
    boolean covered() {
        return changes.stream().allMatch(change -> change.verdict() == Verdict.TOLERATED);
    }

    /** A title for each operation, a line for each change, and a sum. */
    Stream<String> lines(Texts texts) {
        Stream.Builder<String> lines = Stream.builder();
        String title = "";
        for (Change change : changes) {
            if (!title.equals(change.operation().title())) {
                title = change.operation().title();
                lines.add(title);
            }
            lines.add(line(change, texts));
        }
        // What a contract says may move the cursor of whoever reads.
        return lines.add(sum(texts)).build().map(Printable::line);
    }

    /** The same for machines. */
    String json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("covered", covered());
        for (Verdict verdict : Verdict.values()) {
            report.put(name(verdict), count(verdict));
        }
        ArrayNode list = report.putArray("changes");
        for (Change change : changes) {
            ObjectNode entry = list.addObject()
                    .put("verdict", name(change.verdict()))
                    .put("kind", change.kind().key())
                    .put("operationId", change.operation().id())
                    .put("method", change.operation().verb())
                    .put("path", change.operation().path())
                    .put("place", change.place())
                    .put("before", change.before())
                    .put("after", change.after());
            // What there is nothing to tell of is left out.
            entry.properties().removeIf(property -> property.getValue().asText().isEmpty());
        }
        return report.toPrettyString();
    }

    private static String line(Change change, Texts texts) {
        String told = texts.of("change." + change.kind().key(), change.before(), change.after());
        String place = change.place().isEmpty() ? "" : change.place() + ": ";
        return "  " + change.verdict().mark() + " " + place + told.strip();
    }

    private String sum(Texts texts) {
        if (changes.isEmpty()) {
            return texts.of("sum.none");
        }
        return texts.of(
                covered() ? "sum.covered" : "sum.broken",
                changes.size(),
                count(Verdict.BREAKS),
                count(Verdict.NOT_COVERED));
    }

    private long count(Verdict verdict) {
        return changes.stream().filter(change -> change.verdict() == verdict).count();
    }

    private static String name(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
