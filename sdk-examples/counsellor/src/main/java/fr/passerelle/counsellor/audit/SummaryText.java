package fr.passerelle.counsellor.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.commandline.Texts;
import fr.passerelle.counsellor.people.DateStyle;
import fr.passerelle.counsellor.people.Status;
import fr.passerelle.counsellor.text.Lines;
import java.util.ArrayList;
import java.util.List;

/** What an audit found, in words or in JSON. */
public final class SummaryText {

    private static final int MONTHS_SHOWN = 12;

    private final Audit.Outcome outcome;
    private final Summary summary;
    private final Texts texts;

    /** Words for this outcome. */
    public SummaryText(Audit.Outcome outcome, Texts texts) {
        this.outcome = outcome;
        this.summary = outcome.summary();
        this.texts = texts;
    }

    /** A name and its value. */
    record Line(String name, String value) {}

    /** The figures, in the order in which they matter. */
    static List<Line> figures(Summary summary, Texts texts) {
        List<Line> figures = new ArrayList<>();
        figures.add(new Line(texts.of("summary.people"), texts.number(summary.all())));
        for (Status status : Status.values()) {
            figures.add(new Line(texts.of("summary", status), texts.number(summary.count(status))));
            if (status == Status.ENTITLED) {
                figures.add(new Line(texts.of("summary.free-only"), texts.number(summary.freeOffersOnly())));
            }
            if (status == Status.UNDECIDED) {
                figures.add(new Line(texts.of("summary.unreadable"), texts.number(summary.unreadableRows())));
            }
        }
        summary.setAside()
                .forEach((aside, times) -> figures.add(new Line(
                        texts.of("summary.aside", texts.of("fact", aside.fact()), texts.of("rule." + aside.rule())),
                        texts.number(times))));
        if (summary.nextDay() > 0) {
            figures.add(new Line(texts.of("summary.next-day"), texts.number(summary.nextDay())));
        }
        figures.add(new Line(texts.of("summary.money"), texts.price(summary.money())));
        if (summary.firstDeadline() != null) {
            figures.add(new Line(texts.of("summary.first-deadline"), texts.day(summary.firstDeadline())));
        }
        return figures;
    }

    /** Several lines for a person to read. */
    public String plain() {
        Lines lines = new Lines();
        lines.heading(texts.of("summary.title"));
        lines.line(texts.of("summary.read", outcome.columns(), outcome.encoding()));
        if (outcome.skippedLines() > 0) {
            lines.line(texts.of("summary.skipped", outcome.skippedLines()));
        }
        if (outcome.dates() != DateStyle.FRENCH) {
            lines.line(texts.of("summary.dates", outcome.dates()));
        }
        lines.gap();
        figures(summary, texts).forEach(line -> lines.fact(line.name(), line.value()));
        List<String> months = new ArrayList<>();
        summary.months().forEach((month, lost) -> {
            if (lost.people() > 0) {
                months.add(texts.of(
                        "summary.month", texts.month(month), texts.number(lost.people()), texts.price(lost.money())));
            }
        });
        List<String> shown = new ArrayList<>(months.subList(0, Math.min(MONTHS_SHOWN, months.size())));
        if (months.size() > MONTHS_SHOWN) {
            shown.add(texts.of("summary.more-months", months.size() - MONTHS_SHOWN));
        }
        lines.list(texts.of("summary.by-month"), shown);
        lines.gap();
        lines.line(texts.of("answer.probably"));
        lines.line(texts.of("kept.nothing"));
        return lines.toString();
    }

    /** For programmes: the same names in every language, amounts in cents. */
    public ObjectNode json() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("people", summary.all());
        ObjectNode status = answer.putObject("status");
        for (Status one : Status.values()) {
            status.put(one.name(), summary.count(one));
        }
        answer.put("freeOffersOnly", summary.freeOffersOnly())
                .put("unreadableRows", summary.unreadableRows())
                .put("moneyCents", summary.money().cents())
                .put(
                        "firstDeadline",
                        summary.firstDeadline() == null
                                ? null
                                : summary.firstDeadline().toString());
        answer.put("dates", outcome.dates().name()).put("nextDayDates", summary.nextDay());
        ObjectNode aside = answer.putObject("setAside");
        summary.setAside().forEach((what, times) -> aside.put(what.fact().name() + "." + what.rule(), times));
        ObjectNode months = answer.putObject("lastDaysToAct");
        summary.months()
                .forEach((month, lost) -> months.putObject(month.toString())
                        .put("people", lost.people())
                        .put("moneyCents", lost.money().cents()));
        return answer;
    }
}
