package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.AsyncPaged;
import fr.passerelle.http.Paged;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.PageList;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import fr.passerelle.model.invitation.Page;
import fr.passerelle.model.invitation.access.AuditEntry;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Who did what, for the operator: nothing about a person, no body, no code. */
public final class Audit {

    private static final TypeReference<Page<AuditEntry>> AUDIT_ENTRY_PAGE = new TypeReference<>() {};

    private final RequestExecutor requests;

    Audit(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Audit with(RequestOptions options) {
        return new Audit(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** All entries, the oldest first. */
    public Paged<AuditEntry> list() {
        return source(requests).paged();
    }

    private static PageList<AuditEntry> source(RequestExecutor requests) {
        return Lists.of(requests, HttpCall.to(InvitationsEndpoint.LIST_AUDIT), AUDIT_ENTRY_PAGE);
    }

    /** {@link Audit}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** All pages of {@link Audit#list()}, each with a deadline of its own. */
        public CompletableFuture<List<AuditEntry>> list() {
            return Audit.source(requests).asyncPaged().toList();
        }

        /** {@link Audit#list()}, page by page. */
        public AsyncPaged<AuditEntry> paged() {
            return Audit.source(requests).asyncPaged();
        }
    }
}
