package fr.passerelle.counsellor.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.commandline.Texts;
import fr.passerelle.counsellor.text.Lines;
import fr.passerelle.model.credit.Ceilings;
import fr.passerelle.model.entitlement.Change;
import fr.passerelle.model.entitlement.Entitlement;
import fr.passerelle.model.entitlement.Reason;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outlook in words, or in JSON. */
public final class Answer {

    private final Outlook outlook;
    private final Entitlement now;
    private final Texts texts;

    /** Words for this outlook. */
    public Answer(Outlook outlook, Texts texts) {
        this.outlook = outlook;
        this.now = outlook.now();
        this.texts = texts;
    }

    /** Several lines for a person to read. */
    public String plain() {
        Lines lines = new Lines();
        lines.heading(texts.of("answer.title", day(now.asOf())));
        lines.line(reason());
        if (outlook.status() == Status.UNDECIDED) {
            lines.line(texts.of("status", Status.UNDECIDED));
        }
        lines.gap();
        if (now.eligible()) {
            money(lines);
        }
        if (outlook.lastDayToAct() != null) {
            lines.fact(texts.of("answer.last-day"), texts.day(outlook.lastDayToAct()));
        }
        if (outlook.entitledFrom() != null) {
            lines.fact(texts.of("answer.from"), texts.day(outlook.entitledFrom()));
        }
        if (outlook.then() != null) {
            lines.fact(texts.of("answer.change"), change());
        }
        lines.list(texts.of("answer.steps"), steps());
        lines.list(texts.of("answer.assumptions"), assumptions());
        if (!now.otherReadingDiffersIn().isEmpty()) {
            lines.list(
                    texts.of("answer.law"),
                    now.otherReadingDiffersIn().stream()
                            .map(name -> texts.of("differs." + name))
                            .toList());
        }
        if (!now.sources().isEmpty()) {
            lines.list(texts.of("answer.sources"), now.sources());
        }
        lines.gap();
        lines.line(texts.of("answer.probably"));
        lines.line(texts.of("kept.nothing"));
        return lines.toString();
    }

    private void money(Lines lines) {
        lines.fact(texts.of("answer.money"), texts.price(now.newMoney()));
        if (!now.carriedOver().equals(Price.FREE)) {
            lines.fact(texts.of("answer.carried"), texts.price(now.carriedOver()));
        }
        Ceilings ceilings = now.ceilings();
        if (ceilings != null) {
            ceiling(lines, "answer.digital", ceilings.digital());
            ceiling(lines, "answer.physical", ceilings.physical());
        }
        if (now.expiresAt() != null) {
            lines.fact(texts.of("answer.expiry"), texts.moment(now.expiresAt(), outlook.zone()));
        }
    }

    /** A ceiling above the whole credit says nothing. */
    private void ceiling(Lines lines, String key, @Nullable Price ceiling) {
        if (ceiling != null && ceiling.compareTo(now.amount()) < 0) {
            lines.fact(texts.of(key), texts.price(ceiling));
        }
    }

    /** Why, in a sentence. */
    public String reason() {
        if (outlook.status() == Status.TOO_LATE && now.reason() == Reason.TOO_OLD) {
            return texts.of("answer.too-late");
        }
        return now.reason().sentence(texts.locale());
    }

    /** What happens next, and what the answer is then; empty if it stays for good. */
    public String change() {
        Change change = now.nextChange();
        Entitlement then = outlook.then();
        if (change == null || then == null) {
            return "";
        }
        String answer = then.reason().sentence(texts.locale());
        return texts.of(
                then.newMoney().equals(Price.FREE) ? "answer.then" : "answer.then-money",
                day(change.at()),
                texts.of("why", change.why()),
                answer,
                texts.price(then.newMoney()));
    }

    /** What to do, in order. */
    public List<String> steps() {
        return now.steps().stream().map(step -> texts.of("step", step)).toList();
    }

    /** What was taken for granted. */
    public List<String> assumptions() {
        return now.assumptions().stream()
                .map(assumption -> texts.of("assumption", assumption))
                .toList();
    }

    private String day(Instant at) {
        return texts.day(at.atZone(outlook.zone()).toLocalDate());
    }

    /** For programmes: the same names in every language, amounts in cents, instants in UTC. */
    public ObjectNode json() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("asOf", now.asOf().toString())
                .put("status", outlook.status().name())
                .put("probablyEntitled", now.eligible())
                .put("reason", now.reason().name())
                .put("sentence", reason())
                .put("scheme", now.scheme() == null ? null : now.scheme().name())
                .put("regime", now.regime())
                .put("amountCents", now.amount().cents())
                .put("newMoneyCents", now.newMoney().cents())
                .put("carriedOverCents", now.carriedOver().cents());
        Ceilings ceilings = now.ceilings();
        if (ceilings == null) {
            answer.putNull("ceilings");
        } else {
            answer.putObject("ceilings")
                    .put("allCents", ceilings.all().cents())
                    .put("digitalCents", cents(ceilings.digital()))
                    .put("physicalCents", cents(ceilings.physical()));
        }
        answer.put("expiresAt", text(now.expiresAt()))
                .put("lastDayToAct", text(outlook.lastDayToAct()))
                .put("entitledFrom", text(outlook.entitledFrom()));
        Change change = now.nextChange();
        Entitlement then = outlook.then();
        if (change == null || then == null) {
            answer.putNull("nextChange");
        } else {
            answer.putObject("nextChange")
                    .put("at", change.at().toString())
                    .put("day", text(change.at().atZone(outlook.zone()).toLocalDate()))
                    .put("why", change.why().name())
                    .put("probablyEntitled", then.eligible())
                    .put("reason", then.reason().name())
                    .put("newMoneyCents", then.newMoney().cents());
        }
        names(answer.putArray("steps"), now.steps());
        names(answer.putArray("assumptions"), now.assumptions());
        now.otherReadingDiffersIn().forEach(answer.putArray("lawDiffersIn")::add);
        now.sources().forEach(answer.putArray("sources")::add);
        return answer.put("notice", texts.of("answer.probably"));
    }

    private static void names(ArrayNode list, Collection<? extends Enum<?>> words) {
        words.forEach(word -> list.add(word.name()));
    }

    private static @Nullable Long cents(@Nullable Price price) {
        return price == null ? null : price.cents();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof LocalDate || value instanceof Instant ? value.toString() : null;
    }
}
