package fr.passerelle.ticketing;

import fr.passerelle.internal.base.ClientRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's side of real-time ticketing: takes the messages that the programme sends when somebody books, cancels or
 * has booked, and gives what to respond. Knows no web framework; hand it the header and the <em>raw</em> body.
 *
 * <pre>{@code
 * var desk = TicketingDesk.builder().hmacKey(key)
 *         .onBooking(booking -> seats.tryHold(booking))         // tickets(...) | soldOut() | notEnoughSeats(1)
 *         .onCancellation(barcodes -> seats.release(barcodes))  // unknown barcodes are fine
 *         .onNotification(notice -> ledger.record(notice))
 *         .build();
 * }</pre>
 *
 * In a servlet:
 *
 * <pre>{@code
 * protected void doPost(HttpServletRequest request, HttpServletResponse http) throws IOException {
 *     DeskResponse response = desk.receive(
 *             request.getHeader(TicketingDesk.SIGNATURE_HEADER), request.getInputStream().readAllBytes());
 *     http.setStatus(response.status());
 *     http.setContentType(response.contentType());
 *     http.getWriter().write(response.body());
 * }
 * }</pre>
 *
 * In a Spring controller, where {@code byte[]} keeps Spring from parsing the body:
 *
 * <pre>{@code
 * @PostMapping("/passculture")
 * ResponseEntity<String> receive(
 *         @RequestHeader(name = TicketingDesk.SIGNATURE_HEADER, required = false) String signature,
 *         @RequestBody(required = false) byte[] body) {
 *     DeskResponse response = desk.receive(signature, body);
 *     return ResponseEntity.status(response.status()).contentType(APPLICATION_JSON).body(response.body());
 * }
 * }</pre>
 *
 * <p>Handlers run on threads that all desks of the process share, under a deadline: what the caller's thread carries (a
 * transaction, a security context) is not there. Messages carry no time and no id, so an old one can be replayed by
 * whoever recorded it: mount the desk behind TLS only, and give it a {@link TicketLedger}. Safe for use by many
 * threads.
 */
public final class TicketingDesk implements AutoCloseable {

    /** The header that holds the signature. */
    public static final String SIGNATURE_HEADER = "PassCulture-Signature";

    /** The server gives up after 8 to 10 seconds (reference 9.3); this leaves room for the network. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(6);

    /** Far more than any real message, which has about one kilobyte: 1 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 1 << 20;

    private static final long LONGEST_KEY_WAIT = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final Executor executor;

    /** A supplier of keys that hangs takes no thread from handlers. */
    private final Executor keyExecutor;

    private final long deadlineNanos;
    private final MessageReceiver receiver;

    private TicketingDesk(Builder builder) {
        this.name = builder.name;
        this.executor = builder.executor != null ? builder.executor : HandlerThreads.SHARED.lane(builder.threads);
        this.keyExecutor =
                builder.keyExecutor != null ? builder.keyExecutor : HandlerThreads.SHARED.lane(KeyQuestions.MOST_LOST);
        this.deadlineNanos = builder.deadline.toNanos();
        DeskTime time = builder.time;
        DeskListeners listeners = new DeskListeners(
                name,
                List.copyOf(builder.listeners),
                builder.onRefusal,
                builder.onHandlerFailure,
                new DeskWarnings(name, time::nanos));
        HandlerTimer timer = new HandlerTimer(listeners, time);
        DeskHandlers handlers = new DeskHandlers(
                timer.ofBookings(builder.onBooking),
                timer.ofCancellations(builder.onCancellation),
                timer.ofNotifications(builder.onNotification),
                builder.onUndo,
                builder.ledger == null ? null : new LedgeredSales(builder.ledger, builder.attempts, listeners));
        SigningKeys keys = builder.suppliedKeys == null
                ? SigningKeys.fixed(HmacKey.ring(builder.hmacKeys))
                : new SuppliedKeys(
                        new KeyQuestions(
                                builder.suppliedKeys,
                                keyExecutor,
                                time,
                                listeners,
                                Math.min(LONGEST_KEY_WAIT, deadlineNanos / 4)),
                        time);
        this.receiver =
                new MessageReceiver(keys, handlers, listeners, executor, time, deadlineNanos, builder.maxBodyBytes);
    }

