package fr.passerelle.model.invitation;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.value.OpenEnum;
import fr.passerelle.model.value.Price;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What several drafts of this package share. Every check is silent about what is missing. */
final class InvitationRules {

    /** Longest reference of the sender's own, in characters. */
    static final int MAX_REF = 70;

    /** Longest title or name of an organisation, in characters. */
    static final int MAX_TITLE = 140;

    /** Longest free text, in characters. */
    static final int MAX_NOTE = 500;

    /** Most places of one group, one hold or one wish. */
    static final int MAX_GROUP = 200;

    private static final Pattern POSTAL_CODE = Pattern.compile("(?:0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}");

    /** The written form of a reference: it stands in addresses of calls. */
    private static final Pattern REF = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]*");

    private static final Pattern DEPARTMENT =
            Pattern.compile("0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5]|97[1-8]|98[46-9]");

    private InvitationRules() {}

    /** A reference: letters without accents, digits, {@code . _ ~ -}, and a letter or digit first. */
    static void ref(RuleCheck check, String path, @Nullable String ref) {
        check.text(path, ref, 1, MAX_REF);
        boolean written = ref == null || ref.isEmpty() || REF.matcher(ref).matches();
        check.require(written, path, RuleCode.BAD_REFERENCE);
    }

    /** A line of text that is not blank. */
    static void line(RuleCheck check, String path, @Nullable String text, int max) {
        // All that is kept counts, spaces around it too; spaces alone are nothing.
        check.text(path, text != null && text.isBlank() ? "" : text, 1, max);
    }

    static void note(RuleCheck check, @Nullable String note) {
        check.text("note", note, 0, MAX_NOTE);
    }

    static void postalCode(RuleCheck check, String path, @Nullable String code) {
        check.require(code == null || POSTAL_CODE.matcher(code).matches(), path, RuleCode.BAD_POSTAL_CODE);
    }

    static void department(RuleCheck check, String path, @Nullable String code) {
        check.require(code == null || DEPARTMENT.matcher(code).matches(), path, RuleCode.UNKNOWN_DEPARTMENT);
    }

    static void range(RuleCheck check, String path, @Nullable Integer value, int min, int max) {
        check.range(path, value == null ? null : value.longValue(), min, max);
    }

    static void price(RuleCheck check, String path, @Nullable Price price, Price max) {
        check.range(path, price == null ? null : price.cents(), 0, max.cents());
    }

    static void known(RuleCheck check, String path, @Nullable OpenEnum word) {
        check.require(word == null || word.known(), path, RuleCode.UNKNOWN_VALUE);
    }

    static void known(RuleCheck check, String path, Collection<? extends OpenEnum> words) {
        check.require(words.stream().allMatch(OpenEnum::known), path, RuleCode.UNKNOWN_VALUE);
    }
}
