package fr.passerelle.bookshop.file;

import fr.passerelle.commandline.read.Money;
import fr.passerelle.commandline.read.NotUnderstoodException;
import fr.passerelle.commandline.read.Numbers;
import fr.passerelle.commandline.read.Words;
import fr.passerelle.commandline.table.Row;
import fr.passerelle.commandline.table.Table;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a product of one row, or says everything that is wrong with it. */
final class RowReader {

    private static final Set<String> NO_LIMIT = Set.of("unlimited", "illimite", "illimitee", "illimites");

    private final Table<Column> table;
    private final Row row;
    private final List<Problem> problems = new ArrayList<>();

    RowReader(Table<Column> table, Row row) {
        this.table = table;
        this.row = row;
    }

    /** What is wrong, once {@link #product()} gave null. */
    List<Problem> problems() {
        return problems;
    }

    private interface Reader<T> {
        T read(String text) throws NotUnderstoodException;
    }

    /** The product; null if something is wrong. Its dates are reset: the file holds none. */
    @Nullable
    EanProductDraft product() {
        Ean ean = read(Column.EAN, ean(), RuleCode.BAD_EAN.code(), EanText::read);
        Price price = read(Column.PRICE, text(Column.PRICE), RuleCode.BAD_AMOUNT.code(), Money::euros);
        Remaining remaining = read(Column.QUANTITY, text(Column.QUANTITY), Problem.BAD_QUANTITY, RowReader::remaining);
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

    /** The number of the product as written: where the preferred column is blank, that of the next one. */
    String ean() {
        List<String> written = table.texts(row, Column.EAN);
        return written.isEmpty() ? "" : written.get(0);
    }

    private String text(Column column) {
        return table.text(row, column);
    }

    private <T> @Nullable T read(Column column, String text, String rule, Reader<T> reader) {
        if (text.isEmpty()) {
            problems.add(new Problem(column.title(), RuleCode.REQUIRED.code(), null));
            return null;
        }
        try {
            return reader.read(text);
        } catch (NotUnderstoodException notUnderstood) {
            problems.add(new Problem(column.title(), rule, null));
            return null;
        } catch (RuleViolationException broken) {
            note(broken);
            return null;
        }
    }

    private void note(RuleViolationException broken) {
        broken.violations().forEach(violation -> problems.add(Problem.of(violation)));
    }

    private static Remaining remaining(String text) throws NotUnderstoodException {
        return NO_LIMIT.contains(Words.joined(text)) ? Remaining.unlimited() : Remaining.of(Numbers.whole(text));
    }
}
