package fr.passerelle.catalogue;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.cinema.CinemaPriceDraft;
import fr.passerelle.model.offer.cinema.CinemaProgramme;
import fr.passerelle.model.offer.cinema.FilmDraft;
import fr.passerelle.model.offer.cinema.FilmId;
import fr.passerelle.model.offer.cinema.FilmPlace;
import fr.passerelle.model.rule.RuleViolationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Films that have an offer of a cinema's programme at a venue, and that the programme does not name any more. */
final class GoneFilms {

    /** The film, the venue, and the address if it is another one: changes-2026 2. */
    private static final Pattern OFFER = Pattern.compile("((?:visa|allocine_id):[0-9]+)%([0-9]+)(?:%([0-9]{1,18}))?");

    private GoneFilms() {}

    /** Each of them without sessions. */
    static List<FilmDraft> of(CinemaProgramme programme, List<Event> shown) {
        Set<String> wanted = programme.films().stream()
                .map(film -> film.offerIdAtProvider(programme.venueId()))
                .collect(Collectors.toSet());
        return shown.stream()
                .filter(event -> event.idAtProvider() != null && !wanted.contains(event.idAtProvider()))
                .flatMap(event -> emptied(event, programme.venueId()).stream())
                .toList();
    }

    private static Optional<FilmDraft> emptied(Event event, long venueId) {
        Matcher offer = OFFER.matcher(String.valueOf(event.idAtProvider()));
        if (!offer.matches() || !offer.group(2).equals(String.valueOf(venueId))) {
            return Optional.empty();
        }
        Optional<CinemaPriceDraft> price = event.priceCategories().stream()
                .filter(shown -> shown.idAtProvider() != null)
                .findFirst()
                .flatMap(GoneFilms::same);
        FilmPlace place = offer.group(3) == null ? null : new FilmPlace(Long.parseLong(offer.group(3)), null);
        return price.map(some -> FilmDraft.of(FilmId.of(offer.group(1)))
                .place(place)
                .addPriceCategories(some)
                .build());
    }

    /** A film needs a price: one that it has stays as it is; one that breaks a rule cannot be sent. */
    private static Optional<CinemaPriceDraft> same(PriceCategory shown) {
        try {
            return Optional.of(CinemaPriceDraft.of(String.valueOf(shown.idAtProvider()), shown.label(), shown.price()));
        } catch (RuleViolationException legacy) {
            return Optional.empty();
        }
    }
}
