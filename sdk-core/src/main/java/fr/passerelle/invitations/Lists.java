package fr.passerelle.invitations;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.PageList;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.TokenCursor;
import fr.passerelle.model.invitation.Page;

/** Lists of the programme: each page says where the next one begins. */
final class Lists {

    /** Items of a page: few enough to be soon there, many enough for few calls. */
    private static final int LIMIT = 100;

    private Lists() {}

    static <T> PageList<T> of(RequestExecutor requests, HttpCall list, TypeReference<Page<T>> type) {
        HttpCall limited = list.query("limit", LIMIT);
        return new PageList<>(requests, limited, () -> new TokenCursor<>(limited, type, Page::items, Page::next));
    }
}
