package fr.passerelle.sandbox.http;

/** Answers one call: a function of the call and of the world. Throws {@link Refusal} to respond an error. */
@FunctionalInterface
public interface Handler {

    Response handle(Call call);
}
