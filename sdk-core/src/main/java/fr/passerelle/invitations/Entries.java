package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.base.Batches;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.internal.endpoint.ApiExceptions;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.EntriesDraft;
import fr.passerelle.model.invitation.EntryDraft;
import fr.passerelle.model.invitation.EntryResult;
import fr.passerelle.model.invitation.EntryResults;
import fr.passerelle.model.invitation.VoucherKeys;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Vouchers that are shown at a door (invitations 6). */
public final class Entries {

    private static final TypeReference<EntryResults> RESULTS = new TypeReference<>() {};
    private static final TypeReference<VoucherKeys> KEYS = new TypeReference<>() {};

    private final RequestExecutor requests;

    Entries(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Entries with(RequestOptions options) {
        return new Entries(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** The public keys that vouchers are signed with: a door keeps them, and then checks codes without a network. */
    public VoucherKeys keys() {
        return requests.await(Entries::keys);
    }

    private static CompletableFuture<VoucherKeys> keys(Operation operation) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.GET_SIGNING_KEYS), KEYS);
    }

    /**
     * Tells what was shown at the door of a session, now or later: a person may be waiting for one, a journal is as
     * long as it is. Each is told once, by its nonce, as often as it is sent; so a list of which a part failed is sent
     * again as it is. More than 200 are sent in several calls, each with a deadline of its own.
     *
     * @return one result for each entry, in order
     * @throws fr.passerelle.error.NotFoundException if there is no such session of the donor
     */
    public List<EntryResult> send(UUID sessionId, List<EntryDraft> entries) {
        return requests.interactive().await(operation -> send(operation, sessionId, entries));
    }

    private static CompletableFuture<List<EntryResult>> send(
            Operation operation, UUID sessionId, List<EntryDraft> entries) {
        Iterator<List<EntryDraft>> some =
                Batches.into(EntriesDraft.MAX_ENTRIES, entries).iterator();
        List<EntryResult> all = new ArrayList<>();
        CompletableFuture<Boolean> sent = Stages.loop(
                () -> some.hasNext() ? Stages.map(batch(operation.next(), sessionId, some.next()), all::addAll) : null);
        return Stages.map(sent, done -> List.copyOf(all));
    }

    private static CompletableFuture<List<EntryResult>> batch(
            Operation operation, UUID sessionId, List<EntryDraft> entries) {
        HttpCall call =
                HttpCall.to(InvitationsEndpoint.POST_ENTRIES, sessionId).body(operation.json(EntriesDraft.of(entries)));
        return Stages.map(operation.execute(call, RESULTS), results -> {
            List<UUID> sent = entries.stream().map(EntryDraft::nonce).toList();
            if (!results.results().stream().map(EntryResult::nonce).toList().equals(sent)) {
                throw ApiExceptions.unreadable(
                        SentRequest.to(InvitationsEndpoint.POST_ENTRIES),
                        "/results",
                        "not one result for each entry",
                        null);
            }
            return results.results();
        });
    }

    /** {@link Entries}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Entries#keys()}. */
        public CompletableFuture<VoucherKeys> keys() {
            return requests.submit(Entries::keys);
        }

        /** See {@link Entries#send(UUID, List)}. */
        public CompletableFuture<List<EntryResult>> send(UUID sessionId, List<EntryDraft> entries) {
            return requests.interactive().submit(operation -> Entries.send(operation, sessionId, entries));
        }
    }
}
