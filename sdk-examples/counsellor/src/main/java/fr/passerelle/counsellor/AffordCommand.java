package fr.passerelle.counsellor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.read.Departments;
import fr.passerelle.commandline.read.NotUnderstoodException;
import fr.passerelle.counsellor.text.Lines;
import fr.passerelle.model.credit.Balance;
import fr.passerelle.model.credit.BookingAttempt;
import fr.passerelle.model.credit.Ceilings;
import fr.passerelle.model.credit.CreditLedger;
import fr.passerelle.model.credit.Department;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.Refusal;
import fr.passerelle.model.credit.Role;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.credit.Spending;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code counsellor afford}: whether what is left of a credit pays for something. */
@Command(name = "afford", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class AffordCommand implements Callable<Integer> {

    private static final int DUO = 2;

    private final Surroundings surroundings;

    @Option(names = "--credit", required = true, paramLabel = "EUROS", descriptionKey = "afford.credit")
    private String credit = "";

    @Option(names = "--digital-left", paramLabel = "EUROS", descriptionKey = "afford.digital-left")
    private @Nullable String digitalLeft;

    @Option(names = "--price", required = true, paramLabel = "EUROS", descriptionKey = "afford.price")
    private String price = "";

    @Option(names = "--category", required = true, paramLabel = "CATEGORY", descriptionKey = "afford.category")
    private String category = "";

    @Option(names = "--quantity", paramLabel = "N", defaultValue = "1", descriptionKey = "afford.quantity")
    private int quantity;

    @Option(names = "--department", paramLabel = "CODE", descriptionKey = "afford.department")
    private @Nullable String department;

    @Option(names = "--minor", descriptionKey = "afford.minor")
    private boolean minor;

    @Option(names = "--online", descriptionKey = "afford.online")
    private boolean online;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private MomentOption on = new MomentOption();

    AffordCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Instant at = on.moment(surroundings).in(ZoneOffset.UTC);
        Spending asked = asked();
        CreditLedger ledger = ledger(at);
        BookingAttempt attempt = BookingAttempt.builder()
                .roles(Set.of(minor ? Role.UNDERAGE_BENEFICIARY : Role.BENEFICIARY))
                .asked(asked)
                .duoOffer(asked.category().duoPossible())
                .ledger(ledger)
                .build();
        Refusal refusal = attempt.refusal(at, Interpretation.SERVER);
        Balance left = (refusal == null ? ledger.with(asked) : ledger).balance(at);
        Refusal byLaw = attempt.refusal(at, Interpretation.LAW);
        surroundings
                .out()
                .println(
                        json ? json(asked, refusal, left, byLaw).toPrettyString() : plain(asked, refusal, left, byLaw));
        return ExitCode.OK;
    }

    private Spending asked() {
        CategoryId id = CategoryId.of(category.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        if (!id.known()) {
            throw FailedException.unusable(surroundings.texts().of("afford.unknown-category", category));
        }
        if (quantity < 1 || quantity > DUO) {
            throw FailedException.unusable(surroundings.texts().of("afford.bad-quantity"));
        }
        return Spending.of(id, euros("--price", price))
                .quantity(quantity)
                .hasUrl(online || id.onlineOnly())
                .build();
    }

    /** What is left is all that is known: what was spent on line is told from what is left of its ceiling. */
    private CreditLedger ledger(Instant at) {
        Price left = euros("--credit", credit);
        Department home = home();
        CreditLedger.Builder ledger = CreditLedger.builder()
                .scheme(Scheme.GRANT_17_18)
                .department(home)
                .expiresAt(Instant.MAX);
        Price ceiling = Ceilings.of(Scheme.GRANT_17_18, left, home, at, Interpretation.SERVER)
                .digital();
        if (digitalLeft == null || ceiling == null) {
            return ledger.amount(left).build();
        }
        Price digital = euros("--digital-left", digitalLeft);
        if (digital.compareTo(ceiling) > 0) {
            throw new EurosOption(surroundings.texts()).tooMuch("--digital-left", ceiling);
        }
        Price spent = ceiling.minus(digital);
        return ledger.amount(left.plus(spent))
                .addSpendings(Spending.of(CategoryId.VOD, spent).hasUrl(true).build())
                .build();
    }

    private @Nullable Department home() {
        if (department == null) {
            return null;
        }
        try {
            return Departments.read(department);
        } catch (NotUnderstoodException noDepartment) {
            throw FailedException.unusable(
                    "--department : " + surroundings.texts().of("rule." + noDepartment.rule()));
        }
    }

    private Price euros(String option, String text) {
        return new EurosOption(surroundings.texts()).read(option, text);
    }

    private String plain(Spending asked, @Nullable Refusal refusal, Balance left, @Nullable Refusal byLaw) {
        Texts texts = surroundings.texts();
        Lines lines = new Lines();
        lines.heading(texts.of(refusal == null ? "afford.yes" : "afford.no"));
        if (refusal != null) {
            lines.line(texts.of("refusal", refusal));
        }
        lines.gap();
        lines.fact(texts.of("afford.cost"), texts.price(asked.cost()));
        lines.fact(texts.of(refusal == null ? "afford.left-after" : "afford.left"), texts.price(left.all()));
        if (left.digital() != null) {
            lines.fact(texts.of("afford.left-digital"), texts.price(left.digital()));
        }
        lines.gap();
        if (asked.quantity() == DUO && refusal == null) {
            lines.line(texts.of("afford.duo"));
        }
        if (refusal != byLaw) {
            lines.line(law(asked.category(), refusal, byLaw));
        }
        lines.line(texts.of("afford.assumes"));
        return lines.toString();
    }

    /** Which of the two says yes, for this category, and why the other does not. */
    private String law(CategoryId id, @Nullable Refusal refusal, @Nullable Refusal byLaw) {
        Texts texts = surroundings.texts();
        if (byLaw == null) {
            return texts.of("afford.law.allows", id.value());
        }
        return texts.of(
                refusal == null ? "afford.law.refuses" : "afford.law.other-reason",
                id.value(),
                texts.of("refusal", byLaw));
    }

    private static ObjectNode json(Spending asked, @Nullable Refusal refusal, Balance left, @Nullable Refusal byLaw) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("affordable", refusal == null)
                .put("refusal", refusal == null ? null : refusal.name())
                .put("costCents", asked.cost().cents())
                .put("leftCents", left.all().cents())
                .put(
                        "digitalLeftCents",
                        left.digital() == null ? null : left.digital().cents())
                .put("lawDiffers", refusal != byLaw)
                .put("lawRefusal", byLaw == null ? null : byLaw.name());
    }
}
