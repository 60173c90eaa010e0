package fr.passerelle.sandbox.http;

/** Answers one call: a function of the call and of the world. Throws {@link Refusal} to answer an error. */
@FunctionalInterface
public interface Handler {

    Answer handle(Call call);
}
