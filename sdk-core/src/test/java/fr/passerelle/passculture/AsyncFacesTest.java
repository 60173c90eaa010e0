package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitations.AvailabilitySearch;
import fr.passerelle.invitations.InvitationsClient;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation has a way by futures. */
class AsyncFacesTest {

    /** What sends nothing. */
    private static final Set<String> NO_OPERATION = Set.of("with", "async", "close", "toString", "cachedFor");

    static Stream<Method> operations() {
        Stream<Class<?>> resources = Stream.of(PassCultureClient.class, InvitationsClient.class)
                .flatMap(client -> Arrays.stream(client.getMethods())
                        .map(Method::getReturnType)
                        .filter(type -> type.getPackage() == client.getPackage())
                        .filter(type -> !type.getName().contains("$")));
        Stream<Class<?>> nested = Stream.of(
                Dates.class,
                PriceCategories.class,
                EanProducts.class,
                BeneficiaryClient.class,
                AvailabilitySearch.class);
        return Stream.concat(resources, nested)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !NO_OPERATION.contains(method.getName()))
                .filter(method -> !hasAsync(method.getReturnType()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hasAFuture(Method operation) throws ClassNotFoundException {
        Class<?> async = Class.forName(operation.getDeclaringClass().getName() + "$Async");

        // One with more parameters takes what the shorter ones leave out.
        assertThat(Arrays.stream(async.getDeclaredMethods())
                        .filter(method -> method.getName().equals(operation.getName()))
                        .filter(method -> method.getParameterCount() >= operation.getParameterCount())
                        .filter(method -> method.getReturnType() == CompletableFuture.class))
                .isNotEmpty();
    }

    @Test
    void allResourcesAreLookedAt() {
        assertThat(operations().map(Method::getDeclaringClass).distinct()).hasSizeGreaterThan(33);
        assertThat(operations()).hasSizeGreaterThan(110);
    }

    private static boolean hasAsync(Class<?> type) {
        return Arrays.stream(type.getDeclaredClasses())
                .anyMatch(nested -> nested.getSimpleName().equals("Async"));
    }
}