    /** Starts a desk; it needs at least a key. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A message as the programme would send it, for a vendor's own tests.
     *
     * @param hmacKey a key of the desk under test
     * @param innerJson the document, for instance one of {@link SampleMessages}
     * @throws IllegalArgumentException if the key is blank, or the document has lone surrogates
     */
    public static SignedMessage sign(String hmacKey, String innerJson) {
        return new SignedMessage(hmacKey, innerJson);
    }

    /**
     * Verifies, decodes and handles one message. Never throws: whatever is wrong becomes a refusal, which tells the
     * programme that nothing was done.
     *
     * <p>That holds for everything that handlers, the undo handler, the ledger, listeners and the executor throw, each
     * {@link Error} included, {@link VirtualMachineError} and {@code ThreadDeath} too: as with
     * {@link java.util.concurrent.FutureTask}, {@link java.util.concurrent.CompletableFuture} and the event loops of
     * Netty, what a task throws ends that task and not the thread that waits for it. If it went on through your web
     * framework, the programme would learn less, and what was sold would not be taken back. The error is not swallowed:
     * {@link Builder#onHandlerFailure} is given it, so that a process that must end after, say, an
     * {@link OutOfMemoryError} can be ended there, or by the JVM's own {@code -XX:+ExitOnOutOfMemoryError}.
     *
     * <p>Takes no longer than the deadline, unless an executor of yours runs handlers on the calling thread or blocks
     * it, or a listener does: only they can give it back. If the calling thread is interrupted while it waits, the
     * message is refused and the thread stays interrupted.
     *
     * @param signatureHeader the value of {@value #SIGNATURE_HEADER}, null if absent
     * @param rawBody the body's bytes as they came, before any parsing
     * @return what to send back
     */
    public DeskResponse receive(@Nullable String signatureHeader, byte @Nullable [] rawBody) {
        return receiver.receive(signatureHeader, rawBody);
    }

    /**
     * As {@link #receive}, without a thread that waits: for servers whose threads must not block. Verifies and decodes
     * on the calling thread, which takes microseconds for a real message; handlers run on the threads of the desk or of
     * your executor, as ever. All that is said of deadline, failures and undoing holds here too.
     *
     * <p>The stage never completes exceptionally. It completes on a thread of the desk, which is no handler's at the
     * deadline, or on the calling thread: go on to a thread of your server from there if writing the response may
     * block. It cannot be cancelled, since the handler may be at work; a programme that has gone away gets nothing, and
     * its tickets from the {@link TicketLedger} when it comes again.
     *
     * @param signatureHeader the value of {@value #SIGNATURE_HEADER}, null if absent
     * @param rawBody the body's bytes as they came, before any parsing; not to be changed any more
     * @return what to send back
     */
    public CompletionStage<DeskResponse> receiveAsync(@Nullable String signatureHeader, byte @Nullable [] rawBody) {
        return receiver.receiveAsync(signatureHeader, rawBody);
    }

    /**
     * Stops taking messages: handlers that run, and those whose turn has not come, get the length of the deadline to
     * finish, then they are interrupted. An executor given to the builder is left alone. Further calls do nothing.
     */
    @Override
    public void close() {
        receiver.close();
        if (executor instanceof HandlerThreads.Lane own) {
            own.close(deadlineNanos);
        }
        if (keyExecutor instanceof HandlerThreads.Lane own) {
            own.close(0);
        }
    }

    /** Its name, and nothing of its keys. */
    @Override
    public String toString() {
        return "TicketingDesk{name=" + name + ", closed=" + receiver.isClosed() + "}";
    }

    /** Builds a desk. */
    public static final class Builder {

        private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(1);
        private static final int LARGEST_BODY = 16 << 20;
        private static final int MOST_THREADS = HandlerThreads.MOST_OF_A_DESK;
        private static final int DEFAULT_THREADS = 16;

