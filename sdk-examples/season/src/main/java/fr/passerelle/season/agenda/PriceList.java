package fr.passerelle.season.agenda;

import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.commandline.read.Words;
import fr.passerelle.commandline.table.Headings;
import fr.passerelle.commandline.table.Row;
import fr.passerelle.commandline.table.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prices beside an agenda that has none, as calendars do: a table with the number or the title of each event, and its
 * price as people write it; a bare number is euros. What the agenda says itself counts first. Two rows that say
 * different prices of one event say none.
 */
public final class PriceList {

    /** No prices beside the agenda. */
    public static final PriceList NONE = new PriceList();

    private enum Column {
        ID,
        TITLE,
        PRICE
    }

    private static final Headings<Column> HEADINGS = Headings.of(Map.of(
            Column.ID, List.of("uid", "id", "identifiant", "numéro", "number"),
            Column.TITLE, List.of("title", "titre", "summary", "événement", "event", "nom", "name"),
            Column.PRICE, List.of("price", "prix", "tarif", "tarifs", "conditions", "prix ttc", "tarif ttc", "cost")));

    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> byTitle = new HashMap<>();
    private final Set<String> contested = new HashSet<>();

    private PriceList() {}

    /**
     * Reads a table.
     *
     * @throws IOException if it cannot be read
     * @throws fr.passerelle.commandline.table.MissingColumnsException if no line of its beginning names a price
     */
    public static PriceList read(InputFile file) throws IOException {
        PriceList prices = new PriceList();
        try (Table<Column> table = Table.open(file, HEADINGS, Set.of(Column.PRICE))) {
            for (Row row = table.next(); row != null; row = table.next()) {
                // A comma inside a price that moved the cells on makes a row that says nothing certain.
                if (!row.broken() && !table.isTooWide(row)) {
                    prices.add(
                            table.text(row, Column.ID), table.text(row, Column.TITLE), table.text(row, Column.PRICE));
                }
            }
        }
        return prices;
    }

    private void add(String id, String title, String price) {
        if (price.isEmpty()) {
            return;
        }
        if (!id.isEmpty()) {
            put(byId, id, price);
        } else if (!title.isEmpty()) {
            put(byTitle, Words.spaced(title), price);
        }
    }

    private void put(Map<String, String> prices, String key, String price) {
        String before = prices.putIfAbsent(key, price);
        if (before != null && !before.equals(price)) {
            contested.add(key);
        }
    }

    /** What a place costs, as the table says; empty if it does not, or contradicts itself. */
    Optional<String> price(@Nullable String id, String title) {
        String name = Words.spaced(title);
        String key = id != null && byId.containsKey(id) ? id : name;
        String price = key.equals(name) ? byTitle.get(name) : byId.get(key);
        return Optional.ofNullable(price)
                .filter(known -> !contested.contains(key))
                .map(known -> known.matches("[0-9]{1,4}(?:[.,][0-9]{1,2})?") ? known + " €" : known);
    }
}
