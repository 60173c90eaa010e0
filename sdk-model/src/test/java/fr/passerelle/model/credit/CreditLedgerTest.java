package fr.passerelle.model.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CreditLedgerTest {

    private static final Instant NOW = Instant.parse("2026-02-10T10:00:00Z");
    private static final Instant END = Instant.parse("2029-01-10T11:00:00Z");

    private static CreditLedger.Builder ledger(Scheme scheme, String euros) {
        return CreditLedger.builder()
                .scheme(scheme)
                .amount(Price.euros(euros))
                .expiresAt(END)
                .department(new Department("75"));
    }

    private static Spending.Builder vod(String euros) {
        return Spending.of(CategoryId.VOD, Price.euros(euros)).hasUrl(true);
    }

    private static Spending book(String euros) {
        return Spending.of(CategoryId.LIVRE_PAPIER, Price.euros(euros)).build();
    }

    @Test
    void aBookingTakesFromTheWholeAndFromItsDomain() {
        CreditLedger ledger = ledger(Scheme.GRANT_18_V1, "500")
                .build()
                .with(vod("50").build())
                .with(book("30"));

        assertThat(ledger.balance(NOW))
                .isEqualTo(new Balance(Price.euros("420"), Price.euros("150"), Price.euros("170")));
    }

    @Test
    void noDomainHasMoreThanTheWhole() {
        CreditLedger ledger = ledger(Scheme.GRANT_17_18, "50").build();

        assertThat(ledger.balance(NOW)).isEqualTo(new Balance(Price.euros("50"), Price.euros("50"), null));
    }

    @Test
    void spendingMoreThanTheCreditLeavesNothingRatherThanADebt() {
        CreditLedger ledger =
                ledger(Scheme.GRANT_17_18, "50").build().with(vod("80").build());

        assertThat(ledger.balance(NOW).all()).isEqualTo(Price.FREE);
    }

    @Test
    void refusesGoodsAboveTheirCeilingOfTheFirstCredit() {
        CreditLedger ledger = ledger(Scheme.GRANT_18_V1, "500").build().with(book("190"));

        assertThat(ledger.refusal(book("10.01"), NOW, Interpretation.SERVER)).isEqualTo(Refusal.PHYSICAL_LIMIT);
        assertThat(ledger.canAfford(book("10"), NOW)).isTrue();
    }

    @Test
    void aRecreditRaisesTheWholeButNoDomain() {
        CreditLedger ledger = ledger(Scheme.GRANT_17_18, "50").build().recredited(Price.euros("150"));

        assertThat(ledger.balance(NOW)).isEqualTo(new Balance(Price.euros("200"), Price.euros("100"), null));
    }

    @Test
    void aCancelledBookingComesBackUnlessTheCreditHasEnded() {
        CreditLedger ledger =
                ledger(Scheme.GRANT_17_18, "150").build().with(vod("40").build());

        assertThat(ledger.refund(0, NOW)).isEqualTo(Price.euros("40"));
        assertThat(ledger.refund(0, END)).isEqualTo(Price.FREE);
        assertThat(ledger.cancelled(0).balance(NOW).digital()).isEqualTo(Price.euros("100"));
    }

    @Test
    void aPartialIncidentCountsForItsCorrectedTotal() {
        Spending corrected = vod("95")
                .status(BookingStatus.REIMBURSED)
                .correctedTotal(Price.euros("45"))
                .build();

        assertThat(corrected.counted()).isEqualTo(Price.euros("45"));
        assertThat(corrected.cancelled().counted()).isEqualTo(Price.FREE);
    }

    @Test
    void nothingIsLeftFromTheInstantOfItsEndOn() {
        CreditLedger ledger = ledger(Scheme.GRANT_17_18, "150").build();

        assertThat(ledger.balance(END.minusNanos(1)).all()).isEqualTo(Price.euros("150"));
        assertThat(ledger.balance(END).all()).isEqualTo(Price.FREE);
        assertThat(ledger.refusal(book("0.01"), END, Interpretation.SERVER)).isEqualTo(Refusal.INSUFFICIENT_FUNDS);
        assertThat(ledger.canAfford(book("0"), END)).isTrue();
    }

    @Test
    void theLawLeavesBooksOutOfItsLowerLimit() {
        CreditLedger ledger =
                ledger(Scheme.GRANT_17_18, "150").build().with(vod("50").build());
        Spending ebook = Spending.of(CategoryId.LIVRE_NUMERIQUE, Price.euros("20"))
                .hasUrl(true)
                .build();

        assertThat(ledger.refusal(vod("1").build(), NOW, Interpretation.LAW)).isEqualTo(Refusal.DIGITAL_LIMIT);
        assertThat(ledger.refusal(ebook, NOW, Interpretation.LAW)).isNull();
    }

    @Test
    void startsFromAGrant() {
        Grant grant = Grant.builder()
                .scheme(Scheme.GRANT_18_V1)
                .amount(Price.euros("500"))
                .grantedAt(Instant.parse("2020-02-29T09:00:00Z"))
                .build();

        assertThat(CreditLedger.of(grant).build().expiresAt()).isEqualTo("2022-02-28T09:00:00Z");
    }

    @Test
    void refusesNegativeAmounts() {
        assertThatThrownBy(() -> ledger(Scheme.GRANT_17_18, "-1").build())
                .isInstanceOf(RuleViolationException.class)
                .hasMessage("deposit.amountCents: must be at least 0");
        assertThatThrownBy(() -> vod("-0.01").build())
                .isInstanceOf(RuleViolationException.class)
                .hasMessage("unitPriceCents: must be at least 0");
        assertThatThrownBy(() -> Grant.builder()
                        .scheme(Scheme.GRANT_17_18)
                        .amount(Price.cents(-1))
                        .spent(Price.cents(-1))
                        .grantedAt(NOW)
                        .build())
                .isInstanceOf(RuleViolationException.class)
                .hasMessage("amountCents: must be at least 0; spentCents: must be at least 0");
    }
}
