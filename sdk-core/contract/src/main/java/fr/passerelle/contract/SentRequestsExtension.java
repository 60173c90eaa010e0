package fr.passerelle.contract;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Fails each test that has sent what the documents forbid, and counts at the end. JUnit finds it by itself. */
public final class SentRequestsExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(SentRequestsExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        // The root's store is closed when the last test has run.
        context.getRoot().getStore(NAMESPACE).computeIfAbsent(Summary.class, key -> new Summary(), Summary.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional<SendsNonsense> declared =
                context.getTestMethod().map(method -> method.getAnnotation(SendsNonsense.class));
        List<String> problems = SentRequests.problems();
        if (declared.isEmpty()) {
            refuse(problems);
        } else if (problems.isEmpty()) {
            throw new AssertionError("declared to send nonsense, and sends none: "
                    + declared.get().value());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        refuse(SentRequests.problems());
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new AssertionError("sent what the programme's documents forbid:\n" + String.join("\n", problems));
        }
    }

    private record Summary() implements AutoCloseable {
        @Override
        public void close() {
            if (SentRequests.count() > 0) {
                System.getLogger(SentRequests.class.getName()).log(Level.INFO, SentRequests.summary());
            }
        }
    }
}
