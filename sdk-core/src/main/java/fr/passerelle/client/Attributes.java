package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.model.offer.EventCategoryInfo;
import fr.passerelle.model.offer.Labelled;
import fr.passerelle.model.offer.MusicType;
import fr.passerelle.model.offer.ShowType;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The words that offers are described with, as the server lists them (reference operations 9 and 11 to 13). */
public final class Attributes {

    private final Calls calls;

    Attributes(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public Attributes with(RequestOptions options) {
        return new Attributes(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /** The categories of events. */
    public List<EventCategoryInfo> eventCategories() {
        return calls.get(HttpCall.to(Endpoint.GET_EVENT_CATEGORIES), new TypeReference<>() {});
    }

    /** The types of shows. */
    public List<Labelled<ShowType>> showTypes() {
        return calls.get(HttpCall.to(Endpoint.GET_SHOW_TYPES), new TypeReference<>() {});
    }

    /** The types of music, for events and goods. */
    public List<Labelled<MusicType>> musicTypes() {
        return calls.get(HttpCall.to(Endpoint.GET_MUSIC_TYPES), new TypeReference<>() {});
    }

    /** The types of music that an event can have. */
    public List<Labelled<MusicType>> eventMusicTypes() {
        return calls.get(HttpCall.to(Endpoint.GET_EVENT_MUSIC_TYPES), new TypeReference<>() {});
    }

    /** {@link Attributes}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** See {@link Attributes#eventCategories()}. */
        public CompletableFuture<List<EventCategoryInfo>> eventCategories() {
            return calls.later(c -> new Attributes(c).eventCategories());
        }

        /** See {@link Attributes#showTypes()}. */
        public CompletableFuture<List<Labelled<ShowType>>> showTypes() {
            return calls.later(c -> new Attributes(c).showTypes());
        }

        /** See {@link Attributes#musicTypes()}. */
        public CompletableFuture<List<Labelled<MusicType>>> musicTypes() {
            return calls.later(c -> new Attributes(c).musicTypes());
        }

        /** See {@link Attributes#eventMusicTypes()}. */
        public CompletableFuture<List<Labelled<MusicType>>> eventMusicTypes() {
            return calls.later(c -> new Attributes(c).eventMusicTypes());
        }
    }
}
