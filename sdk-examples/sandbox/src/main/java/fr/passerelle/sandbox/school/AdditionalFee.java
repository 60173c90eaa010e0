package fr.passerelle.sandbox.school;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a school pays on top of the price of the activity.
 *
 * @param type one of {@link #TYPES}
 * @param label what it is for; null but for {@link #OTHER}
 * @param amount euros, in whole cents
 */
public record AdditionalFee(String type, @Nullable String label, BigDecimal amount) {

    /** The type that needs a label, and may come several times under different ones. */
    public static final String OTHER = "OTHER";

    /** Every type, in the programme's order. */
    public static final List<String> TYPES =
            List.of("ACCOMMODATION", "TRAVEL", "MEAL", "CONSUMABLE_ITEMS", "COPYRIGHT", "APPLICATION_FEE", OTHER);
}
