package fr.passerelle.bookshop.file;

import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a product of the fields of one row, or says everything that is wrong with them. */
final class RowReader {

    private static final Set<String> NO_LIMIT = Set.of("unlimited", "illimité", "illimite");

    private final List<String> fields;
    private final List<String> header;
    private final List<Problem> problems = new ArrayList<>();

    RowReader(List<String> header, List<String> fields) {
        this.header = header;
        this.fields = fields;
    }

    /** What is wrong, once {@link #product()} gave null. */
    List<Problem> problems() {
        return problems;
    }

    /** The product; null if something is wrong. Its dates are reset: the file holds none. */
    @Nullable
    EanProductDraft product() {
        Ean ean = read(Column.EAN, Ean::of);
        Price price = read(Column.PRICE, RowReader::price);
        Remaining remaining = read(Column.QUANTITY, this::remaining);
        if (ean == null || price == null || remaining == null) {
            return null;
        }
        try {
            return EanProductDraft.of(ean, price, remaining, EanDates.reset());
        } catch (RuleViolationException outOfRange) {
            note(outOfRange);
            return null;
        }
    }

    /** The text of a column, empty if the row is too short. */
    String text(Column column) {
        int place = column.in(header);
        return place < fields.size() ? fields.get(place).strip() : "";
    }

    private <T> @Nullable T read(Column column, Function<String, @Nullable T> reader) {
        String text = text(column);
        if (text.isEmpty()) {
            problems.add(new Problem(column.title(), RuleCode.REQUIRED.code(), null));
            return null;
        }
        try {
            return reader.apply(text);
        } catch (RuleViolationException broken) {
            note(broken);
            return null;
        }
    }

    private void note(RuleViolationException broken) {
        broken.violations().forEach(violation -> problems.add(Problem.of(violation)));
    }

    /** Euros as people and spreadsheets write them: {@code 12.5}, {@code 12,50}, {@code 12,50 €}. */
    private static Price price(String text) {
        return Price.euros(
                text.replace("€", "").replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.'));
    }

    private @Nullable Remaining remaining(String text) {
        if (NO_LIMIT.contains(text.toLowerCase(Locale.ROOT))) {
            return Remaining.unlimited();
        }
        try {
            return Remaining.of(Long.parseLong(text));
        } catch (NumberFormatException noNumber) {
            problems.add(new Problem(Column.QUANTITY.title(), Problem.BAD_QUANTITY, null));
            return null;
        }
    }
}
