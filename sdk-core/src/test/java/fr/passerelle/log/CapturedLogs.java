package fr.passerelle.log;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** The tests' SLF4J provider: every level is on, and all lines are kept. */
public final class CapturedLogs implements SLF4JServiceProvider {

    private static final Queue<Line> LINES = new ConcurrentLinkedQueue<>();

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new NOPMDCAdapter();

    /** A line, with the stack trace's texts, and what was thrown. */
    public record Line(
            String logger,
            Level level,
            String text,
            @Nullable Throwable failure) {}

    /** Everything logged so far, by anybody. */
    public static List<Line> lines() {
        return List.copyOf(LINES);
    }

    /** Everything our own packages logged so far. */
    public static List<Line> ours() {
        return LINES.stream()
                .filter(line -> line.logger().startsWith("fr.passerelle"))
                .toList();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        // ArchUnit traces every byte code it reads.
        return name -> name.startsWith("com.tngtech") ? NOPLogger.NOP_LOGGER : new CapturingLogger(name);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class CapturingLogger extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        CapturingLogger(String name) {
            this.name = name;
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String message,
                Object @Nullable [] arguments,
                @Nullable Throwable failure) {
            StringBuilder text = new StringBuilder(MessageFormatter.basicArrayFormat(message, arguments));
            for (Throwable at = failure; at != null; at = at.getCause()) {
                text.append(" / ").append(at);
            }
            LINES.add(new Line(name, level, text.toString(), failure));
        }
    }
}
