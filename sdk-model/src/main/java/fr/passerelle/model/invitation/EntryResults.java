package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What became of the entries of one call.
 *
 * @param results one for each, in order
 */
public record EntryResults(List<EntryResult> results) {

    /** Keeps the order. */
    public EntryResults {
        results = List.copyOf(results);
    }

    @JsonCreator
    static EntryResults read(@JsonProperty(value = "results", required = true) List<EntryResult> results) {
        return new EntryResults(results);
    }
}
