package fr.passerelle.internal.call;

import java.util.concurrent.CompletableFuture;

/**
 * One layer of the stack: takes a call, does its one thing, and hands it to the next. A layer runs on its operation's
 * thread, the caller's own for a blocking call, and never holds it up to wait.
 */
public interface Channel {

    /**
     * Makes the call.
     *
     * @return what the call's reader makes of a response; or failed, with a {@link fr.passerelle.error.CallException}
     *     for all that a network, a server or a user's callback can do
     */
    <T> CompletableFuture<T> send(Call<T> call);
}
