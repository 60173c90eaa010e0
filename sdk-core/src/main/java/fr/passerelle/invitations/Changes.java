package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.AsyncPaged;
import fr.passerelle.http.Paged;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.PageCursor;
import fr.passerelle.internal.call.PageList;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.internal.endpoint.ApiExceptions;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.feed.Change;
import fr.passerelle.model.invitation.feed.ChangePage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What changed, for the caller: its own bookings, allotments, allocations. A change says that a thing changed, and no
 * data of it. Who has read up to a sequence has missed nothing before it.
 */
public final class Changes {

    private static final TypeReference<ChangePage> PAGE = new TypeReference<>() {};
    private static final int LIMIT = 200;

    private final RequestExecutor requests;

    Changes(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Changes with(RequestOptions options) {
        return new Changes(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Reads what came since the last time, and remembers where it stands: after each page that was handled. If the
     * handler throws, its page comes again next time, so a change is handled at least once.
     *
     * @param cursor where the reader stands
     * @param handler gets one change after another, on the calling thread
     * @return how many changes were handled
     */
    public long read(ChangeCursor cursor, Consumer<? super Change> handler) {
        long handled = 0;
        long after = cursor.load();
        while (true) {
            ChangePage page = page(after);
            page.changes().forEach(handler);
            handled += page.changes().size();
            if (page.next() == after) {
                return handled;
            }
            after = page.next();
            cursor.save(after);
        }
    }

    /** What came after this sequence, until now; 0 for all. */
    public Paged<Change> after(long sequence) {
        return source(requests, sequence).paged();
    }

    private static PageList<Change> source(RequestExecutor requests, long sequence) {
        return new PageList<>(requests, HttpCall.to(InvitationsEndpoint.LIST_CHANGES), () -> new Feed(sequence));
    }

    /** What came next after this sequence: at most 200 changes, none if nothing came yet; 0 for the first ones. */
    public ChangePage page(long after) {
        return requests.await(operation -> page(operation, after));
    }

    private static CompletableFuture<ChangePage> page(Operation operation, long after) {
        HttpCall call = HttpCall.to(InvitationsEndpoint.LIST_CHANGES)
                .query("after", String.valueOf(after))
                .query("limit", LIMIT);
        return Stages.map(operation.execute(call, PAGE), page -> {
            long last = after;
            boolean advances = true;
            for (Change change : page.changes()) {
                advances &= change.sequence() > last;
                last = change.sequence();
            }
            if (!advances || page.next() < last) {
                throw ApiExceptions.unreadable(
                        SentRequest.to(InvitationsEndpoint.LIST_CHANGES),
                        "/changes",
                        "its sequences do not advance, so that changes would be missed",
                        null);
            }
            return page;
        });
    }

    /** One reading of the feed without a thread that waits. */
    private static final class Reader {

        private final Operation operation;
        private final ChangeCursor cursor;
        private final Consumer<? super Change> handler;
        private long after;
        private long handled;
        private boolean more = true;

        Reader(Operation operation, ChangeCursor cursor, Consumer<? super Change> handler) {
            this.operation = operation;
            this.cursor = cursor;
            this.handler = handler;
            this.after = cursor.load();
        }

        CompletableFuture<Long> read() {
            return Stages.map(Stages.loop(() -> more ? step() : null), end -> handled);
        }

        private CompletableFuture<?> step() {
            HttpCall next = HttpCall.to(InvitationsEndpoint.LIST_CHANGES);
            return Stages.then(
                    page(operation.next(), after), page -> operation.handTo(() -> Stages.done(handle(page)), next));
        }

        private boolean handle(ChangePage page) {
            page.changes().forEach(handler);
            handled += page.changes().size();
            more = page.next() > after;
            if (more) {
                after = page.next();
                cursor.save(after);
            }
            return more;
        }
    }

    private static final class Feed implements PageCursor<Change> {

        private long after;
        private boolean more = true;

        Feed(long after) {
            this.after = after;
        }

        @Override
        public boolean hasMore() {
            return more;
        }

        @Override
        public CompletableFuture<List<Change>> next(Operation operation) {
            return Stages.map(page(operation, after), page -> {
                more = page.next() > after;
                after = page.next();
                return page.changes();
            });
        }
    }

    /** {@link Changes}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** All pages of {@link Changes#after(long)}, each with a deadline of its own. */
        public CompletableFuture<List<Change>> after(long sequence) {
            return afterPaged(sequence).toList();
        }

        /** {@link Changes#after(long)}, page by page. */
        public AsyncPaged<Change> afterPaged(long sequence) {
            return source(requests, sequence).asyncPaged();
        }

        /** See {@link Changes#read}. The handler runs where the futures run, and may block there. */
        public CompletableFuture<Long> read(ChangeCursor cursor, Consumer<? super Change> handler) {
            return requests.submit(operation -> new Reader(operation, cursor, handler).read());
        }

        /** See {@link Changes#page(long)}. */
        public CompletableFuture<ChangePage> page(long after) {
            return requests.submit(operation -> Changes.page(operation, after));
        }
    }
}
