package fr.passerelle.sandbox.junit;

import fr.passerelle.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a sandbox for a test class, empties it before each test, and hands it to every parameter of type
 * {@link Sandbox}:
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class MyShopTest {
 *
 *     @Test
 *     void publishesTheSeason(Sandbox sandbox) {
 *         SandboxProvider me = sandbox.provider();
 *         SandboxVenue hall = sandbox.linkedVenue(me);
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>Works with JUnit Jupiter 5.12 and newer, and with 6. Nested classes share the sandbox of their outer class. Tests
 * of one class must not run in parallel.
 */
public final class SandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (find(context) == null) {
            context.getStore(NAMESPACE).put(Sandbox.class, Sandbox.start());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        sandbox(context).reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // Removes only what this very context put: a nested class leaves the outer sandbox running.
        Sandbox own = context.getStore(NAMESPACE).remove(Sandbox.class, Sandbox.class);
        if (own != null) {
            own.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox(context);
    }

    private static @Nullable Sandbox find(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Sandbox.class, Sandbox.class);
    }

    private static Sandbox sandbox(ExtensionContext context) {
        Sandbox sandbox = find(context);
        if (sandbox == null) {
            throw new IllegalStateException("SandboxExtension must be registered on the class, or be a static field");
        }
        return sandbox;
    }
}
