package fr.passerelle.internal.call;

import fr.passerelle.internal.base.HeaderRules;
import fr.passerelle.internal.endpoint.Endpoint;
import org.jspecify.annotations.Nullable;

/** A person's tokens, while signed in. Safe for use by several threads. */
public final class Session {

    /**
     * What signing in gives.
     *
     * @param access proves who calls, for some minutes
     * @param refresh gets another access token; null if there is none
     */
    record Tokens(String access, @Nullable String refresh) {
        Tokens {
            HeaderRules.checkToken("accessToken", access);
            if (refresh != null) {
                HeaderRules.checkToken("refreshToken", refresh);
            }
        }

        @Override
        public String toString() {
            return "Tokens[redacted]";
        }
    }

    private volatile @Nullable Tokens tokens;

    /**
     * Calls in the name of the person whose tokens these are, from now on.
     *
     * @throws IllegalArgumentException if one of them is blank or holds what no HTTP header may carry
     */
    public void open(String access, @Nullable String refresh) {
        tokens = new Tokens(access, refresh);
    }

    /** Forgets the person. */
    public void end() {
        tokens = null;
    }

    @Nullable
    Tokens tokens() {
        return tokens;
    }

    /** Whether an operation is for the person only. */
    static boolean guards(Endpoint endpoint) {
        return endpoint.access() != Endpoint.Access.ANYBODY;
    }

    /**
     * What an operation is called with; null for nothing.
     *
     * @throws IllegalStateException if nobody is signed in and the operation needs somebody
     */
    public @Nullable String bearer(Endpoint endpoint) {
        if (!guards(endpoint)) {
            return null;
        }
        Tokens now = tokens;
        if (now == null) {
            throw new NobodySignedInException();
        }
        return endpoint.access() == Endpoint.Access.RENEWAL ? now.refresh() : now.access();
    }
}
