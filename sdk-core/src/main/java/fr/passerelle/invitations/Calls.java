package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.AsyncPaged;
import fr.passerelle.http.Paged;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.PageList;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.Call;
import fr.passerelle.model.invitation.CallDraft;
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.Wishes;
import fr.passerelle.model.invitation.WishesDraft;
import fr.passerelle.model.invitation.draw.DrawDraft;
import fr.passerelle.model.invitation.draw.DrawInput;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Calls, wishes and draws (invitations 5). */
public final class Calls {

    private static final TypeReference<Call> CALL = new TypeReference<>() {};
    private static final TypeReference<DrawInput> DRAW_INPUT = new TypeReference<>() {};
    private static final TypeReference<Wishes> WISHES = new TypeReference<>() {};
    private static final TypeReference<Page<Call>> CALL_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Calls(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Calls with(RequestOptions options) {
        return new Calls(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Opens a call. The same draft sent again is the same call.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if wishes would already be closed
     * @throws fr.passerelle.error.BadRequestException if an allotment is not one of mode {@code CALL}
     */
    public Call put(CallDraft draft) {
        return requests.await(operation -> put(operation, draft));
    }

    private static CompletableFuture<Call> put(Operation operation, CallDraft draft) {
        draft.checkAt(operation.now());
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_CALL, draft.id()).body(operation.json(draft)),
                CALL,
                draft.id(),
                Call::id);
    }

    /**
     * A call as it is now.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public Call get(UUID id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<Call> get(Operation operation, UUID id) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.GET_CALL, id), CALL, id, Call::id);
    }

    /** All calls. */
    public Paged<Call> list() {
        return source(requests).paged();
    }

    private static PageList<Call> source(RequestExecutor requests) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_CALLS), CALL_PAGE);
    }

    /**
     * Draws a call that is closed: reveals the secret and the public value. Drawn once, it stays drawn.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.BadRequestException if the secret is not the one whose commitment was published
     * @throws fr.passerelle.error.RefusedException if the call still takes wishes, or was drawn with another public
     *     value
     */
    public Call draw(UUID id, DrawDraft draft) {
        return requests.await(operation -> draw(operation, id, draft));
    }

    private static CompletableFuture<Call> draw(Operation operation, UUID id, DrawDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.DRAW_CALL, id).body(operation.json(draft)), CALL, id, Call::id);
    }

    /**
     * Every step of the draw (invitations-draw): whoever has the published inputs can make the same text.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if it is not drawn yet
     */
    public String log(UUID id) {
        return requests.await(operation -> log(operation, id));
    }

    private static CompletableFuture<String> log(Operation operation, UUID id) {
        return operation.text(HttpCall.to(InvitationsEndpoint.GET_CALL_LOG, id));
    }

    /**
     * What the draw depended on, published after it.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     * @throws fr.passerelle.error.RefusedException if it is not drawn yet
     */
    public DrawInput input(UUID id) {
        return requests.await(operation -> input(operation, id));
    }

    private static CompletableFuture<DrawInput> input(Operation operation, UUID id) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.GET_CALL_INPUT, id), DRAW_INPUT, id, DrawInput::callId);
    }

    /**
     * Sends the structure's wishes; until the call closes they replace those sent before.
     *
     * @throws fr.passerelle.error.NotFoundException if there is no such call that the caller may see
     * @throws fr.passerelle.error.RefusedException if the call takes no more wishes
     */
    public Wishes wish(WishesDraft draft) {
        return requests.await(operation -> wish(operation, draft));
    }

    private static CompletableFuture<Wishes> wish(Operation operation, WishesDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_WISHES, draft.callId()).body(operation.json(draft)),
                WISHES,
                draft.callId(),
                Wishes::callId);
    }

    /**
     * The structure's own wishes.
     *
     * @throws fr.passerelle.error.NotFoundException if there is no such call that the caller may see
     */
    public Wishes wishes(UUID id) {
        return requests.await(operation -> wishes(operation, id));
    }

    private static CompletableFuture<Wishes> wishes(Operation operation, UUID id) {
        return operation.execute(HttpCall.to(InvitationsEndpoint.GET_WISHES, id), WISHES, id, Wishes::callId);
    }

    /** {@link Calls}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Calls#put(CallDraft)}. */
        public CompletableFuture<Call> put(CallDraft draft) {
            return requests.submit(operation -> Calls.put(operation, draft));
        }

        /** See {@link Calls#get(UUID)}. */
        public CompletableFuture<Call> get(UUID id) {
            return requests.submit(operation -> Calls.get(operation, id));
        }

        /** All pages of {@link Calls#list()}, each with a deadline of its own. */
        public CompletableFuture<List<Call>> list() {
            return Calls.source(requests).asyncPaged().toList();
        }

        /** {@link Calls#list()}, page by page. */
        public AsyncPaged<Call> paged() {
            return Calls.source(requests).asyncPaged();
        }

        /** See {@link Calls#draw(UUID, DrawDraft)}. */
        public CompletableFuture<Call> draw(UUID id, DrawDraft draft) {
            return requests.submit(operation -> Calls.draw(operation, id, draft));
        }

        /** See {@link Calls#log(UUID)}. */
        public CompletableFuture<String> log(UUID id) {
            return requests.submit(operation -> Calls.log(operation, id));
        }

        /** See {@link Calls#input(UUID)}. */
        public CompletableFuture<DrawInput> input(UUID id) {
            return requests.submit(operation -> Calls.input(operation, id));
        }

        /** See {@link Calls#wish(WishesDraft)}. */
        public CompletableFuture<Wishes> wish(WishesDraft draft) {
            return requests.submit(operation -> Calls.wish(operation, draft));
        }

        /** See {@link Calls#wishes(UUID)}. */
        public CompletableFuture<Wishes> wishes(UUID id) {
            return requests.submit(operation -> Calls.wishes(operation, id));
        }
    }
}
