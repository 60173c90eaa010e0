package fr.passerelle.model.offer.cinema;

import fr.passerelle.model.rule.RuleCheck;
import org.jspecify.annotations.Nullable;

/** Rules that the drafts of a cinema's programme share. The server drops blanks around a text before it looks. */
final class CinemaRules {

    /** Longest name that a vendor gives a session or a price. */
    private static final int MAX_ID_AT_PROVIDER = 70;

    private CinemaRules() {}

    static void id(RuleCheck check, String path, @Nullable String id) {
        check.required(path, id).text(path, strip(id), 1, MAX_ID_AT_PROVIDER);
    }

    static @Nullable String strip(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
