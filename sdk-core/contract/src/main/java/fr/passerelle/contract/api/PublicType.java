package fr.passerelle.contract.api;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what users see of a type. Members that come from supertypes which users cannot name, such as those of
 * generated builders, stand under the type itself. A question mark after a type says that null is allowed.
 */
final class PublicType {

    private static final int TOLD = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT;

    private final Class<?> type;

    private PublicType(Class<?> type) {
        this.type = type;
    }

    static Stream<String> lines(Class<?> type) {
        PublicType told = new PublicType(type);
        return Stream.concat(Stream.of(told.header()), told.members().distinct());
    }

    private String header() {
        List<Type> supertypes = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .filter(parent -> !(parent instanceof Class<?> named) || SdkModule.isVisible(named))
                .filter(parent -> parent != Object.class)
                .toList();
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        int modifiers =
                type.isInterface() || type.isEnum() ? type.getModifiers() & Modifier.STATIC : type.getModifiers();
        return words(
                type.getTypeName(),
                type.isSealed() ? "sealed" : "",
                Modifier.toString(modifiers & (TOLD | Modifier.FINAL)),
                kind + parameters(type),
                supertypes.isEmpty() ? "" : ": " + names(supertypes));
    }

    private Stream<String> members() {
        return declaring().stream()
                .flatMap(owner -> Stream.of(
                                Arrays.stream(owner.getDeclaredFields())
                                        .filter(this::isTold)
                                        .map(this::line),
                                Arrays.stream(owner == type ? owner.getDeclaredConstructors() : new Constructor<?>[0])
                                        .filter(this::isTold)
                                        .map(made -> line(made, "new", "")),
                                Arrays.stream(owner.getDeclaredMethods())
                                        .filter(this::isTold)
                                        .map(method ->
                                                line(method, method.getName(), type(method.getAnnotatedReturnType()))))
                        .flatMap(Function.identity()));
    }

    /** The type, and all above it that users cannot name. */
    private Set<Class<?>> declaring() {
        Set<Class<?>> declaring = new LinkedHashSet<>();
        collect(type, declaring);
        return declaring;
    }

    private static void collect(Class<?> from, Set<Class<?>> declaring) {
        declaring.add(from);
        Stream.concat(Stream.ofNullable(from.getSuperclass()), Arrays.stream(from.getInterfaces()))
                .filter(parent -> !SdkModule.isVisible(parent))
                .forEach(parent -> collect(parent, declaring));
    }

    /** Nobody sees what is protected in a final class. */
    private boolean isTold(Member member) {
        int modifiers = member.getModifiers();
        boolean inherited = Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers());
        return !member.isSynthetic() && (Modifier.isPublic(modifiers) || inherited);
    }

    private String line(Field field) {
        return words(
                type.getTypeName() + "#" + field.getName() + ":",
                Modifier.toString(field.getModifiers() & (TOLD | Modifier.FINAL)),
                type(field.getAnnotatedType()));
    }

    private String line(Executable member, String name, String result) {
        String given = Arrays.stream(member.getAnnotatedParameterTypes())
                .map(PublicType::type)
                .collect(Collectors.joining(", "));
        Type[] thrown = member.getGenericExceptionTypes();
        return words(
                type.getTypeName() + "#" + name + "(" + given + "):",
                Modifier.toString(member.getModifiers() & TOLD),
                member instanceof Method method && method.isDefault() ? "default" : "",
                parameters(member),
                result,
                thrown.length == 0 ? "" : "throws " + names(List.of(thrown)));
    }

    private static String parameters(GenericDeclaration declaration) {
        String parameters = Arrays.stream(declaration.getTypeParameters())
                .map(parameter -> parameter.getBounds()[0] == Object.class
                        ? parameter.getName()
                        : parameter.getName() + " extends " + names(List.of(parameter.getBounds())))
                .collect(Collectors.joining(", "));
        return parameters.isEmpty() ? "" : "<" + parameters + ">";
    }

    private static String type(AnnotatedType annotated) {
        return annotated.getType().getTypeName() + (annotated.isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    private static String names(List<Type> types) {
        return types.stream().map(Type::getTypeName).collect(Collectors.joining(", "));
    }

    private static String words(String... words) {
        return Arrays.stream(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
