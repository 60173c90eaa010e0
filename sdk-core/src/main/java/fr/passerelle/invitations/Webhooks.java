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
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.feed.Webhook;
import fr.passerelle.model.invitation.feed.WebhookDraft;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Where messages about changes go; {@link InvitationsWebhooks} verifies them. */
public final class Webhooks {

    private static final TypeReference<Webhook> WEBHOOK = new TypeReference<>() {};
    private static final TypeReference<Page<Webhook>> WEBHOOK_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Webhooks(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Webhooks with(RequestOptions options) {
        return new Webhooks(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * Registers an address, or changes its URL or its secret. While a secret changes, messages are signed with both.
     *
     * @throws fr.passerelle.error.BadRequestException if the server does not call such an address
     */
    public Webhook put(WebhookDraft draft) {
        return requests.await(operation -> put(operation, draft));
    }

    private static CompletableFuture<Webhook> put(Operation operation, WebhookDraft draft) {
        return operation.execute(
                HttpCall.to(InvitationsEndpoint.PUT_WEBHOOK, draft.id()).body(operation.json(draft)),
                WEBHOOK,
                draft.id(),
                Webhook::id);
    }

    /** The caller's own webhooks. */
    public Paged<Webhook> list() {
        return source(requests).paged();
    }

    private static PageList<Webhook> source(RequestExecutor requests) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_WEBHOOKS), WEBHOOK_PAGE);
    }

    /**
     * Sends nothing more there. May be sent again.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the caller may see
     */
    public void delete(UUID id) {
        requests.await(operation -> delete(operation, id));
    }

    private static CompletableFuture<Boolean> delete(Operation operation, UUID id) {
        return operation.run(HttpCall.to(InvitationsEndpoint.DELETE_WEBHOOK, id));
    }

    /** {@link Webhooks}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link Webhooks#put(WebhookDraft)}. */
        public CompletableFuture<Webhook> put(WebhookDraft draft) {
            return requests.submit(operation -> Webhooks.put(operation, draft));
        }

        /** All pages of {@link Webhooks#list()}, each with a deadline of its own. */
        public CompletableFuture<List<Webhook>> list() {
            return Webhooks.source(requests).asyncPaged().toList();
        }

        /** {@link Webhooks#list()}, page by page. */
        public AsyncPaged<Webhook> paged() {
            return Webhooks.source(requests).asyncPaged();
        }

        /** See {@link Webhooks#delete(UUID)}. */
        public CompletableFuture<Void> delete(UUID id) {
            return requests.submitVoid(operation -> Webhooks.delete(operation, id));
        }
    }
}
