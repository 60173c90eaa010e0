package fr.passerelle.sandbox.state;

import org.jspecify.annotations.Nullable;

/** Who is welcome; null where nobody has said. */
public record Accessibility(
        @Nullable Boolean audio,
        @Nullable Boolean mental,
        @Nullable Boolean motor,
        @Nullable Boolean visual) {

    public static final Accessibility NONE = new Accessibility(false, false, false, false);
}
