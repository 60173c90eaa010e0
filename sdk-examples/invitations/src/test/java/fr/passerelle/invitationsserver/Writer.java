package fr.passerelle.invitationsserver;

import org.jspecify.annotations.Nullable;

/** Writes for the people of a {@link SmallSeason}, each with its key. */
interface Writer {

    SmallSeason season();

    /** Whether it has for itself what can be done only once. */
    default boolean isFirst() {
        return true;
    }

    /** Sends with one of the season's keys. */
    Api.Result send(String secret, String method, String path, @Nullable Object body);

    default Api.Result operator(String method, String path, @Nullable Object body) {
        return send(season().operatorKey(), method, path, body);
    }

    default Api.Result theatre(String method, String path, @Nullable Object body) {
        return send(season().theatreKey(), method, path, body);
    }

    default Api.Result home(String method, String path, @Nullable Object body) {
        return send(season().homeKey(), method, path, body);
    }
}
