package fr.passerelle.internal.call;

import fr.passerelle.internal.base.HeaderRules;
import fr.passerelle.internal.endpoint.Endpoint;
import org.jspecify.annotations.Nullable;

/** A person's tokens, while signed in. Safe for use by several threads; changes come one after another. */
public final class Session {

    /**
     * What signing in gives.
     *
     * @param access proves who calls, for some minutes
     * @param refresh gets other tokens; null if there is none
     * @param signIn counts who signs in: tokens that are renewed keep it
     */
    record Tokens(String access, @Nullable String refresh, long signIn) {
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

    /** Told of what becomes of the tokens, one call after another and before anything is sent with new ones. */
    public interface Keeper {

        /** From now on these count, and those before do not. */
        void keep(String access, String refresh);

        /** None counts any more. */
        void forget();
    }

    private final Keeper keeper;
    private volatile @Nullable Tokens tokens;
    private long signIns;

    /** With nobody signed in. */
    public Session(Keeper keeper) {
        this.keeper = keeper;
    }

    /**
     * Calls in the name of a person who signed in before; the keeper has these tokens.
     *
     * @throws IllegalArgumentException if one of them is blank or holds what no HTTP header may carry
     */
    public synchronized void resume(String access, @Nullable String refresh) {
        tokens = new Tokens(access, refresh, ++signIns);
    }

    /**
     * Calls in the name of the person whose tokens these are, from now on.
     *
     * @throws IllegalArgumentException if one of them is blank or holds what no HTTP header may carry
     */
    public synchronized void open(String access, String refresh) {
        resume(access, refresh);
        keeper.keep(access, refresh);
    }

    /**
     * Replaces tokens by those that were got for them; does nothing if others are in use by now.
     *
     * @throws IllegalArgumentException if one of them is blank or holds what no HTTP header may carry
     */
    synchronized void renew(Tokens used, String access, String refresh) {
        Tokens renewed = new Tokens(access, refresh, used.signIn());
        if (used.equals(tokens)) {
            tokens = renewed;
            keeper.keep(access, refresh);
        }
    }

    /** These tokens get no others any more; does nothing if others are in use by now. */
    synchronized void refuse(Tokens used) {
        if (used.equals(tokens)) {
            tokens = new Tokens(used.access(), null, used.signIn());
            keeper.forget();
        }
    }

    /** The person has signed out: forgets the tokens, and has them forgotten. */
    public synchronized void signOut() {
        tokens = null;
        keeper.forget();
    }

    /** Forgets the person here, whose tokens still count. */
    public synchronized void end() {
        tokens = null;
    }

    /** Not under the lock: the keeper may be at work, and may itself be calling. */
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
