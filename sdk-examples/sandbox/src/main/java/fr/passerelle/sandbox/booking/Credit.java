package fr.passerelle.sandbox.booking;

import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.credit.CreditLedger;
import fr.passerelle.model.credit.Department;
import fr.passerelle.model.credit.ExpiryRule;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.Role;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.credit.Spending;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.Price;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person may book and pay (rule book 3.2, 3.3). The control plane gives people an age and a credit but neither
 * role nor kind of credit, so these two follow from the former; whoever is of age has done the adult steps. Read under
 * the world's lock.
 */
public final class Credit {

    private static final int FIRST_AGE = 15;
    private static final int CREDIT_AGE = 17;
    private static final int ADULT_AGE = 18;

    private Credit() {}

    /** The role of a person at an instant; none for whoever is no beneficiary. */
    public static Set<Role> roles(Beneficiary person, Instant at) {
        if (hasTurned(ADULT_AGE, person, at)) {
            return Set.of(Role.BENEFICIARY);
        }
        if (!hasTurned(FIRST_AGE, person, at)) {
            return Set.of();
        }
        boolean priced = hasTurned(CREDIT_AGE, person, at) || person.credit > 0;
        return Set.of(priced ? Role.UNDERAGE_BENEFICIARY : Role.FREE_BENEFICIARY);
    }

    /** A person's credit with what was spent of it; null for whoever is no beneficiary. */
    public static @Nullable CreditLedger ledger(Beneficiary person, World world) {
        Instant now = world.now();
        if (roles(person, now).isEmpty()) {
            return null;
        }
        Scheme scheme = scheme(person, now);
        CreditLedger.Builder ledger = CreditLedger.builder()
                .scheme(scheme)
                .amount(Price.cents(person.credit))
                .expiresAt(end(person, scheme))
                .department(department(person));
        // Bookings made by the control plane are not charged.
        world.bookings.all().stream()
                .filter(booking -> booking.beneficiary == person && booking.charged)
                .forEach(booking -> ledger.addSpendings(spending(booking)));
        return ledger.build();
    }

    /** What places of a stock take from a credit. */
    public static Spending.Builder spending(Stock stock, int price, int quantity) {
        return Spending.of(CategoryId.of(stock.offer.category), Price.cents(price))
                .hasUrl(stock.offer.url != null)
                .quantity(quantity);
    }

    private static Spending spending(Booking booking) {
        return spending(booking.stock, booking.price, booking.quantity)
                .status(status(booking))
                .build();
    }

    /** The state of a booking, as the rules name it. */
    public static BookingStatus status(Booking booking) {
        return BookingStatus.of(booking.status.name());
    }

    private static Scheme scheme(Beneficiary person, Instant at) {
        if (hasTurned(CREDIT_AGE, person, at)) {
            return Scheme.GRANT_17_18;
        }
        return person.credit > 0 ? Scheme.GRANT_15_17 : Scheme.GRANT_FREE;
    }

    /** Somebody whom the control plane gave a credit when it should have been over keeps it. */
    private static Instant end(Beneficiary person, Scheme scheme) {
        Instant granted = person.created;
        Instant end = ExpiryRule.of(scheme, granted).expiry(person.birthDate, granted, Interpretation.SERVER);
        return end.isAfter(granted) ? end : Instant.MAX;
    }

    private static @Nullable Department department(Beneficiary person) {
        String postalCode = person.postalCode;
        return postalCode == null || Department.problemOfPostalCode(postalCode) != null
                ? null
                : Department.ofPostalCode(postalCode);
    }

    private static boolean hasTurned(int age, Beneficiary person, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return !Interpretation.SERVER.birthday(person.birthDate, age).isAfter(today);
    }
}
