package fr.passerelle.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For a test that sends, on purpose, what the programme's documents forbid; one that does not any more fails. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SendsNonsense {

    /** Why. */
    String value();
}