        private String name = "default";
        private final List<HmacKey> hmacKeys = new ArrayList<>();
        private @Nullable Supplier<? extends Collection<HmacKey>> suppliedKeys;
        private final List<DeskListener> listeners = new ArrayList<>();
        private @Nullable BookingHandler onBooking;
        private @Nullable CancellationHandler onCancellation;
        private @Nullable NotificationHandler onNotification;
        private @Nullable CompensationHandler onUndo;
        private @Nullable TicketLedger ledger;
        private Function<BookingMessage, SaleAttempt> attempts = booking -> {
            throw new IllegalStateException("no ledger, no keys");
        };
        private Consumer<DeskOutcome> onRefusal = outcome -> {};
        private Consumer<Throwable> onHandlerFailure = failure -> {};
        private Duration deadline = DEFAULT_DEADLINE;
        private int maxBodyBytes = DEFAULT_MAX_BODY_BYTES;
        private int threads = DEFAULT_THREADS;
        private @Nullable Executor executor;
        private @Nullable Executor keyExecutor;
        private DeskTime time = DeskTime.of(System::nanoTime);

        private Builder() {}

        /**
         * What the desk is called in logs and metrics, where a process has several: the tenant, say. Default
         * {@code default}. It is shown to whoever reads those, so no name of a person and no secret.
         *
         * @throws IllegalArgumentException if it is blank, longer than 64 characters, or holds what is not visible
         */
        public Builder name(String name) {
            this.name = ClientRules.checkName(name);
            return this;
        }

        /**
         * Adds a key; during a rotation both the old and the new one are accepted. Its {@linkplain HmacKey#name name}
         * is its number among them, from 1.
         *
         * @param hmacKey the provider's HMAC key, as the programme gave it
         * @throws IllegalArgumentException if it is blank, or not text that UTF-8 can encode
         */
        public Builder hmacKey(String hmacKey) {
            Objects.requireNonNull(hmacKey, "hmacKey");
            return hmacKey(new HmacKey(String.valueOf(hmacKeys.size() + 1), hmacKey));
        }

        /** Adds a key under a name of yours: listeners and metrics tell by it which key made a signature. */
        public Builder hmacKey(HmacKey hmacKey) {
            hmacKeys.add(Objects.requireNonNull(hmacKey, "hmacKey"));
            return this;
        }

        /**
         * Keys that rotate while the desk runs. The supplier is asked by {@link #build}, then on a thread that desks
         * share, one call at a time: at the first message when what it gave is older than 30 s, and for a signature
         * that no key made, once a second at most. A message that comes within that second waits for the next call, as
         * one of 64 at most. So a new key is known at its first message, and one that is gone is refused after 30 s at
         * the latest. A signature is refused as wrong, with a 401, only when the supplier was called since the message
         * came and gave keys none of which made it.
         *
         * <p>If it throws, gives nothing or null, or takes longer than a second (or a quarter of the deadline, if that
         * is shorter), the last keys stay in use for an hour. A message that none of them signed, each one after that
         * hour, and one that cannot wait for the next call, are refused with a 503, as
         * {@link DeskOutcome#KEYS_UNAVAILABLE}. What is not verified is never handled. What it throws goes to
         * {@link #onHandlerFailure}, and to the log at WARN.
         *
         * <p>A call that takes longer than 10 s is interrupted and given up. If its thread ends, the next call may
         * follow; while it hangs on, a minute later. With four threads that hang it is called no more until one ends.
         */
        public Builder hmacKeys(Supplier<? extends Collection<HmacKey>> supplier) {
            this.suppliedKeys = Objects.requireNonNull(supplier, "supplier");
            return this;
        }

