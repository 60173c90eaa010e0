package fr.passerelle.passculture;

import fr.passerelle.model.collective.CollectiveAction;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.OpenEnum;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.value.Siren;
import fr.passerelle.model.value.Siret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a response tells, accessor by accessor, calculated answers too. Null where the type does not say so
 * is an error, as is whatever an accessor throws.
 */
final class Leaves {

    /** Calculated from fields, so that one wrong field may change several of them. */
    private static final Set<String> CALCULATED = Set.of(
            "Booking.totalPrice",
            "Booking.duo",
            "Booking.confirmed",
            "Booking.used",
            "Booking.cancelled",
            "Booking.mayBeUsed",
            "Booking.mayBeKept",
            "Booking.mayBeCancelledByVendor",
            "AppBooking.status",
            "AppTicket.countermark",
            "Venue.displayName",
            "EventDate.remaining",
            "ProductStock.remaining",
            "CollectiveOfferState.allows",
            "OfferCategory.missing",
            "Category.missing",
            "ProductCategory.missing",
            "OfferCategory.uneditable",
            "Location.violations",
            "CollectiveLocation.violations",
            "Accessibility.missing");

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> types = new TreeSet<>();
    private final Set<String> told = new TreeSet<>();
    private final Set<String> silent = new TreeSet<>();

    /** Walks through a value. */
    static Leaves of(Object value) {
        Leaves leaves = new Leaves();
        leaves.add("", value);
        return leaves;
    }

    /** What was read from one field each, by accessor. */
    Map<String, Object> values() {
        return values;
    }

    /** Simple names of the types on the way. */
    Set<String> types() {
        return types;
    }

    /** Accessors that told something, as {@code Type.accessor}. */
    Set<String> told() {
        return told;
    }

    /** Accessors that told nothing: null, or an empty list. */
    Set<String> silent() {
        return silent;
    }

    private void add(String path, Object value) {
        if (value instanceof OpenEnum word) {
            values.put(path, word.value());
        } else if (value instanceof Siret siret) {
            values.put(path, siret.value());
        } else if (value instanceof Siren siren) {
            values.put(path, siren.value());
        } else if (value instanceof Ean ean) {
            values.put(path, ean.value());
        } else if (value instanceof Capacity capacity) {
            values.put(path, orUnlimited(capacity.count()));
        } else if (value instanceof Remaining remaining) {
            values.put(path, orUnlimited(remaining.count()));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(path + "/" + i, list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, held) -> add(path + "/" + key, held));
        } else if (isLeaf(value)) {
            values.put(path, value);
        } else {
            types.add(value.getClass().getSimpleName());
            accessors(value.getClass()).forEach(accessor -> call(path, accessor, value));
        }
    }

    private static Object orUnlimited(OptionalLong count) {
        return count.isPresent() ? (Object) count.getAsLong() : "unlimited";
    }

    private static boolean isLeaf(Object value) {
        boolean ours = value.getClass().getName().startsWith("fr.passerelle.");
        return !ours || value instanceof Enum<?> || value instanceof Price || value instanceof Countermark;
    }

    /** Those of the public types that a class shows itself as, in a fixed order. */
    private static Stream<Method> accessors(Class<?> type) {
        Stream<Class<?>> shown =
                Modifier.isPublic(type.getModifiers()) ? Stream.of(type) : Arrays.stream(type.getInterfaces());
        return shown.flatMap(one -> Arrays.stream(one.getMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .filter(method -> method.getDeclaringClass().getName().startsWith("fr.passerelle."))
                .filter(method -> !Set.of("toString", "hashCode", "equals").contains(method.getName()))
                .filter(method -> method.getReturnType() != type && arguments(method) != null)
                .sorted(Comparator.comparing(Method::getName));
    }

    private static Object @Nullable [] arguments(Method accessor) {
        List<Class<?>> wanted = List.of(accessor.getParameterTypes());
        if (wanted.isEmpty()) {
            return new Object[0];
        }
        if (wanted.equals(List.of(Instant.class))) {
            return new Object[] {NOW};
        }
        return wanted.equals(List.of(CollectiveAction.class, Instant.class))
                ? new Object[] {CollectiveAction.EDIT_DATES, NOW}
                : null;
    }

    private void call(String path, Method accessor, Object value) {
        String owner = accessor.getDeclaringClass().getSimpleName() + "." + accessor.getName();
        String step = path + "." + accessor.getName();
        Object told = unwrapped(invoke(accessor, value, step));
        if (told == null) {
            boolean allowed = accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)
                    || accessor.getReturnType() == Optional.class;
            if (!allowed) {
                throw new AssertionError(step + " is null");
            }
        }
        boolean something = told != null && !told.equals(List.of()) && !told.equals(Map.of());
        if (something) {
            this.told.add(owner);
        } else if (!CALCULATED.contains(owner)) {
            silent.add(owner);
        }
        if (told != null && !CALCULATED.contains(owner)) {
            add(step, told);
        }
    }

    private static @Nullable Object invoke(Method accessor, Object value, String step) {
        try {
            return accessor.invoke(value, arguments(accessor));
        } catch (InvocationTargetException e) {
            throw new AssertionError(step + " threw", e.getCause());
        } catch (IllegalAccessException e) {
            throw new LinkageError(step, e);
        }
    }

    private static @Nullable Object unwrapped(@Nullable Object told) {
        if (told instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        return told instanceof Stream<?> stream ? stream.toList() : told;
    }
}
