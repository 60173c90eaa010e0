package fr.passerelle.season.publish;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one record. */
public sealed interface Outcome {

    /** What to call it. */
    String title();

    /**
     * It is on sale, or would be if this was not a dry run.
     *
     * @param change what it took
     * @param event as the programme knows it now; null in a dry run of something new
     * @param dates all its dates known to the programme now
     */
    record Published(Change change, @Nullable Event event, List<EventDate> dates) implements Outcome {

        @Override
        public String title() {
            return change.plan().listing().title();
        }
    }

    /** It is not. */
    record Refused(String title, Reason reason) implements Outcome, Prepared {}
}
