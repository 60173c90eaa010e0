package fr.passerelle.passculture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Checks a comparison by changing one field of what was sent after the other. */
final class FieldsThatCount {

    private FieldsThatCount() {}

    /**
     * Checks that a draft or patch is shown, and that it is not once any of its fields is another. A draft that gets a
     * new field fails here until somebody says what another value of it is.
     *
     * @param same all fields as they are shown
     * @param changed by the field that differs from what is shown; a part of a field after a point
     */
    static <T> void check(T same, Predicate<T> shown, Map<String, T> changed) {
        assertThat(same).as("all fields as they are shown").matches(shown);
        changed.forEach((field, other) ->
                assertThat(shown.test(other)).as("shown with another %s", field).isFalse());
        assertThat(changed.keySet().stream().map(field -> field.split("\\.", 2)[0]))
                .as("fields that are changed one by one")
                .containsAll(fields(same));
    }

    /** The attributes of a generated class. */
    private static Set<String> fields(Object made) {
        return Arrays.stream(made.getClass().getDeclaredFields())
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .map(Field::getName)
                .collect(toSet());
    }
}
