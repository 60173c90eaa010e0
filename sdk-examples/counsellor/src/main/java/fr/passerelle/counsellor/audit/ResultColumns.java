package fr.passerelle.counsellor.audit;

import fr.passerelle.commandline.Texts;
import fr.passerelle.counsellor.people.Answer;
import fr.passerelle.counsellor.people.Facts;
import fr.passerelle.counsellor.people.Outlook;
import fr.passerelle.counsellor.people.Status;
import fr.passerelle.model.entitlement.Entitlement;
import fr.passerelle.model.value.Price;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns that an audit adds behind those of the list. */
final class ResultColumns {

    private static final String JOINT = " ; ";

    /** Different cells that are kept to be shared: all of a usual list. */
    private static final int MOST_SHARED = 20_000;

    private final Texts texts;
    private final List<String> headings;
    private final Map<String, String> cells = new HashMap<>();

    ResultColumns(Texts texts) {
        this.texts = texts;
        this.headings = Stream.of(
                        "status",
                        "amount",
                        "last-day",
                        "credit-until",
                        "reason",
                        "from",
                        "change",
                        "steps",
                        "assumptions",
                        "aside")
                .map(name -> texts.of("column." + name))
                .toList();
    }

    List<String> headings() {
        return headings;
    }

    List<String> of(Outlook outlook) {
        Answer answer = new Answer(outlook, texts);
        Entitlement now = outlook.now();
        LocalDate until = now.expiresAt() == null
                ? null
                : now.expiresAt().minusNanos(1).atZone(outlook.zone()).toLocalDate();
        return Stream.of(
                        texts.of("status", outlook.status()),
                        now.eligible() ? amount(now.newMoney()) : "",
                        day(outlook.lastDayToAct()),
                        day(until),
                        answer.reason(),
                        day(outlook.entitledFrom()),
                        answer.change(),
                        String.join(" > ", answer.steps()),
                        String.join(JOINT, answer.assumptions()),
                        "")
                .map(this::shared)
                .toList();
    }

    /** Most cells say the same of many people: they are kept once. */
    private String shared(String cell) {
        if (cells.size() >= MOST_SHARED) {
            cells.clear();
        }
        String kept = cells.putIfAbsent(cell, cell);
        return kept == null ? cell : kept;
    }

    /** The cells of a judged person, with what was set aside or inferred in this row. */
    List<String> with(List<String> cells, Facts.Known known) {
        if (known.setAside().isEmpty() && known.nextDay().isEmpty()) {
            return cells;
        }
        List<String> told = new ArrayList<>(cells);
        told.set(
                headings.size() - 1,
                Stream.concat(
                                known.setAside().stream().map(aside -> aside.sentence(texts)),
                                known.nextDay().stream()
                                        .map(fact -> texts.of("fact", fact) + " : " + texts.of("list.next-day")))
                        .collect(Collectors.joining(JOINT)));
        return told;
    }

    /** A row that cannot be judged says why, where a judged one has its reason. */
    List<String> unreadable(String why) {
        List<String> cells = new ArrayList<>(Collections.nCopies(headings.size(), ""));
        cells.set(0, texts.of("status", Status.UNDECIDED));
        cells.set(headings.indexOf(texts.of("column.reason")), why);
        return cells;
    }

    private String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return texts.locale().equals(Locale.FRENCH)
                ? String.format(Locale.ROOT, "%02d/%02d/%04d", day.getDayOfMonth(), day.getMonthValue(), day.getYear())
                : day.toString();
    }

    /** Without the sign of the euro: a spreadsheet can add it up. */
    private String amount(Price price) {
        String plain = price.inEuros().toPlainString();
        return texts.locale().equals(Locale.FRENCH) ? plain.replace('.', ',') : plain;
    }
}