        /**
         * Sells places. Give {@link #onCancellation} or {@link #onUndo} too: a sale that came too late for the
         * programme must be taken back.
         */
        public Builder onBooking(BookingHandler handler) {
            this.onBooking = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * Takes tickets back. Must be idempotent and accept unknown barcodes. If it passes the deadline, the programme
         * keeps the booking and asks again when the beneficiary cancels again.
         */
        public Builder onCancellation(CancellationHandler handler) {
            this.onCancellation = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /** Takes note of bookings of offers without real-time ticketing. */
        public Builder onNotification(NotificationHandler handler) {
            this.onNotification = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * Takes back tickets that the programme was not given: they came after the deadline, or were not as many as
         * places. Each booking that got tickets is either answered or undone, never both. Default: the cancellation
         * handler, with their barcodes.
         */
        public Builder onUndo(CompensationHandler handler) {
            this.onUndo = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * Remembers sales: a booking that is delivered again gets the tickets that it got before, without a call of the
         * booking handler, and tickets that nobody will use can be found. Without a ledger each delivery is a booking.
         * A delivery that comes while this desk handles another one of the same booking is woken when that is done; one
         * that another process handles is asked for again after 10 ms, 20 ms and so on up to every 500 ms.
         *
         * @param ledger shared by all processes that take messages of the same vendor
         * @param keys under the secret of that ledger
         */
        public Builder ledger(TicketLedger ledger, BookingKeys keys) {
            this.ledger = Objects.requireNonNull(ledger, "ledger");
            this.attempts = Objects.requireNonNull(keys, "keys")::attempt;
            return this;
        }

        /** Is told what becomes of messages, handlers and tickets. Several may be given. */
        public Builder listener(DeskListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /** Is told why, whenever a message is refused. Must be quick; what it throws is dropped. */
        public Builder onRefusal(Consumer<DeskOutcome> listener) {
            this.onRefusal = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Is given what a handler, the ledger or the executor threw: the programme does not get to see it, and the log
         * shows its class and its stack trace, but no message, which may be about a person. Must be quick; what it
         * throws is dropped.
         */
        public Builder onHandlerFailure(Consumer<Throwable> listener) {
            this.onHandlerFailure = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * How long a handler may take, waiting for a thread included. Default 6 s.
         *
         * @throws IllegalArgumentException if not positive, or longer than a minute
         */
        public Builder deadline(Duration deadline) {
            require(
                    !deadline.isNegative() && !deadline.isZero() && deadline.compareTo(LONGEST_DEADLINE) <= 0,
                    "deadline must be positive and at most " + LONGEST_DEADLINE);
            this.deadline = deadline;
            return this;
        }

        /**
         * The longest body that is read at all. Default 1 MiB.
         *
         * @throws IllegalArgumentException if below 1 or above 16 MiB
         */
        public Builder maxBodyBytes(int bytes) {
            require(bytes >= 1 && bytes <= LARGEST_BODY, "maxBodyBytes must be from 1 to " + LARGEST_BODY);
            this.maxBodyBytes = bytes;
            return this;
        }

        /**
         * How many handlers of this desk run at once; sixteen times as many messages may wait for their turn, more are
         * refused. Default 16. The threads are those that all desks of the process share: 200 at most, made when there
         * is work and gone after a second without. Desks take turns, and the last 50 go to desks that run no handler,
         * so one whose handlers hang does not stop the others.
         *
         * @throws IllegalArgumentException if below 1 or above 150
         */
        public Builder threads(int threads) {
            require(threads >= 1 && threads <= MOST_THREADS, "threads must be from 1 to " + MOST_THREADS);
            this.threads = threads;
            return this;
        }

        /**
         * Runs handlers on these threads instead of those that desks share; they stay the caller's to shut down. A task
         * that it does not take makes the message be refused; one that it runs twice is handled once.
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /** For tests of the deadline: waits really, by this clock. */
        Builder nanoTime(LongSupplier nanoTime) {
            return time(DeskTime.of(nanoTime));
        }

        /** For tests that ask a supplier of keys on their own thread. */
        Builder keyExecutor(Executor keyExecutor) {
            this.keyExecutor = keyExecutor;
            return this;
        }

        /** For tests that wait for nothing. */
        Builder time(DeskTime time) {
            this.time = time;
            return this;
        }

        /**
         * The desk. What the supplier of {@link #hmacKeys} throws is thrown.
         *
         * @throws IllegalArgumentException without a key, or with both keys and a supplier of them
         */
        public TicketingDesk build() {
            require(
                    suppliedKeys != null || !hmacKeys.isEmpty(),
                    "hmacKey is required: without one nothing can be verified");
            require(
                    suppliedKeys == null || hmacKeys.isEmpty(),
                    "hmacKey and hmacKeys exclude each other: let the supplier give all keys");
            return new TicketingDesk(this);
        }

        private static void require(boolean holds, String rule) {
            if (!holds) {
                throw new IllegalArgumentException(rule);
            }
        }
    }
}
