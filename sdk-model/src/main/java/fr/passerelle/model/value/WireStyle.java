package fr.passerelle.model.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables makes what we send: the generated class stays hidden, and its builder checks nothing, so that our own
 * {@code @Value.Check} can report a missing field together with every other violation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        defaults = @Value.Immutable(copy = false),
        validationMethod = Value.Style.ValidationMethod.NONE)
public @interface WireStyle {}
