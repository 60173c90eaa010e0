package fr.passerelle.season.picture;

import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.season.agenda.Finding;
import fr.passerelle.season.agenda.FindingCode;
import fr.passerelle.season.agenda.Listing;
import fr.passerelle.season.agenda.Picture;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the picture of each event. Whatever is wrong with a picture is told and concerns nothing but the picture. One
 * address is asked once in a run. Not for use by several threads.
 */
public final class Illustrator implements Function<Listing, Illustration>, AutoCloseable {

    private final PictureFetcher fetcher;
    private final long room;
    private final Map<URI, Fetched> seen = new HashMap<>();
    private long held;

    /** A picture without its credit, which may differ from event to event. */
    private record Fetched(Optional<ImageFile> file, List<Finding> notes) {}

    /** One that asks the open internet, and holds pictures in a quarter of the memory at most. */
    public Illustrator() {
        this(new PictureFetcher(), Runtime.getRuntime().maxMemory() / 4);
    }

    Illustrator(PictureFetcher fetcher, long room) {
        this.fetcher = fetcher;
        this.room = room;
    }

    @Override
    public Illustration apply(Listing listing) {
        Picture picture = listing.picture();
        if (picture == null) {
            return Illustration.NONE;
        }
        Fetched fetched = seen.computeIfAbsent(picture.address(), this::fetch);
        List<Finding> notes = new ArrayList<>(fetched.notes());
        if (fetched.file().isPresent() && picture.credit() == null) {
            notes.add(Finding.of(FindingCode.PICTURE_NO_CREDIT));
        }
        return new Illustration(fetched.file().map(file -> new OfferImageDraft(file, picture.credit())), notes);
    }

    private Fetched fetch(URI address) {
        List<Finding> notes = new ArrayList<>();
        if (held >= room) {
            return new Fetched(Optional.empty(), List.of(Finding.of(FindingCode.PICTURE_TOO_MANY)));
        }
        try {
            ImageFile file = PictureFit.fit(fetcher.fetch(address), notes);
            held += file.weight();
            return new Fetched(Optional.of(file), notes);
        } catch (LeftOutException leftOut) {
            return new Fetched(Optional.empty(), List.of(leftOut.reason()));
        }
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
