package fr.passerelle.ticketing;

import fr.passerelle.ticketing.SigningKeys.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A message's way: from its bytes through signature, document and handler to the response. Never throws. */
final class MessageReceiver {

    private static final Verdict KEYS_HANG = new Verdict(null, DeskOutcome.KEYS_UNAVAILABLE);

    private final SigningKeys keys;
    private final DeskHandlers handlers;
    private final DeskListeners listeners;
    private final Executor executor;
    private final DeskTime time;
    private final long deadlineNanos;
    private final int maxBodyBytes;
    private volatile boolean closed;

    MessageReceiver(
            SigningKeys keys,
            DeskHandlers handlers,
            DeskListeners listeners,
            Executor executor,
            DeskTime time,
            long deadlineNanos,
            int maxBodyBytes) {
        this.keys = keys;
        this.handlers = handlers;
        this.listeners = listeners;
        this.executor = executor;
        this.time = time;
        this.deadlineNanos = deadlineNanos;
        this.maxBodyBytes = maxBodyBytes;
    }

    /** Waits on the calling thread. */
    DeskResponse receive(@Nullable String signatureHeader, byte @Nullable [] rawBody) {
        Reception reception = new Reception(time.nanos());
        try {
            SignedDocument document = SignedDocument.read(signatureHeader, rawBody, maxBodyBytes);
            CompletableFuture<Verdict> verdict = keys.check(document);
            if (!verdict.isDone()) {
                time.await(verdict, deadlineNanos);
            }
            return reception.over(
                    reception.call(document, verdict.getNow(KEYS_HANG)).response());
        } catch (Throwable failure) {
            return reception.failed(failure);
        }
    }

    /** Waits on no thread. */
    CompletionStage<DeskResponse> receiveAsync(@Nullable String signatureHeader, byte @Nullable [] rawBody) {
        Reception reception = new Reception(time.nanos());
        CompletableFuture<DeskResponse> response;
        try {
            SignedDocument document = SignedDocument.read(signatureHeader, rawBody, maxBodyBytes);
            response = keys.check(document).thenCompose(verdict -> reception.later(document, verdict));
        } catch (Throwable failure) {
            response = CompletableFuture.failedFuture(failure);
        }
        return response.handle((given, failure) -> failure == null ? reception.over(given) : reception.failed(failure))
                .minimalCompletionStage();
    }

    /** Calls no handler any more. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** One message, from when it came to its response. */
    private final class Reception {

        private final long start;
        private @Nullable String key;
        private DeskListener.@Nullable Kind kind;

        Reception(long start) {
            this.start = start;
        }

        HandlerCall call(SignedDocument document, Verdict verdict) throws RefusedMessageException {
            key = verdict.keyOrRefuse();
            Message message = MessageDecoder.decode(document.text());
            kind = message.kind();
            HandlerCall.Work work = handlers.workFor(message);
            if (closed) {
                throw new RefusedMessageException(DeskOutcome.CLOSED);
            }
            return new HandlerCall(message, work, executor, listeners, start + deadlineNanos, time);
        }

        CompletableFuture<DeskResponse> later(SignedDocument document, Verdict verdict) {
            try {
                return call(document, verdict).responseLater();
            } catch (Throwable failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }

        DeskResponse over(DeskResponse response) {
            listeners.responded(kind, response.outcome(), key, time.nanos() - start);
            return response;
        }

        /** Before any handler was called. */
        DeskResponse failed(Throwable failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof RefusedMessageException refused) {
                return over(refused.outcome().response());
            }
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                return over(DeskOutcome.INTERRUPTED.response());
            }
            listeners.readingFailure(cause); // a machine without memory, or a provider of Macs
            return over(DeskOutcome.HANDLER_FAILED.response());
        }
    }
}
