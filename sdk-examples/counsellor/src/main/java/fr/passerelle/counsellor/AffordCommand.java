package fr.passerelle.counsellor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
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
import fr.passerelle.model.rule.RuleViolationException;
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

    /** Far more than any credit or price; keeps sums away from overflow. */
    private static final Price MOST = Price.cents(1_000_000);

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
        boolean lawDiffers = refusal != attempt.refusal(at, Interpretation.LAW);
        surroundings
                .out()
                .println(
                        json
                                ? json(asked, refusal, left, lawDiffers).toPrettyString()
                                : plain(asked, refusal, left, lawDiffers));
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
        Department home = department == null ? null : new Department(department.toUpperCase(Locale.ROOT));
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
            throw FailedException.unusable(tooMuch("--digital-left", ceiling));
        }
        Price spent = ceiling.minus(digital);
        return ledger.amount(left.plus(spent))
                .addSpendings(Spending.of(CategoryId.VOD, spent).hasUrl(true).build())
                .build();
    }

    private Price euros(String option, String text) {
        Price price;
        try {
            price = Price.euros(text.replace("€", "").replace(',', '.').strip());
        } catch (RuleViolationException noAmount) {
            throw FailedException.unusable(surroundings.texts().of("afford.bad-amount", option));
        }
        if (price.compareTo(Price.FREE) < 0 || price.compareTo(MOST) > 0) {
            throw FailedException.unusable(tooMuch(option, MOST));
        }
        return price;
    }

    private String tooMuch(String option, Price most) {
        Texts texts = surroundings.texts();
        return texts.of("afford.out-of-range", option, texts.price(most));
    }

    private String plain(Spending asked, @Nullable Refusal refusal, Balance left, boolean lawDiffers) {
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
        if (lawDiffers) {
            lines.line(texts.of("afford.law"));
        }
        lines.line(texts.of("afford.assumes"));
        return lines.toString();
    }

    private static ObjectNode json(Spending asked, @Nullable Refusal refusal, Balance left, boolean lawDiffers) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("affordable", refusal == null)
                .put("refusal", refusal == null ? null : refusal.name())
                .put("costCents", asked.cost().cents())
                .put("leftCents", left.all().cents())
                .put(
                        "digitalLeftCents",
                        left.digital() == null ? null : left.digital().cents())
                .put("lawDiffers", lawDiffers);
    }
}
