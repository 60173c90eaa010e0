package fr.passerelle.bookshop.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns that an upsert needs, by the names that shops give them; others are left alone. */
enum Column {
    EAN("ean ean13 isbn"),
    PRICE("price prix"),
    QUANTITY("quantity quantité quantite stock");

    private final String names;

    Column(String names) {
        this.names = names;
    }

    /** The name that this programme writes itself. */
    String title() {
        return names().get(0);
    }

    private List<String> names() {
        return List.of(names.split(" "));
    }

    /** Where this column stands in a header; -1 if nowhere. */
    int in(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (names().contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    /** The titles of the columns that a header lacks. */
    static List<String> missing(List<String> header) {
        return Arrays.stream(values())
                .filter(column -> column.in(header) < 0)
                .map(Column::title)
                .toList();
    }
}
