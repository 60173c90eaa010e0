package fr.passerelle.internal.call;

import fr.passerelle.client.RawAnswer;

/** One layer of the stack: takes a call, does its one thing, and hands it to the next. */
@FunctionalInterface
public interface Channel {

    /**
     * Gets an answer of any status.
     *
     * @throws fr.passerelle.client.error.PassCultureException if there is none
     */
    RawAnswer send(Call call);
}
