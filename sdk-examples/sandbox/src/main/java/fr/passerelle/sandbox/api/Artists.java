package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The artists of a live-music event, as an edit sends them: each by what music platforms call them. */
final class Artists {

    static final String FIELD = "artists";

    private static final List<String> PLATFORM_IDS =
            List.of("isniId", "spotifyId", "deezerId", "appleMusicId", "geniusId", "soundcloudId");

    static final Type LIST = Types.list(artist());

    private Artists() {}

    private static Schema artist() {
        Schema schema = Schema.strict(Dialect.V1).required("artistType", Types.member(List.of("author", "performer")));
        for (String id : PLATFORM_IDS) {
            schema = schema.nullable(id, Types.text());
        }
        return schema.coherent(Artists::idProblem);
    }

    private static @Nullable String idProblem(Form artist) {
        return PLATFORM_IDS.stream().allMatch(id -> artist.text(id, "").isEmpty())
                ? "At least one of " + PLATFORM_IDS + " is required"
                : null;
    }
}
